/** What comes when somebody looks at the numbers or touches the field: one chunk. */
export { CountryField } from './country-field.tsx';
export { homeCountry } from './home-country.ts';
export { countryOf, formatNumber, readNumber } from './numbering.ts';
