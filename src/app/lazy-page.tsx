import { use, useState, type ComponentType } from 'react';

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
  const Loaded = () => {
    const Component = loaded;
    return Component ? <Component /> : null;
  };
  const Pending = () => {
    use(start());
    return <Loaded />;
  };
  return {
    load: start,
    Page: function Page() {
      // Decided once per mount: a page that came late must not be mounted anew when it renders again.
      const [ready] = useState(loaded !== undefined);
      return ready ? <Loaded /> : <Pending />;
    },
  };
}
