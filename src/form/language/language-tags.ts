/** The locales with at least basic coverage in CLDR 48 (`coverageLevels.json` of cldr-core). */
const covered =
  'af ak am ar as ast az ba bal-Latn be bg bgc bho blo bn br brx bs bs-Cyrl bua ca ceb chr cs csw ' +
  'cv cy da de doi dsb ee el en eo es et eu fa ff-Adlm fi fil fo fr fy ga gaa gd gl gu ha he hi ' +
  'hi-Latn hr hsb hu hy ia id ie ig ii is it ja jv ka kea kgp kk kk-Arab km kn ko kok kok-Latn ks ' +
  'ks-Deva ku kxv kxv-Deva kxv-Orya kxv-Telu ky lb lij lmo lo lt lv mai mi mk ml mn mni mr ms mt ' +
  'my nds ne nl nn no nqo nso oc om or pa pcm pl pms ps pt qu raj rm ro ru rw sa sah sat sc scn ' +
  'sd sd-Deva shn si sk sl so sq sr sr-Latn st su sv sw syr szl ta te tg th ti tk tn to tr tt tyv ' +
  'ug uk ur uz uz-Cyrl vec vi vmw wo xh xnr yo yrl yue yue-Hans za zh zh-Hant zu';

/** Languages of many people that CLDR covers less, or under another tag. */
const more = 'gsw nb';

/** Regions in which a language is written or formatted in its own way, most people first. */
const regions: Readonly<Record<string, string>> = {
  en: 'US GB IN CA AU PH NG ZA IE NZ SG KE HK',
  ar: 'EG SA DZ SD IQ MA YE SY TN AE JO LY LB KW OM QA BH',
  es: 'ES MX 419 CO AR US CL PE VE',
  fr: 'FR CA BE CH',
  de: 'DE AT CH',
  pt: 'BR PT',
  it: 'IT CH',
  nl: 'NL BE',
  zh: 'CN TW HK',
  sv: 'SE FI',
};

const regional = (language: string): string[] =>
  (regions[language]?.split(' ') ?? []).map((region) => `${language}-${region}`);

/** Tags to choose from: `spoken` first, then their regions, then all others by tag. */
export function languageTags(spoken: readonly string[]): string[] {
  const first = [...spoken, ...spoken.flatMap((tag) => regional(tag.split('-')[0] ?? tag))];
  const rest = `${covered} ${more}`.split(' ').flatMap((tag) => [tag, ...regional(tag)]);
  return [...new Set([...first, ...rest])];
}
