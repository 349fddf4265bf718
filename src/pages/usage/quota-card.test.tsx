import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import { bareSeed } from '../../client/memory-seed.ts';
import { MeError } from '../../client/me-error.ts';
import { busy, stopClock, withUsage } from '../../../test/usage-account.ts';

beforeEach(() => stopClock());
afterEach(() => {
  vi.useRealTimers();
});

const card = async () => within(await screen.findByRole('region', { name: /^Tokens this cycle/ }));
const said = (text: string) => (_: string, element: Element | null) =>
  element?.tagName === 'P' && element.textContent === text;

const fact = (quota: ReturnType<typeof within>, name: string) =>
  quota.getByText(name).nextElementSibling?.textContent;

test('shows what is used of the quota, in words and on a meter, and when it resets', async () => {
  await openPage('/usage', busy, 'en-GB');
  const quota = await card();
  expect(quota.getByRole('heading')).toHaveTextContent('Tokens this cycle · Pro plan');
  expect(quota.getByText(said('712,480 of 1,000,000'))).toBeVisible();
  expect(quota.getByText(said('71% used'))).toBeVisible();
  expect(quota.getByText('Resets 1 Dec, in 11 days')).toBeVisible();
  const meter = quota.getByRole('meter', { name: 'Tokens used of your quota' });
  expect(meter).toHaveAccessibleDescription('712,480 of 1,000,000');
  expect(meter).toHaveAttribute('value', '712480');
});

test('computes what is left and available where the backend does not say', async () => {
  await openPage('/usage', busy, 'en-GB');
  const quota = await card();
  expect(fact(quota, 'Left this cycle')).toBe('287,520');
  expect(fact(quota, 'Paid balance')).toBe('150,000');
  expect(fact(quota, 'Total available')).toBe('437,520');
});

test('foretells the day on which the quota is reached', async () => {
  await openPage('/usage', busy, 'en-GB');
  const quota = await card();
  expect(
    quota.getByText(
      said(
        'At this pace you reach your quota on 28 November, 3 days before it resets. Requests beyond it draw on your paid balance.',
      ),
    ),
  ).toBeVisible();
});

test.each([
  ['a comfortable pace', { monthlyTokenUsage: 390_000 }, /you use about 60% of your quota/],
  ['a cycle that has just begun', { lastQuotaReset: '2026-11-19T12:00:00Z' }, /too young/],
  ['a quota that is just used up', { monthlyTokenUsage: 1_000_000 }, /used all of your quota/],
])('says what %s means', async (_, usage, words) => {
  await openPage('/usage', withUsage(usage), 'en-GB');
  expect((await card()).getByText(words)).toBeVisible();
});

test('says that nothing was used yet', async () => {
  await openPage('/usage', withUsage({ monthlyTokenUsage: 0 }), 'en-GB');
  const quota = await card();
  expect(quota.getByText(/Nothing used yet this cycle/)).toBeVisible();
  expect(quota.getByText(said('0 of 1,000,000'))).toBeVisible();
  expect(quota.getByText(said('0% used'))).toBeVisible();
});

test('says that there is no limit, without a meter', async () => {
  await openPage('/usage', withUsage({ tokenQuota: null }), 'en-GB');
  const quota = await card();
  expect(quota.getByText('Your plan has no token limit.')).toBeVisible();
  expect(quota.queryByRole('meter')).not.toBeInTheDocument();
  expect(fact(quota, 'Left this cycle')).toBe('Unlimited');
  expect(fact(quota, 'Paid balance')).toBe('150,000');
});

test('says that the quota is not known, and what is known all the same', async () => {
  await openPage('/usage', withUsage({ tokenQuota: undefined }), 'en-GB');
  const quota = await card();
  expect(quota.getByText('Quota unknown')).toBeVisible();
  expect(quota.getByText(said('712,480 used'))).toBeVisible();
  expect(quota.queryByText(/limit/)).not.toBeInTheDocument();
  expect(quota.queryByRole('meter')).not.toBeInTheDocument();
  expect(fact(quota, 'Left this cycle')).toBe('Unknown');
  expect(fact(quota, 'Paid balance')).toBe('150,000');
  expect(fact(quota, 'Total available')).toBe('Unknown');
});

test('says that what is used is not known, not that it is nothing', async () => {
  await openPage('/usage', withUsage({ monthlyTokenUsage: undefined }), 'en-GB');
  const quota = await card();
  expect(quota.getByText(said('Unknown of 1,000,000'))).toBeVisible();
  expect(
    quota.getByText('This service does not report how many tokens you have used.'),
  ).toBeVisible();
  expect(quota.queryByRole('meter')).not.toBeInTheDocument();
});

test('says nothing about a balance that is not known', async () => {
  await openPage('/usage', withUsage({ paidTokenBalance: undefined }), 'en-GB');
  const quota = await card();
  expect(quota.getByText(/At this pace you reach/)).toBeVisible();
  expect(quota.queryByText(/balance for requests|draw on/)).not.toBeInTheDocument();
  expect(fact(quota, 'Paid balance')).toBe('Unknown');
  expect(fact(quota, 'Left this cycle')).toBe('287,520');
});

test('says that there is no quota, without a meter', async () => {
  await openPage('/usage', withUsage({ tokenQuota: 0 }), 'en-GB');
  const quota = await card();
  expect(quota.getByText(/without a token quota. Requests draw on/)).toBeVisible();
  expect(quota.queryByRole('meter')).not.toBeInTheDocument();
  expect(fact(quota, 'Total available')).toBe('150,000');
});

test('says by how much the quota is exceeded, with a full meter', async () => {
  await openPage(
    '/usage',
    withUsage({ monthlyTokenUsage: 1_012_300, paidTokenBalance: 0 }),
    'en-GB',
  );
  const quota = await card();
  expect(
    quota.getByText(
      said(
        'You are 12,300 tokens over your quota. You have no paid balance for requests beyond it.',
      ),
    ),
  ).toBeVisible();
  expect(quota.getByText(said('101% used'))).toBeVisible();
  expect(quota.getByRole('meter')).toHaveAttribute('value', '1000000');
  expect(fact(quota, 'Left this cycle')).toBe('0');
});

test('says a plan and a status that nobody knows as they are, and when the plan ends', async () => {
  const usage = {
    subscriptionPlan: 'hyper_v2',
    subscriptionStatus: 'on_fire',
    subscriptionCancelAt: '2026-12-15T00:00:00Z',
  };
  await openPage('/usage', withUsage(usage), 'en-GB');
  const quota = await card();
  expect(quota.getByRole('heading')).toHaveTextContent('Tokens this cycle · hyper_v2');
  expect(quota.getByText('on_fire · Plan ends on 15 December 2026')).toBeVisible();
});

test('shows an account of which next to nothing is known', async () => {
  await openPage('/usage', { seed: bareSeed }, 'en-GB');
  const quota = await card();
  expect(
    quota.getByText('This service does not report how many tokens your plan includes.'),
  ).toBeVisible();
  expect(quota.getByText(said('Unknown'), { selector: '[class*=amount]' })).toBeVisible();
  for (const name of ['Left this cycle', 'Paid balance', 'Total available']) {
    expect(fact(quota, name)).toBe('Unknown');
  }
  expect(quota.queryByText(/Resets/)).not.toBeInTheDocument();
  expect(document.body).not.toHaveTextContent(/NaN|Infinity|Invalid|undefined/);
});

test('says that a reset is overdue, and foretells nothing', async () => {
  await openPage('/usage', withUsage({ nextQuotaReset: '2026-11-19T00:00:00Z' }), 'en-GB');
  const quota = await card();
  expect(quota.getByText('Was due to reset on 19 Nov')).toBeVisible();
  expect(quota.queryByText(/At this pace/)).not.toBeInTheDocument();
});

test('says why there are no totals, and shows the days all the same', async () => {
  await openPage('/usage', { ...busy, can: { usage: { totals: false } } }, 'en-GB');
  const quota = await card();
  expect(
    quota.getByText('This service does not report how many tokens you have used.'),
  ).toBeVisible();
  expect(await screen.findByRole('slider')).toBeVisible();
});

test('failing totals leave the days alone, and come back with Retry', async () => {
  let failing = true;
  const { user } = await openPage(
    '/usage',
    {
      ...busy,
      intercept: (operation) => {
        if (failing && operation === 'getUsage')
          throw new MeError({ code: 'Forbidden', status: 403 });
      },
    },
    'en-GB',
  );
  const quota = await card();
  expect(quota.getByRole('alert')).toHaveTextContent('You are not allowed to do this.');
  expect(await screen.findByRole('slider')).toBeVisible();
  failing = false;
  await user.click(quota.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('meter')).toBeVisible();
});
