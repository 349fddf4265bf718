import * as z from 'zod/mini';
import { limits, rule } from './codes.ts';
import { control, loneSurrogate } from './text.ts';

/** The address rule of the HTML living standard (§ 4.10.5.1.5), which browsers use for `type=email`. */
const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

export const email = z
  .string(rule('type_invalid'))
  .check(
    z.trim(),
    z.maxLength(limits.email.max, { error: rule('email_invalid'), abort: true }),
    z.regex(emailPattern, rule('email_invalid')),
  );

/**
 * True for an absolute `https:` URL without credentials: the only kind ever put into an `src`. The
 * URL parser would drop line breaks and replace lone surrogates: what was meant is unknown then.
 */
export function isHttpsUrl(value: string): boolean {
  if (!/^https:\/\//i.test(value) || control.test(value) || loneSurrogate.test(value)) return false;
  try {
    const { username, password } = new URL(value);
    return username === '' && password === '';
  } catch {
    return false;
  }
}

export const avatarUrl = z
  .string(rule('type_invalid'))
  .check(
    z.trim(),
    z.maxLength(limits.avatarUrl.max, { error: rule('avatar_url_length'), abort: true }),
    z.refine(isHttpsUrl, { error: rule('avatar_url_https') }),
  );
