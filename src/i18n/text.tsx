import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { MessageId } from './catalogue.ts';
import { useIntl } from './intl.tsx';

export type MessageValues = Readonly<Record<string, string | number | Date | undefined>>;

/** Formats a message as text. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

/** The message formatter of the current language. */
export function useText(): Translate {
  const { message } = useIntl();
  return useMemo(() => (id, values) => message(id, values) as string, [message]);
}

export interface TextProps {
  id: MessageId;
  values?: MessageValues;
  /** What stands out is a name or to be typed as it stands: no browser may translate it. */
  verbatim?: boolean;
}

/**
 * A message as elements; `<b>` in it stands out. No word of it is bare text, which a browser that
 * translates the page would take away from React.
 */
export function Text({ id, values, verbatim }: TextProps): ReactNode {
  const { message } = useIntl();
  // What stands out is mostly a value, whose direction is its own: `@ada` from left to right.
  const b = (chunks: readonly string[]) => (
    <strong key="b" dir="auto" translate={verbatim ? 'no' : undefined}>
      {chunks.join('')}
    </strong>
  );
  const parts = [message(id, { ...values, b })].flat() as readonly (string | ReactElement)[];
  // White space between the words goes only with all of them.
  const shape = parts.map((part) =>
    typeof part === 'string' ? part.replaceAll(/\S+/gu, '.') : 'b',
  );
  return <span key={shape.join('')}>{parts.flatMap(inElements)}</span>;
}

/** A text as an element, with the space around it left outside. */
function inElements(part: string | ReactElement, index: number): readonly ReactNode[] {
  if (typeof part !== 'string') return [part];
  const words = part.trim();
  return [
    part.startsWith(words) ? null : ' ',
    <span key={index}>{words}</span>,
    part.endsWith(words) ? null : ' ',
  ];
}
