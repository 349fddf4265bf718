import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { direction } from '../contract/languages.ts';
import { isolated } from './bidi.ts';
import type { MessageId, Messages } from './catalogue.ts';

type Instant = Date | number | string;

/** Formatting in one locale. Every `Intl` object is made once, when it is first needed. */
export interface LocaleFormat {
  /** The BCP 47 tag that `Intl` formats with. */
  readonly locale: string;
  /** A message: text as it stands in the catalogue, or parsed when it has arguments. */
  readonly message: (id: MessageId, values?: Record<string, unknown>) => ReactNode;
  /** Throws a `RangeError` for what is no instant, like the `Intl` object behind it. */
  readonly formatDate: (instant: Instant, options?: Intl.DateTimeFormatOptions) => string;
  readonly formatTime: (instant: Instant, options?: Intl.DateTimeFormatOptions) => string;
  readonly formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string;
  readonly formatRelativeTime: (
    value: number,
    unit: Intl.RelativeTimeFormatUnit,
    options?: Intl.RelativeTimeFormatOptions,
  ) => string;
  readonly formatList: (parts: readonly string[], options?: Intl.ListFormatOptions) => string;
}

/** Remembers what `make` answered for the same options. */
function remembered<O extends object | undefined, F>(make: (options: O) => F): (options: O) => F {
  const known = new Map<string, F>();
  return (options) => {
    const key = JSON.stringify(options ?? null);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(options);
    known.set(key, made);
    return made;
  };
}

type PlainPart = Extract<
  MessageFormatElement,
  { type: typeof TYPE.literal | typeof TYPE.argument }
>;

const isPlain = (part: MessageFormatElement): part is PlainPart =>
  part.type === TYPE.literal || part.type === TYPE.argument;

function plainText(
  part: PlainPart,
  values: Record<string, unknown> | undefined,
  numberText: (value: number) => string,
): string {
  if (part.type === TYPE.literal) return part.value;
  const value = values?.[part.value];
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? value : '';
}

/** The values of a message, of which no text can put the sentence around it out of order. */
const withIsolated = (values: Record<string, unknown>, dir: 'ltr' | 'rtl') =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value, dir) : value,
    ]),
  );

/** The formats of a locale, with one language’s messages. */
export function formatOf(locale: string, messages: Messages): LocaleFormat {
  const dir = direction(locale.split('-', 1)[0] ?? '');
  const parsed = new Map<string, IntlMessageFormat>();
  const date = remembered(
    (options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  );
  const number = remembered(
    (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
  );
  const relative = remembered(
    (options?: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
  );
  const list = remembered(
    (options?: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
  );
  // English has no digits of its own unless its tag names some; the first use of `Intl` is dear.
  const isPlainEnglish = /^en(?!.*-u-)/.test(locale);
  const numberText = (value: number) =>
    isPlainEnglish ? String(value) : number(undefined).format(value);
  const instantOf = (instant: Instant) => new Date(instant);
  return {
    locale,
    message: (id, given) => {
      const message = messages[id];
      if (typeof message === 'string') return message;
      const values = given && withIsolated(given, dir);
      const parts = message as MessageFormatElement[];
      // Words with names in them need no rules of a language, and the first use of `Intl` is dear.
      if (parts.every(isPlain)) {
        return parts.map((part) => plainText(part, values, numberText)).join('');
      }
      let format = parsed.get(id);
      if (!format) {
        format = new IntlMessageFormat(parts, locale);
        parsed.set(id, format);
      }
      return format.format(values as never) as ReactNode;
    },
    formatDate: (instant, options) => date(options).format(instantOf(instant)),
    formatTime: (instant, options) =>
      date({ hour: 'numeric', minute: 'numeric', ...options }).format(instantOf(instant)),
    formatNumber: (value, options) => number(options).format(value),
    formatRelativeTime: (value, unit, options) => relative(options).format(value, unit),
    formatList: (parts, options) => list(options).format(parts),
  };
}

const LocaleContext = createContext<LocaleFormat | undefined>(undefined);

export interface IntlProviderProps {
  locale: string;
  messages: Messages;
  children: ReactNode;
}

/** Formats everything below in one locale, with one language's messages. */
export function IntlProvider({ locale, messages, children }: IntlProviderProps) {
  const format = useMemo(() => formatOf(locale, messages), [locale, messages]);
  return <LocaleContext value={format}>{children}</LocaleContext>;
}

/** The formats of the current locale. Throws without an `IntlProvider` above. */
export function useIntl(): LocaleFormat {
  const format = use(LocaleContext);
  if (!format) throw new Error('useIntl needs an IntlProvider above it');
  return format;
}
