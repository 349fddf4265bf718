import { expect, test } from 'vitest';
import { markupFlaws } from '../../../test/tools/markup.ts';
import { pageLanguages } from '../../contract/languages.ts';
import { signInPage } from '../page/sign-in-page.ts';
import { pickLanguage } from '../page/words.ts';
import { noticePage } from './notice-page.ts';

test.each(pageLanguages)('the service’s own pages in %s keep to the HTML standard', async (tag) => {
  const reading = pickLanguage(tag);
  const next = '/profile?a=1&b="2"#bio';
  const pages = await Promise.all([
    ...(['denied', 'failed', 'unreachable', 'signedOut'] as const).map((notice) =>
      noticePage(notice, reading, next),
    ),
    signInPage([], next, reading),
  ]);
  for (const page of pages) expect(await markupFlaws(String(page))).toEqual([]);
});
