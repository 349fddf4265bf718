import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { MeError } from '../client/me-error.ts';
import { useClient } from '../data/client-context.tsx';
import { useErrorText } from '../form/error-text.ts';
import { NothingShown } from './start-failed.tsx';

/** Fetched after the page: it is needed once the page is left, and there again. */
const load = () => import('./session-watch.ts');

interface Shown {
  /** Rises when nothing of what was shown may be left. */
  readonly visit: number;
  /** Why nobody can tell whose the page is. */
  readonly error?: unknown;
}

/**
 * What a browser keeps of the page for Back is shown only once it is proved whose it is: the same
 * person finds it as it was, anybody else nothing of it. It is the same when another tab signs out.
 */
export function SessionGuard({ children }: { children: ReactNode }) {
  const client = useClient();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const element = useRef<HTMLDivElement>(null);
  const proofs = useRef(0);
  const [shown, setShown] = useState<Shown>({ visit: 0 });
  const { visit, error } = shown;

  /** Everything of the account, pickers that open beside it included. */
  const hide = useCallback((isHidden: boolean) => {
    element.current?.closest('.as-place')?.toggleAttribute('data-hidden', isHidden);
  }, []);

  const prove = useCallback(async () => {
    const proof = ++proofs.current;
    hide(true);
    let next: { isSame?: boolean; error?: unknown };
    try {
      next = { isSame: await (await load()).proveSession(client, queryClient) };
    } catch (cause) {
      next = { error: cause };
    }
    // Another proof has begun meanwhile, and decides.
    if (proof === proofs.current)
      setShown((now) => ({
        visit: now.visit + (next.isSame && !now.error ? 0 : 1),
        error: next.error,
      }));
  }, [client, queryClient, hide]);

  // Once what is to be shown is there, and before it is painted.
  useLayoutEffect(() => hide(false), [shown, hide]);
  // Something else takes its place, in a frame a notice that somebody else is signed in: it is seen.
  useLayoutEffect(() => {
    const place = element.current?.closest('.as-place');
    return () => place?.removeAttribute('data-hidden');
  }, []);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const on = (type: 'pagehide' | 'pageshow', then: () => void) =>
      window.addEventListener(type, ({ persisted }) => persisted && then(), { signal });
    // Hidden before it is kept: what a browser brings back it paints before it runs anything.
    on('pagehide', () => hide(true));
    on('pageshow', () => void prove());
    load().then(
      ({ watchSession }) => {
        const place = element.current?.closest('.as-place');
        if (place) watchSession(place, queryClient, () => void prove(), signal);
      },
      // It is asked for again when it is needed.
      () => undefined,
    );
    return () => controller.abort();
  }, [queryClient, prove, hide]);

  return (
    <div key={visit} ref={element} className="as-guard">
      {error ? (
        <NothingShown
          about={errorText(
            // Otherwise it is the page's own code that did not come, and comes only with the page.
            error instanceof MeError ? error : new MeError({ code: 'NetworkError' }),
          )}
          onRetry={() => (error instanceof MeError ? void prove() : window.location.reload())}
        />
      ) : (
        children
      )}
    </div>
  );
}
