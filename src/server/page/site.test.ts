import { expect, test } from 'vitest';
import { initials } from './sign-in-page.ts';
import { inlineHashes } from './site.ts';
import { pickLanguage } from './words.ts';

test('inline scripts and styles are hashed exactly, scripts of files are not', () => {
  const html =
    '<script>1</script><style>a{}</style><script type="module" src="/a.js"></script><SCRIPT async>\n2 </SCRIPT>';
  const hash = expect.stringMatching(/^[\w+/]{43}=$/);
  expect(inlineHashes(html)).toEqual({
    scripts: ['a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=', hash],
    styles: [hash],
  });
});

test.each([
  ['Ada Lovelace', 'AL'],
  ['Zoë', 'Z'],
  ['王 小明', '王小'],
  ['👩🏽‍🚀 Mae Carol Jemison', 'MJ'],
  ['👩🏽‍🚀', ''],
])('the initials of %s are %s', (name, expected) => expect(initials(name)).toBe(expected));

test.each([
  [undefined, 'en'],
  ['ar-EG', 'ar'],
  ['ko, ar;q=0.5, en;q=0.9', 'en'],
  ['ko, fr', 'fr'],
  ['ko', 'en'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW, pt;q=0.5', 'pt-BR'],
  ['not a tag!, iw', 'he'],
  ['ar;q=0', 'en'],
  ['constructor', 'en'],
])('Accept-Language: %s reads %s', (header, language) => {
  expect(pickLanguage(header).language).toBe(language);
});
