import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IntlProvider } from '../../i18n/intl.tsx';
import tzdata from 'tzdata';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { isTimeZone, name, timezone } from '../../contract/rules.ts';
import { loadMessages } from '../../i18n/catalogue.ts';
import type { Snapshot } from '../snapshot.ts';
import { useCardForm } from '../use-card-form.ts';
import { TimeZoneField } from './time-zone-field.tsx';
import { zoneName } from './zone-name.ts';

// Six hundred renderings take a while.
vi.setConfig({ testTimeout: 60_000 });

const messages = (await loadMessages('en')) as Record<string, string>;

const rules = { timezone: z.nullable(timezone), name };
type Stored = { timezone: string; name: string };

const sent: Record<string, unknown>[] = [];

function Form({ stored }: { stored: Snapshot<Stored> }) {
  const card = useCardForm<Stored>({
    id: 'zone',
    owner: 'ada',
    stored,
    rules,
    save: (patch) => {
      sent.push(patch);
      return Promise.resolve({ ...stored, texts: { ...stored.texts, ...patch } });
    },
    refresh: () => Promise.resolve(stored),
  });
  return (
    <>
      <TimeZoneField card={card} name="timezone" label="Time zone" emptyLabel="Not set" clearable />
      <button
        type="button"
        onClick={() => card.form.setValue('name', 'Ada King', { shouldDirty: true })}
      >
        Rename
      </button>
      <button type="button" onClick={card.submit}>
        Save
      </button>
      <output>{card.dirtyCount === 0 ? 'unchanged' : 'changed'}</output>
    </>
  );
}

const page = (zone: string) => (
  <IntlProvider locale="en" messages={messages}>
    <Form key={zone} stored={{ texts: { timezone: zone, name: 'Ada' }, etag: undefined }} />
  </IntlProvider>
);

const zones = Object.keys((tzdata as { zones: object }).zones);

test('every zone and link of the database is shown and comes through a save as it was', () => {
  const { rerender } = render(page('UTC'));
  for (const zone of [...zones, 'text', '+01:00']) {
    rerender(page(zone));
    const field = screen.getByText(zoneName(zone, 'en'));
    expect(field).toBeInTheDocument();
    expect(/GMT/.test(field.nextElementSibling?.textContent ?? '')).toBe(isTimeZone(zone));
    expect(screen.getByText('unchanged')).toBeInTheDocument();
  }
});

test('saving something else sends no zone, whatever is stored', async () => {
  render(page('not/a zone'));
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Rename' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toEqual([{ name: 'Ada King' }]));
  expect(screen.getByText('not/a zone')).toBeVisible();
});
