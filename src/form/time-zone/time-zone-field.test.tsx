import { render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import tzdata from 'tzdata';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { isTimeZone, name, timezone } from '../../contract/rules.ts';
import { loadMessages } from '../../i18n/catalogue.ts';
import { useCardForm, type Snapshot } from '../use-card-form.ts';
import { cityOf } from './clock.ts';
import { TimeZoneField } from './time-zone-field.tsx';

const messages = (await loadMessages('en')) as Record<string, string>;

const rules = { timezone: z.nullable(timezone), name };
type Stored = { timezone: string; name: string };

const sent: Record<string, unknown>[] = [];
const forms: { submit: () => void; rename: (name: string) => void; dirty: () => number }[] = [];

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
  forms[0] = {
    submit: card.submit,
    rename: (text) => card.form.setValue('name', text, { shouldDirty: true }),
    dirty: () => card.dirtyCount,
  };
  return <TimeZoneField card={card} name="timezone" label="Time zone" emptyLabel="Not set" />;
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
    const field = screen.getByText(cityOf(zone));
    expect(field).toBeInTheDocument();
    expect(/GMT/.test(field.nextElementSibling?.textContent ?? '')).toBe(isTimeZone(zone));
    expect(forms[0]?.dirty()).toBe(0);
  }
});

test('saving something else sends no zone, whatever is stored', async () => {
  render(page('not/a zone'));
  forms[0]?.rename('Ada King');
  await screen.findByText('not/a zone');
  forms[0]?.submit();
  await expect.poll(() => sent).toEqual([{ name: 'Ada King' }]);
});
