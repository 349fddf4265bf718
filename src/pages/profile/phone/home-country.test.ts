import { expect, test, vi } from 'vitest';
import { homeCountry } from './home-country.ts';

test.each([
  ['the language', { locale: 'en-GB', timezone: 'Asia/Tokyo' }, 'GB'],
  ['the language with a script', { locale: 'zh-Hant-TW', timezone: undefined }, 'TW'],
  ['the time zone, where the language names none', { locale: 'en', timezone: 'Asia/Tokyo' }, 'JP'],
  ['an older name of a zone', { locale: 'en', timezone: 'Asia/Calcutta' }, 'IN'],
  ['the time zone, where the language has more', { locale: 'es-419', timezone: 'GB' }, 'GB'],
  ['the time zone, where nobody has numbers', { locale: 'en-AQ', timezone: 'NZ' }, 'NZ'],
  ['the time zone, where the language is none', { locale: 'text', timezone: 'NZ' }, 'NZ'],
  ['the device’s languages', { locale: 'en', timezone: 'UTC' }, 'CA'],
  ['the device’s languages', { locale: undefined, timezone: undefined }, 'CA'],
])('a number is meant in the country of %s', async (_, account, country) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr', 'fr-CA', 'en-US']);
  expect(await homeCountry(account)).toBe(country);
});

test('a number is meant in the country of the device’s time zone, or in none', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['eo']);
  const zone = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  const options = new Intl.DateTimeFormat('en').resolvedOptions();
  zone.mockReturnValue({ ...options, timeZone: 'Africa/Nairobi' });
  expect(await homeCountry({ locale: undefined, timezone: undefined })).toBe('KE');
  zone.mockReturnValue({ ...options, timeZone: 'UTC' });
  expect(await homeCountry({ locale: 'eo', timezone: 'UTC' })).toBeUndefined();
});
