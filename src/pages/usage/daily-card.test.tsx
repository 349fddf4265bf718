import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage } from '../../../test/render-page.tsx';
import { MeError } from '../../client/me-error.ts';
import { cityOf } from '../../form/time-zone/city-of.ts';
import { busy, stopClock, withUsage } from '../../../test/usage-account.ts';

beforeEach(() => stopClock());
afterEach(() => {
  vi.useRealTimers();
});

const card = async () => within(await screen.findByRole('region', { name: 'Daily use' }));
const chart = () => screen.findByRole('slider', { name: /^Tokens per day/ });

type Page = Awaited<ReturnType<typeof openPage>>;
const asked = ({ memory }: Page) =>
  memory.requests
    .filter(({ operation }) => operation === 'getUsageHistory')
    .map(({ args }) => args[0]);

test('shows the days of the cycle in the person’s zone, with its line and its forecast', async () => {
  const page = await openPage('/usage', busy, 'en-GB');
  expect(await chart()).toHaveAccessibleName('Tokens per day, 1 November 2026 to 30 November 2026');
  const daily = await card();
  expect(daily.getByText('Days in London · updated just now')).toBeVisible();
  expect(
    daily.getByText(
      'Dashed bars are a forecast. The dashed line is your quota spread evenly: 33,333 a day.',
    ),
  ).toBeVisible();
  expect(asked(page)).toEqual([
    { from: '2026-11-01', to: '2026-11-20', bucket: 'day', timezone: 'Europe/London' },
  ]);
});

test('cuts the days where the person lives', async () => {
  const page = await openPage(
    '/usage',
    { ...busy, user: { timezone: 'Pacific/Kiritimati' } },
    'en-GB',
  );
  expect(await chart()).toBeVisible();
  expect(asked(page)).toEqual([
    { from: '2026-11-01', to: '2026-11-21', bucket: 'day', timezone: 'Pacific/Kiritimati' },
  ]);
});

test('a time zone that is none does no harm', async () => {
  await openPage('/usage', { ...busy, user: { timezone: 'text' } }, 'en-GB');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  expect(await chart()).toBeVisible();
  expect((await card()).getByText(`Days in ${cityOf(timeZone)} · updated just now`)).toBeVisible();
});

test('a backend that cuts days in a zone of its own is taken at its word', async () => {
  const { memory, history, user } = await openPage('/profile', busy, 'en-GB');
  vi.spyOn(memory.client, 'getUsageHistory').mockResolvedValue({
    timezone: 'America/New_York',
    buckets: [{ start: '2026-11-18T05:00:00.000Z', tokens: 7 }],
  });
  act(() => history.push('/usage?period=7d'));
  expect((await card()).getByText('Days in New York · updated just now')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'View as table' }));
  expect(screen.getByRole('row', { name: /^Wed 18 Nov/ })).toHaveTextContent('Wed 18 Nov7');
});

test('shows a day that the backend leaves out as one of no use', async () => {
  const { memory, history, user } = await openPage('/profile', busy, 'en-GB');
  vi.spyOn(memory.client, 'getUsageHistory').mockResolvedValue({
    buckets: [
      { start: '2026-11-19T00:00:00.000Z', tokens: 9 },
      { start: '2026-11-15T00:00:00.000Z', tokens: 5 },
    ],
  });
  act(() => history.push('/usage?period=7d'));
  expect(await chart()).toHaveAccessibleName(
    'Tokens per day, 14 November 2026 to 20 November 2026',
  );
  await user.click(screen.getByRole('button', { name: 'View as table' }));
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Sat 14 Nov0',
    'Sun 15 Nov5',
    'Mon 16 Nov0',
    'Tue 17 Nov0',
    'Wed 18 Nov0',
    'Thu 19 Nov9',
    'Fri 20 Nov0',
  ]);
});

test('keeps the period in the URL, and Back goes back to the former one', async () => {
  const page = await openPage('/usage?period=nonsense', busy, 'en-GB');
  await chart();
  expect(screen.getByRole('radio', { name: 'Cycle' })).toBeChecked();
  await page.user.click(screen.getByRole('radio', { name: '7 days' }));
  expect(page.history.location.search).toBe('?period=7d');
  await waitFor(async () =>
    expect(await chart()).toHaveAccessibleName(
      'Tokens per day, 14 November 2026 to 20 November 2026',
    ),
  );
  act(() => page.history.back());
  expect(screen.getByRole('radio', { name: 'Cycle' })).toBeChecked();
  expect(await chart()).toHaveAccessibleName(/1 November 2026 to 30 November 2026/);
});

test('a period from a link is shown at once, without a line or a forecast', async () => {
  const page = await openPage('/usage?period=90d', busy, 'en-GB');
  expect(await chart()).toHaveAccessibleName('Tokens per day, 23 August 2026 to 20 November 2026');
  expect(asked(page)).toHaveLength(1);
  expect((await card()).queryByText(/Dashed/)).not.toBeInTheDocument();
});

test('the former period stays while the next one loads', async () => {
  let release = () => {};
  const { user } = await openPage(
    '/usage',
    {
      ...busy,
      intercept: (operation, [query]) => {
        if (operation !== 'getUsageHistory' || !JSON.stringify(query).includes('08-23')) return;
        return new Promise<void>((resolve) => (release = resolve));
      },
    },
    'en-GB',
  );
  const before = await chart();
  await user.click(screen.getByRole('radio', { name: '90 days' }));
  expect(before).toBeVisible();
  expect(before).toHaveAccessibleName(/1 November 2026 to 30 November/);
  expect(before.closest('[aria-busy="true"]')).not.toBeNull();
  release();
  await waitFor(async () => expect(await chart()).toHaveAccessibleName(/23 August 2026/));
  expect((await chart()).closest('[aria-busy="true"]')).toBeNull();
});

test('reads the days by keyboard', async () => {
  const { user } = await openPage('/usage', busy, 'en-GB');
  const bars = await chart();
  act(() => bars.focus());
  const today = 'Fri 20 Nov, 60,000 tokens, so far today';
  expect(bars).toHaveAttribute('aria-valuetext', today);
  expect(within(bars).getByText('60,000 tokens · so far today')).toBeVisible();
  await user.keyboard('{ArrowLeft}');
  expect(bars).toHaveAttribute('aria-valuetext', 'Thu 19 Nov, 59,000 tokens');
  await user.keyboard('{Home}');
  expect(bars).toHaveAttribute('aria-valuetext', 'Sun 1 Nov, 41,000 tokens');
  await user.keyboard('{ArrowLeft}{ArrowRight}');
  expect(bars).toHaveAttribute('aria-valuetext', 'Mon 2 Nov, 42,000 tokens');
  await user.keyboard('{End}');
  expect(bars).toHaveAttribute('aria-valuetext', 'Mon 30 Nov, 36,537 tokens, forecast');
  expect(bars).toHaveAttribute('aria-valuenow', '30');
  await user.keyboard('{Escape}');
  expect(within(bars).queryByText('36,537 tokens · forecast')).not.toBeInTheDocument();
  expect(bars).toHaveFocus();
});

test('the arrow keys follow the direction of the language', async () => {
  const { user } = await openPage('/usage', busy, 'ar');
  const bars = await screen.findByRole('slider');
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  act(() => bars.focus());
  await user.keyboard('{Home}{ArrowLeft}');
  expect(bars).toHaveAttribute('aria-valuenow', '2');
});

test('reads the day under the pointer until it leaves, and under a finger until the next tap', async () => {
  await openPage('/usage?period=7d', busy, 'en-GB');
  const bars = await chart();
  vi.spyOn(bars, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 700, 200));
  const readout = () => within(bars).queryByText('58,000 tokens');
  fireEvent.pointerMove(bars, { clientX: 550, pointerType: 'mouse' });
  expect(readout()).toBeVisible();
  fireEvent.pointerLeave(bars, { pointerType: 'mouse' });
  expect(readout()).not.toBeInTheDocument();
  fireEvent.pointerDown(bars, { clientX: 550, pointerType: 'touch' });
  fireEvent.pointerLeave(bars, { pointerType: 'touch' });
  expect(readout()).toBeVisible();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(readout()).not.toBeInTheDocument();
});

test('shows the same days as a table, and the chart again', async () => {
  const { user } = await openPage('/usage?period=7d', busy, 'en-GB');
  await chart();
  await user.click(screen.getByRole('button', { name: 'View as table' }));
  const table = screen.getByRole('table', {
    name: 'Tokens per day, 14 November 2026 to 20 November 2026',
  });
  const rows = within(table).getAllByRole('row');
  expect(rows).toHaveLength(8);
  expect(rows[7]).toHaveTextContent('Fri 20 Nov60,000');
  const back = screen.getByRole('button', { name: 'View as chart' });
  expect(back).toHaveFocus();
  await user.click(back);
  expect(await chart()).toBeVisible();
});

/** Takes the files that are offered, in place of the browser. */
function catchFiles() {
  const files: { name: string; blob: Blob }[] = [];
  let blob = new Blob();
  URL.createObjectURL = (file) => {
    blob = file as Blob;
    return 'blob:file';
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, blob });
  });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const last = async () => {
    const file = files.at(-1);
    return { name: file?.name, text: decoder.decode(await file?.blob.arrayBuffer()) };
  };
  return last;
}

test('saves the days shown as a file', async () => {
  const file = catchFiles();
  const { user } = await openPage('/usage?period=7d', busy, 'en-GB');
  await chart();
  await user.click(screen.getByRole('button', { name: 'Download CSV' }));
  const { name, text } = await file();
  expect(name).toBe('usage-2026-11-14-2026-11-20.csv');
  expect(text.split('\r\n')).toEqual([
    '\ufeffDate,Tokens',
    '2026-11-14,54000',
    '2026-11-15,55000',
    '2026-11-16,56000',
    '2026-11-17,57000',
    '2026-11-18,58000',
    '2026-11-19,59000',
    '2026-11-20,60000',
    '',
  ]);
});

test('parts the fields of a file as lists are parted where the decimal sign is a comma', async () => {
  const file = catchFiles();
  const { user } = await openPage('/usage?period=7d', busy, 'de');
  await screen.findByRole('slider');
  await user.click(screen.getByRole('button', { name: /CSV/ }));
  expect((await file()).text).toMatch(/^\ufeffDatum;Token\r\n2026-11-14;54000\r\n/);
});

test('tells a forecast apart in the table and in the file', async () => {
  const file = catchFiles();
  const { user } = await openPage('/usage', busy, 'en-GB');
  await chart();
  await user.click(screen.getByRole('button', { name: 'View as table' }));
  expect(screen.getByRole('row', { name: /Mon 30 Nov/ })).toHaveTextContent('36,537forecast');
  expect(screen.getByRole('row', { name: /Fri 20 Nov/ })).toHaveTextContent('60,000so far today');
  await user.click(screen.getByRole('button', { name: 'Download CSV' }));
  const { name, text } = await file();
  expect(name).toBe('usage-2026-11-01-2026-11-30.csv');
  expect(text).toContain('\ufeffDate,Tokens,Kind\r\n2026-11-01,41000,used\r\n');
  expect(text).toContain('\r\n2026-11-30,36537,forecast\r\n');
});

test('says that nothing was used in the period', async () => {
  await openPage('/usage', { ...withUsage({ monthlyTokenUsage: 0 }), spending: [] }, 'en-GB');
  const daily = await card();
  expect(await daily.findByText('No tokens used in this period.')).toBeVisible();
  expect(daily.queryByRole('slider')).not.toBeInTheDocument();
});

test('says why there is no history, and shows the totals all the same', async () => {
  const page = await openPage('/usage', { ...busy, can: { usage: { history: false } } }, 'en-GB');
  expect((await card()).getByText('This service keeps no record of daily use.')).toBeVisible();
  expect(await screen.findByRole('meter')).toBeVisible();
  expect(asked(page)).toEqual([]);
});

test('a failing history leaves the totals alone; the period can still be changed, and tried again', async () => {
  let failing = true;
  const { user } = await openPage(
    '/usage',
    {
      ...busy,
      intercept: (operation) => {
        if (failing && operation === 'getUsageHistory')
          throw new MeError({ code: 'Gone', status: 400, message: 'No.' });
      },
    },
    'en-GB',
  );
  const daily = await card();
  expect(await daily.findByRole('alert')).toHaveTextContent('Daily use could not be loaded');
  expect(await screen.findByRole('meter')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: '7 days' }));
  expect(await daily.findByRole('alert')).toBeVisible();
  failing = false;
  await user.click(daily.getByRole('button', { name: 'Try again' }));
  expect(await chart()).toHaveAccessibleName(/14 November/);
  expect(document.body).not.toHaveFocus();
});

test('takes the calendar month while the totals fail', async () => {
  const page = await openPage(
    '/usage',
    {
      ...busy,
      intercept: (operation) => {
        if (operation === 'getUsage') throw new MeError({ code: 'Forbidden', status: 403 });
      },
    },
    'en-GB',
  );
  expect(await chart()).toHaveAccessibleName(/1 November 2026 to 30 November 2026/);
  expect(asked(page)).toHaveLength(1);
});

test('says truly how long ago it was updated', async () => {
  await openPage('/usage', busy, 'en-GB');
  await chart();
  const daily = await card();
  act(() => void vi.advanceTimersByTime(3 * 60_000));
  expect(daily.getByText('Days in London · updated 3 minutes ago')).toBeVisible();
  act(() => void vi.advanceTimersByTime(2 * 3_600_000));
  expect(daily.getByText('Days in London · updated 2 hours ago')).toBeVisible();
});
