import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import core from './messages/en/core.ts';
import config from './messages/en/config.json';
import danger from './messages/en/danger.json';
import frame from './messages/en/frame.json';
import phone from './messages/en/phone.json';
import preferences from './messages/en/preferences.json';
import sessions from './messages/en/sessions.json';
import usage from './messages/en/usage.json';

const plain = 'aeiouyAEIOUYcdglnrstzCDGLNRSTZ';
const accented = 'áéíóúýÁÉÍÓÚÝçđğľñřšťžÇĐĞĽÑŘŠŤŽ';
const longer = 1.4;

/** `Save` as `Šáávéé`: readable, and 40 % longer within its words, as other languages are. */
export function pseudo(text: string): string {
  const letters = [...text].map((letter) => {
    const at = plain.indexOf(letter);
    const one = at < 0 ? letter : (accented[at] ?? letter);
    return /[aeiouy]/i.test(letter) ? one + one.toLowerCase() : one;
  });
  const wanted = Math.ceil(text.trim().length * longer);
  const missing = Math.max(0, wanted - letters.join('').trim().length);
  return letters.join('').replace(/\p{L}(?=\P{L}*$)/u, (last) => last + 'ẋ'.repeat(missing));
}

function pseudoPart(part: MessageFormatElement): MessageFormatElement {
  if (part.type === TYPE.literal) return { ...part, value: pseudo(part.value) };
  if (part.type === TYPE.tag) return { ...part, children: part.children.map(pseudoPart) };
  if (part.type !== TYPE.plural && part.type !== TYPE.select) return part;
  const options = Object.entries(part.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map(pseudoPart) },
  ]);
  return { ...part, options: Object.fromEntries(options) as never };
}

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });

/** A message in brackets, by which one sees where its end is cut off. */
function pseudoMessage(message: unknown): unknown {
  if (typeof message === 'string') return `[${pseudo(message)}]`;
  const parts = (message as MessageFormatElement[]).map(pseudoPart);
  return [literal('['), ...parts, literal(']')];
}

const english: Readonly<Record<string, unknown>> = {
  ...core,
  ...config,
  ...danger,
  ...frame,
  ...phone,
  ...preferences,
  ...sessions,
  ...usage,
};

export default Object.fromEntries(
  Object.entries(english).map(([id, message]) => [id, pseudoMessage(message)]),
) as Readonly<Record<string, unknown>>;
