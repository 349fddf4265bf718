import { expect, test, vi } from 'vitest';
import { cityOf, currentNames } from './city-of.ts';
import data from './data/zones.json';
import { deviceZone, isLink } from './clock.ts';
import { loadCities, zoneName } from './zone-name.ts';

test.each([
  ['Asia/Calcutta', 'Kolkata'],
  ['Asia/Kolkata', 'Kolkata'],
  ['Europe/Kiev', 'Kyiv'],
  ['Europe/Uzhgorod', 'Kyiv'],
  ['America/Coral_Harbour', 'Atikokan'],
  ['US/Pacific', 'Los Angeles'],
  ['asia/calcutta', 'Kolkata'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['America/Buenos_Aires', 'Buenos Aires'],
  ['America/Indiana/Knox', 'Knox, Indiana'],
  ['Etc/UTC', 'UTC'],
  ['Etc/Zulu', 'UTC'],
  ['Greenwich', 'UTC'],
  ['Etc/GMT-0', 'UTC'],
  ['Mars/Base', 'Mars/Base'],
  ['', ''],
])('%s is %s', (zone, city) => {
  expect(cityOf(zone)).toBe(city);
});

test('a fixed zone never reads as the opposite of what it is, in any language', async () => {
  for (let hours = -14; hours <= 12; hours += 1) {
    if (hours === 0) continue;
    const zone = `Etc/GMT${hours > 0 ? '+' : ''}${hours}`;
    expect(cityOf(zone)).toBe(`GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`);
  }
  for (const locale of ['en', 'fr', 'ar', 'he', 'ja']) {
    await loadCities(locale);
    expect(zoneName('Etc/GMT-5', locale)).toMatch(/\+/);
    expect(zoneName('Etc/GMT+5', locale)).toMatch(/[-−–]/);
  }
});

test('every name of a zone is called the same, in English and in the language of the page', async () => {
  await Promise.all(['en', 'de', 'ar'].map(loadCities));
  for (const line of data.zones) {
    const ids = line.split(' ');
    expect([line, new Set(ids.map(cityOf)).size]).toEqual([line, 1]);
    for (const locale of ['en', 'de', 'ar']) {
      expect([line, new Set(ids.map((id) => zoneName(id, locale))).size]).toEqual([line, 1]);
    }
  }
  expect(zoneName('Africa/Cairo', 'ar-EG')).toBe('القاهرة');
  expect(zoneName('Europe/Kiev', 'de-AT')).toBe('Kiew');
});

test('every zone that IANA has renamed is known by its present name', () => {
  const ids = new Map(
    data.zones.flatMap((line) => line.split(' ').map((id) => [id, line] as const)),
  );
  for (const [former, current] of Object.entries(currentNames)) {
    expect([former, ids.get(former)?.split(' ')[0]]).toEqual([former, current]);
  }
});

test.each([undefined, '', 'Etc/Unknown', '+01:00', 'Mars/Base'])(
  'a device that says it is in %s is in no zone',
  (timeZone) => {
    const resolved = Intl.DateTimeFormat.prototype.resolvedOptions;
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
      this: Intl.DateTimeFormat,
    ) {
      return { ...resolved.call(this), timeZone: timeZone as string };
    });
    expect(deviceZone()).toBeUndefined();
  },
);

test.each(['constructor', '__proto__', 'toString'])('%s is no other name of a zone', (name) => {
  expect(isLink(name)).toBe(false);
  expect(cityOf(name)).toBe(name);
});
