import { plainText } from '../search-text.ts';

/**
 * An offset from UTC in any writing: `UTC+5.5`, `+5:30`, `0530`, `5:30`, `−3`, `utc 5,5`. Without a
 * sign it needs minutes, or `UTC` before it, to be no mere number.
 */
const pattern =
  /(?:^|[\s(])(?:(utc|gmt)\s?)?([+-]?)\s?(\d{1,2}?)(?:([:.,h])(\d{0,2})|(\d{2}))?(?=[\s)]|$)/i;

export interface TypedOffset {
  /** Whether an offset in minutes is meant by what is typed so far. */
  readonly means: (minutes: number) => boolean;
  /** What else was typed. */
  readonly rest: string;
}

/** Minutes as a part of an hour, to as many digits as anybody types: 45 → `750`. */
const decimals = (minutes: number): string =>
  String(Math.round((minutes / 60) * 1000)).padEnd(3, '0');

/** Reads the offset in a query; undefined where there is none, or part of an identifier. */
export function readOffset(query: string): TypedOffset | undefined {
  const text = plainText(query).replace(/٫/g, '.');
  // `Etc/GMT-5` is a name, whose sign means the opposite.
  if (/\betc\b/i.test(text)) return undefined;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, prefix, sign, hours, mark, marked, digits] = match;
  if (!prefix && !sign && !mark && !digits) return undefined;
  const typed = marked ?? digits ?? '';
  const means = (minutes: number): boolean => {
    const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    if (h !== Number(hours) || (minutes !== 0 && minutes < 0 !== (sign === '-'))) return false;
    const isDecimal = mark === '.' || mark === ',';
    return (
      String(m).padStart(2, '0').startsWith(typed) || (isDecimal && decimals(m).startsWith(typed))
    );
  };
  return { means, rest: text.replace(whole, ' ') };
}
