import * as z from 'zod/mini';
import { limits, rule } from './codes.ts';
import { canBeSeen, codePoints, control, noControls } from './text.ts';
import { bareHandle } from './username.ts';

/** The address that a text is, with or without its scheme; undefined for anything else. */
function addressOf(text: string): URL | undefined {
  try {
    return new URL(/^https?:/i.test(text) ? text : `https://${text}`);
  } catch {
    return undefined;
  }
}

/** The steps of an address's path, as they are meant: `%40ada` is `@ada`. */
const stepsOf = ({ pathname }: URL): string[] =>
  pathname
    .split('/')
    .filter(Boolean)
    .map((step) => {
      try {
        return bareHandle(decodeURIComponent(step));
      } catch {
        return step;
      }
    });

/** Pages of X, which are nobody's. */
const pagesOfX =
  /^(?:about|compose|download|explore|hashtag|home|i|intent|jobs|login|logout|messages|notifications|privacy|search|settings|share|signup|tos)$/i;

/** The handle that a text names, be it the link to a profile or a post; empty for any other link. */
function twitterHandle(text: string): string {
  const handle = bareHandle(text);
  const address = addressOf(handle);
  if (!address || !/^(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com\.?$/.test(address.hostname)) {
    return handle;
  }
  const named = address.searchParams.get('screen_name');
  if (named !== null) return bareHandle(named);
  // `#!/ada`, as links were written once.
  const [, once] = /^#!\/(.+)/.exec(address.hash) ?? [];
  if (once !== undefined) return twitterHandle(`x.com/${once}`);
  const [first = ''] = stepsOf(address);
  return pagesOfX.test(first) ? '' : first;
}

/** The handle, or the number of the account that a link leads to; empty for any other link. */
function discordHandle(text: string): string {
  // Who had a number behind the name and has none any more is sometimes written with a zero.
  const handle = bareHandle(text).replace(/#0$/, '');
  const address = addressOf(handle);
  const host = /^(?:(?:www|ptb|canary)\.)?(?:discord(?:app)?\.com|discord\.gg)\.?$/;
  if (!address || !host.test(address.hostname)) return handle;
  const [kind, id = ''] = stepsOf(address);
  return kind === 'users' && /^\d{15,22}$/.test(id) ? id : '';
}

/** A handle on another network: one word, no control characters. */
const social = z.string(rule('type_invalid')).check(
  z.refine(
    (text) => /^\S+$/u.test(text) && canBeSeen(text) && codePoints(text) <= limits.social.max,
    { error: rule('social_invalid'), abort: true },
  ),
  noControls(control),
);

/** A text that is not too long to look for a handle in it. */
const typed = z
  .string(rule('type_invalid'))
  .check(z.maxLength(limits.socialTyped.max, { error: rule('social_invalid'), abort: true }));

/** A handle on X: 1–15 of `A-Z a-z 0-9 _`; the link to a profile is reduced to it. */
export const twitter = z.pipe(
  z.pipe(typed, z.transform(twitterHandle)),
  social.check(
    z.refine((text) => !text.includes('/'), { error: rule('social_invalid'), abort: true }),
    z.regex(/^[A-Za-z0-9_]*$/, { error: rule('twitter_characters'), abort: true }),
    z.maxLength(limits.twitter.max, rule('twitter_characters')),
  ),
);

/** A handle on Discord, the former `name#1234` included; the link to an account gives its number. */
export const discord = z.pipe(
  z.pipe(typed, z.transform(discordHandle)),
  social.check(z.regex(/^[^@#:/\\]+(?:#\d{4})?$/u, rule('social_invalid'))),
);
