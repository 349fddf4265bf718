import { useMemo, type ReactNode } from 'react';
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

const rich = {
  // What stands out is mostly a value, whose direction is its own: `@ada` from left to right.
  b: (chunks: ReactNode) => (
    <strong key="b" dir="auto">
      {chunks}
    </strong>
  ),
};

/** A message as React text; `<b>` in it stands out. */
export function Text({ id, values }: { id: MessageId; values?: MessageValues }): ReactNode {
  return useIntl().message(id, { ...values, ...rich });
}
