import { use, type ComponentType } from 'react';

export interface LazyPage {
  /** Fetches the page's code; shows the page at once from then on. */
  readonly load: () => Promise<void>;
  readonly Page: ComponentType;
}

/**
 * A page whose code comes on demand. Unlike `React.lazy`, a page already fetched is rendered in the
 * same pass, and a failed fetch is tried again by the next `load`.
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
    Page: function Page() {
      if (!loaded) use(start());
      const Loaded = loaded;
      return Loaded ? <Loaded /> : null;
    },
  };
}
