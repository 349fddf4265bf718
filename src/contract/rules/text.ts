import * as z from 'zod/mini';
import { limits, rule } from './codes.ts';

/** Length as a person counts it, near enough: code points, so that an emoji outside the BMP is one. */
export const codePoints = (text: string): number => [...text].length;

/** C0 and C1 controls; line breaks are allowed only where `multiline`. */
// oxlint-disable-next-line no-control-regex -- controls are what the rule is about
export const control = /[\u0000-\u001f\u007f-\u009f]/u;
// oxlint-disable-next-line no-control-regex -- controls are what the rule is about
const controlExceptLineBreaks = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u;

/** Lone surrogates cannot be stored as UTF-8 and would come back changed. */
export const loneSurrogate = /\p{Surrogate}/u;

export const noControls = (pattern: RegExp) =>
  z.refine<string>((text) => !pattern.test(text) && !loneSurrogate.test(text), {
    error: rule('control_characters'),
  });

/** The display name: 1–100 code points on one line. */
export const name = z.string(rule('type_invalid')).check(
  z.trim(),
  z.minLength(limits.name.min, { error: rule('name_required'), abort: true }),
  z.refine((text) => codePoints(text) <= limits.name.max, { error: rule('name_length') }),
  noControls(control),
);

/** The description: at most 500 code points; line breaks are text, other controls are not. */
export const bio = z.string(rule('type_invalid')).check(
  z.overwrite((text) => text.replace(/\r\n?/g, '\n')),
  z.refine((text) => codePoints(text) <= limits.bio.max, { error: rule('bio_length') }),
  noControls(controlExceptLineBreaks),
);
