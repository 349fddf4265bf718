import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

export interface LazyPage {
  /** Fetches the page's code; from then on the page is shown at once. */
  readonly load: () => Promise<void>;
  /** The page, or `outline` until its code is here. Throws to the boundary when it cannot be had. */
  readonly Page: ComponentType<{ outline: ReactNode }>;
}

/**
 * A page whose code comes on demand. Unlike `React.lazy`, a page already fetched is rendered in the
 * same pass, and a failed fetch is tried again by the next `load` or mount.
 */
export function lazyPage(load: () => Promise<{ default: ComponentType }>): LazyPage {
  let loaded: ComponentType | undefined;
  let loading: Promise<void> | undefined;
  const start = () => {
    loading ??= load().then(
      (module) => {
        loaded = module.default;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  return {
    load: start,
    Page: function Page({ outline }) {
      const [ready, setReady] = useState(loaded !== undefined);
      const [failure, setFailure] = useState<{ error: unknown }>();
      useEffect(() => {
        if (ready) return;
        let mounted = true;
        start().then(
          () => mounted && setReady(true),
          (error: unknown) => mounted && setFailure({ error }),
        );
        return () => {
          mounted = false;
        };
      }, [ready]);
      if (failure) throw failure.error;
      const Loaded = loaded;
      return ready && Loaded ? <Loaded /> : outline;
    },
  };
}
