import { useMemo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './catalogue.ts';

export type MessageValues = Readonly<Record<string, string | number | Date | undefined>>;

/** Formats a message as text. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

/** The message formatter of the current language. */
export function useText(): Translate {
  const intl = useIntl();
  return useMemo(
    () => (id, values) => {
      const message: unknown = intl.messages[id];
      // Messages without arguments are plain text after the build.
      return typeof message === 'string' ? message : intl.formatMessage({ id }, values);
    },
    [intl],
  );
}

const rich = { b: (chunks: ReactNode) => <strong key="b">{chunks}</strong> };

/** A message as React text; `<b>` in it stands out. */
export function Text({ id, values }: { id: MessageId; values?: MessageValues }): ReactNode {
  return useIntl().formatMessage({ id }, { ...values, ...rich });
}
