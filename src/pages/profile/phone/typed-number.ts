import * as z from 'zod/mini';
import { limits, normalisePhoneNumber, phoneNumber } from '../../../contract/rules.ts';
import type { MessageId } from '../../../i18n/catalogue.ts';
import { numberingState } from './use-numbering.ts';

/** What the form of the number holds. */
export interface TypedNumber {
  /** As it stands in the field. */
  readonly typed: string;
  /** In which a number without `+` is meant; undefined while nobody knows. */
  readonly country: string | undefined;
}

/** One text of both, by which forms compare, keep and restore it. A field has no line breaks. */
export const joinNumber = ({ typed, country }: TypedNumber): string =>
  country && typed.trim() && !isInternational(typed) ? `${country}\n${typed}` : typed;

export function splitNumber(text: string): TypedNumber {
  const [, country, typed] = /^([A-Z]{2})\n(.*)$/s.exec(text) ?? [];
  return { typed: typed ?? text, country };
}

/** Whether a number is typed with the code of its country. */
export const isInternational = (typed: string): boolean =>
  // Brackets and invisible marks may come before the plus.
  normalisePhoneNumber(typed.slice(0, 50)).startsWith('+');

/** What only the page can find wrong with a number, beyond the contract's rule. */
export const numberProblems = [
  'profile.phone.problem.length',
  'profile.phone.problem.country',
  'profile.phone.problem.offline',
] as const satisfies readonly MessageId[];
type NumberProblem = (typeof numberProblems)[number];

/** The number to send, or what is wrong: a rule code, or the id of a message. */
type Sent = { number: string } | { problem: string };

function sentOf(text: string): Sent {
  const { typed, country } = splitNumber(text);
  const kept = phoneNumber.safeParse(typed);
  const broken = kept.error?.issues[0]?.message;
  const byRule: Sent = broken === undefined ? { number: kept.data ?? '' } : { problem: broken };
  // A number short by the rule may be long enough with its country's code.
  const isHopeless = typed.length > limits.phoneTyped.max || broken === 'phone_number_characters';
  if (isHopeless) return byRule;
  const problem = (id: NumberProblem): Sent => (broken === undefined ? { problem: id } : byRule);
  const numbering = numberingState();
  if (typeof numbering === 'string') {
    const isKnown = isInternational(typed) || numbering !== 'failed';
    return isKnown ? byRule : problem('profile.phone.problem.offline');
  }
  if (isInternational(typed)) {
    // A zero more, and a number of fifteen digits has too many.
    const number = numbering.readNumber(typed)?.number;
    return phoneNumber.safeParse(number).success && number !== undefined ? { number } : byRule;
  }
  if (country === undefined) return problem('profile.phone.problem.country');
  const number = numbering.readNumber(typed, country)?.number;
  return phoneNumber.safeParse(number).success && number !== undefined
    ? { number }
    : problem('profile.phone.problem.length');
}

/**
 * The rule of the form's text: what comes out is what is sent, in international form. While the
 * numbering plans are on their way, the contract's rule alone decides.
 */
export const typedNumber = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const sent = sentOf(text);
    if ('number' in sent) return sent.number;
    context.issues.push({ code: 'custom', message: sent.problem, input: text });
    return z.NEVER;
  }),
);
