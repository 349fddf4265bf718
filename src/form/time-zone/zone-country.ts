import { getCountryCode } from '@vvo/tzdb';

/** The country (ISO 3166-1) of an IANA time zone, links included; undefined when it is in none. */
export const countryOfZone = (zone: string): string | undefined => getCountryCode(zone);
