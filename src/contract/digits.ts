/** Digits of every script but the plain ones. */
const otherDigit = /[^\P{Nd}0-9]/gu;

const isDigit = (codePoint: number) => /\p{Nd}/u.test(String.fromCodePoint(codePoint));

/** Unicode keeps the ten digits of a script together, from zero to nine; some scripts adjoin. */
function valueOf(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (isDigit(zero - 1)) zero--;
  return String((codePoint - zero) % 10);
}

const known = new Map<string, string>();

/** The text with its decimal digits (`\p{Nd}`: `٩`, `९`, `９`) as `0` to `9`; all else stays. */
export const plainDigits = (text: string): string =>
  text.replace(otherDigit, (digit) => {
    const value = known.get(digit) ?? valueOf(digit);
    known.set(digit, value);
    return value;
  });
