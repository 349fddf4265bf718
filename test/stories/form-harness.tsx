import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import { locale, name, timezone } from '../../src/contract/rules.ts';
import { useCardForm, type CardForm } from '../../src/form/use-card-form.ts';
import { MeError } from '../../src/client/me-error.ts';

type Values = Record<string, string>;

/** A form of one field, `id`, around a control; saving takes what is typed. */
export function FormHarness({
  id,
  value,
  fails = false,
  children,
}: {
  id: string;
  value: string;
  fails?: boolean;
  children: (card: CardForm<Values>) => ReactNode;
}) {
  const rule = id === 'locale' ? locale : id === 'timezone' ? timezone : name;
  const card = useCardForm<Values>({
    id: `form-${id}`,
    owner: 'story',
    stored: { texts: { [id]: value }, etag: undefined },
    rules: { [id]: z.nullable(rule) },
    save: (patch) =>
      fails
        ? Promise.reject(new MeError({ code: 'InternalError', status: 500 }))
        : Promise.resolve({ texts: patch as Values, etag: undefined }),
    refresh: () => Promise.resolve({ texts: { [id]: value }, etag: undefined }),
  });
  return children(card);
}
