import { expect, test, vi } from 'vitest';
import { languageName, translatedName } from './language-name.ts';

/** As in browsers; Node takes any tag. */
function refuseExtensions() {
  const of = Intl.DisplayNames.prototype.of;
  vi.spyOn(Intl.DisplayNames.prototype, 'of').mockImplementation(function (
    this: Intl.DisplayNames,
    tag,
  ) {
    if (/-[a-z\d]-/i.test(tag)) throw new RangeError('Invalid argument to Intl.DisplayNames.of');
    return of.call(this, tag);
  });
}

test.each([
  ['ar-u-nu-latn', 'العربية (u-nu-latn)'],
  ['AR-U-NU-LATN', 'العربية (U-NU-LATN)'],
  ['en-GB-u-hc-h23-x-me', 'English (United Kingdom) (u-hc-h23-x-me)'],
  ['de-t-en-h0-hybrid', 'Deutsch (t-en-h0-hybrid)'],
  ['fr', 'Français'],
])('%s is called %s where the engine names languages alone', (tag, name) => {
  refuseExtensions();
  expect(languageName(tag, 'en')).toBe(name);
});

test('a tag that the engine has no name for stands for itself', () => {
  vi.spyOn(Intl.DisplayNames.prototype, 'of').mockImplementation(() => {
    throw new RangeError();
  });
  expect(translatedName('german-x-a', 'en')).toBe('german-x-a');
});
