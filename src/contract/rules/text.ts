import * as z from 'zod/mini';
import { limits, rule } from './codes.ts';

/** Length as a person counts it, near enough: code points, so that an emoji outside the BMP is one. */
export const codePoints = (text: string): number => [...text].length;

/** C0 and C1 controls. */
// oxlint-disable-next-line no-control-regex -- controls are what the rule is about
export const control = /[\u0000-\u001f\u007f-\u009f]/u;
// oxlint-disable-next-line no-control-regex -- controls are what the rule is about
const controlExceptTabsAndLineBreaks = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

/** Lone surrogates cannot be stored as UTF-8 and would come back changed. */
export const loneSurrogate = /\p{Surrogate}/u;

export const noControls = (pattern: RegExp) =>
  z.refine<string>((text) => !pattern.test(text) && !loneSurrogate.test(text), {
    error: rule('control_characters'),
  });

/**
 * What draws nothing by itself: blanks, controls, marks without a letter, what Unicode lets fonts
 * ignore (fillers, joiners, marks of direction, variation selectors, tags), and a few characters
 * that are drawn as a blank although Unicode calls them letters or symbols.
 */
const unseen =
  /[\p{White_Space}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffc\u{13441}-\u{13446}\u{16fe4}\u{1d159}]/gu;

/** Whether a text shows anything at all. */
export const canBeSeen = (text: string): boolean => text.replace(unseen, '') !== '';

/** What stands at the ends of copied lines and cells, where a text has one line. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/** Every way to end a line or a page, in text of any origin. */
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

const byteOrderMark = '\ufeff';

/**
 * Byte order marks at the ends of a copied file are no part of its text. A pattern that looks for
 * them at the end would try every one of many in between.
 */
function withoutOuterMarks(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === byteOrderMark) start += 1;
  while (end > start && text[end - 1] === byteOrderMark) end -= 1;
  return text.slice(start, end);
}

/** The display name: 1–100 code points on one line, of which something can be seen. */
export const name = z.string(rule('type_invalid')).check(
  z.overwrite((text) => text.replace(breaks, ' ')),
  z.trim(),
  z.refine(canBeSeen, { error: rule('name_required'), abort: true }),
  z.refine((text) => codePoints(text) <= limits.name.max, { error: rule('name_length') }),
  noControls(control),
);

/**
 * The description: at most 500 code points; line breaks and tabs are text, other controls are not.
 * One in which nothing can be seen is empty.
 */
export const bio = z.string(rule('type_invalid')).check(
  z.overwrite((text) => {
    const tidy = withoutOuterMarks(text.replace(lineBreaks, '\n'));
    return canBeSeen(tidy) || controlExceptTabsAndLineBreaks.test(tidy) ? tidy : '';
  }),
  z.refine((text) => codePoints(text) <= limits.bio.max, { error: rule('bio_length') }),
  noControls(controlExceptTabsAndLineBreaks),
);
