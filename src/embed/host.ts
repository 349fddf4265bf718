import type { PageName } from '../contract/page-names.ts';
import { errorOf, tell, type AccountSettingsError } from './host/host-error.ts';
import { mountFrame, type Mounted } from './host/mount-frame.ts';
import {
  checkOptions,
  type AccountSettingsOptions,
  type AccountSettingsUpdate,
} from './host/options.ts';

export { AccountSettingsError, type HostErrorCode } from './host/host-error.ts';
export type { AccountSettingsOptions, AccountSettingsUpdate } from './host/options.ts';
export type { FrameEvent, FrameTheme, TokenWanted } from './protocol.ts';
export type { PageName } from '../contract/page-names.ts';

/** The account page in a host's page. */
export interface AccountSettingsHandle {
  /** Changes the theme or the language, each as a whole. Rejects with `invalid_option`. */
  update(update: AccountSettingsUpdate): Promise<void>;
  /**
   * Shows another page. Resolves with false when there are unsaved changes: the person is asked
   * about them, and `onNavigate` tells when they have left.
   */
  navigate(page: PageName): Promise<boolean>;
  /** Whether the page can be taken away without losing unsaved changes. */
  mayUnload(): Promise<boolean>;
  /** Takes the page away, with everything that belongs to it. */
  destroy(): void;
}

/** The handle, usable at once, and a promise of it, which resolves when the page is connected. */
export type MountedAccountSettings = AccountSettingsHandle & Promise<AccountSettingsHandle>;

/**
 * Shows the account page in a frame inside `element`. Nothing is loaded before, and nothing stays
 * after `destroy()`. Rejects with an {@link AccountSettingsError} that names what is wrong; with an
 * `onError` it is told there, and the promise may be left alone.
 */
export function mountAccountSettings(
  element: Element | null | undefined,
  options: AccountSettingsOptions,
): MountedAccountSettings {
  let settle: { resolve: () => void; reject: (error: AccountSettingsError) => void };
  const connected = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const fail = (error: AccountSettingsError): void => {
    settle.reject(error);
    tell(options?.onError, error);
  };
  let mounted: Mounted | undefined;
  const handle: AccountSettingsHandle = {
    update: (update) => demand().update(update),
    navigate: (page) => demand().navigate(page),
    mayUnload: () => demand().mayUnload(),
    destroy() {
      mounted?.remove();
      mounted = undefined;
      // Whoever takes it away early, as React does in its strict mode, need not look at the promise.
      promise.catch(() => undefined);
      settle.reject(errorOf('destroyed'));
    },
  };
  const gone = () => Promise.reject(errorOf('destroyed'));
  const demand = (): Omit<Mounted, 'remove'> =>
    mounted ?? { update: gone, navigate: gone, mayUnload: gone };
  const promise = connected.then(() => ({ ...handle }));
  if (typeof options?.onError === 'function') promise.catch(() => undefined);
  try {
    const checked = checkOptions(options);
    if (element?.nodeType !== 1) throw errorOf('element_missing');
    mounted = mountFrame(element, checked, () => settle.resolve(), fail);
  } catch (error) {
    fail(error as AccountSettingsError);
  }
  return Object.assign(promise, handle);
}
