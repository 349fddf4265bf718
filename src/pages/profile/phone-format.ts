import parsePhoneNumber from 'libphonenumber-js/min';

/** `+442079460018` as `+44 20 7946 0018`; undefined when the number names no known country. */
export function internationalFormat(stored: string): string | undefined {
  return stored.startsWith('+') ? parsePhoneNumber(stored)?.formatInternational() : undefined;
}
