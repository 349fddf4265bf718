import type { User } from '../../../contract/user.ts';
import { isLocale } from '../../../contract/rules.ts';
import { deviceZone } from '../../../form/time-zone/clock.ts';
import { callingCodeOf } from './numbering.ts';

type Region = Pick<User, 'locale' | 'timezone'>;

const regionOf = (tag: string): string | undefined =>
  isLocale(tag) ? new Intl.Locale(tag).region : undefined;

const hasNumbers = (country: string) => callingCodeOf(country) !== undefined;

async function countryOf({ locale, timezone }: Region): Promise<string | undefined> {
  const named = locale === undefined ? undefined : regionOf(locale);
  if (named !== undefined && hasNumbers(named)) return named;
  if (timezone === undefined) return undefined;
  // The list of zones is heavy, and mostly the language names a country.
  const place = await import('../../../form/time-zone/zone-country.ts').then(
    ({ countryOfZone }) => countryOfZone(timezone),
    () => undefined,
  );
  return place !== undefined && hasNumbers(place) ? place : undefined;
}

const device = (): Region[] => [
  ...navigator.languages.map((locale) => ({ locale, timezone: undefined })),
  { locale: undefined, timezone: deviceZone() },
];

/**
 * The country in which a person most likely dials: of the account's language, or of its time zone,
 * else of the device. Undefined when none of these names a country that has numbers.
 */
export async function homeCountry(account: Region): Promise<string | undefined> {
  for (const region of [account, ...device()]) {
    const country = await countryOf(region);
    if (country !== undefined) return country;
  }
  return undefined;
}
