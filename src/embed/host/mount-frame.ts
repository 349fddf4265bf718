import { isPageName, type PageName } from '../../contract/page-names.ts';
import { method, type Method, type Parse } from '../connection.ts';
import { tokenPattern, type FrameMethods, type HostMethods } from '../protocol.ts';
import { applyMode, applyTitle, createFrame, createNotice } from './elements.ts';
import { linkFrame, type FrameLink } from './frame-link.ts';
import { frameEvent, height, pageName, tokenWanted } from './guards.ts';
import { errorOf, tell, type AccountSettingsError } from './host-error.ts';
import {
  checkOptions,
  checkUpdate,
  type AccountSettingsUpdate,
  type CheckedOptions,
} from './options.ts';

/** Reads an answer that is one of a few. */
const oneOf =
  <T>(...values: readonly T[]): Parse<T> =>
  (given) =>
    values.includes(given as T) ? { value: given as T } : { wrong: '' };
const navigation = oneOf('shown', 'asked');

/** One account page in one element, until it is removed. */
export interface Mounted {
  update(update: AccountSettingsUpdate): Promise<void>;
  navigate(page: PageName): Promise<boolean>;
  mayUnload(): Promise<boolean>;
  remove(): void;
}

/** Puts the frame into `element` and answers what the page in it asks. */
export function mountFrame(
  element: Element,
  { options, origin, state: first }: CheckedOptions,
  onConnected: () => void,
  fail: (error: AccountSettingsError) => void,
): Mounted {
  let state = first;
  let shown: { readonly frame: HTMLIFrameElement; readonly link: FrameLink } | undefined;
  let notice: HTMLElement | undefined;
  const place = { origin, client: options.client };

  const methods: Record<keyof HostMethods, Method> = {
    getToken: method(tokenWanted, async (wanted) => {
      try {
        const token: unknown = await options.getToken(wanted);
        if (typeof token === 'string' && tokenPattern.test(token)) return token;
        throw new TypeError('A token is a string of 1 to 8192 visible ASCII characters.');
      } catch (cause) {
        tell(options.onError, errorOf('token_unavailable', '', cause));
        throw cause;
      }
    }),
    resize: method(height, (pixels) => {
      if (shown) shown.frame.style.height = `${pixels}px`;
      return null;
    }),
    navigated: method(pageName, (page) => {
      state = { ...state, page };
      tell(options.onNavigate, page);
      return null;
    }),
    event: method(frameEvent, (event) => {
      tell(options.onEvent, event);
      return null;
    }),
  };

  const clear = (): void => {
    shown?.link.close();
    shown?.frame.remove();
    notice?.remove();
    shown = notice = undefined;
  };

  const say = (frame: HTMLIFrameElement): void => {
    frame.style.display = 'none';
    notice ??= createNotice(place, state, open);
    element.append(notice);
  };

  function open(): void {
    clear();
    const frame = createFrame(place, state);
    const link = linkFrame(frame, origin, () => state, methods, {
      onConnected() {
        frame.style.display = 'block';
        notice?.remove();
        notice = undefined;
        onConnected();
      },
      onUnsupported(version) {
        say(frame);
        fail(errorOf('unsupported_version', ` The page speaks ${version}.`));
      },
      onSilence() {
        say(frame);
        fail(
          errorOf(
            'frame_unreachable',
            ` ${frame.src} is blocked or out of reach, or ${window.origin} is none of the client’s origins.`,
          ),
        );
      },
    });
    shown = { frame, link };
    element.append(frame);
  }
  open();

  /** Calls the page; before it is there, what it begins with says the same. */
  async function call<T>(
    name: keyof FrameMethods,
    argument: unknown,
    parse: Parse<T>,
    otherwise: T,
  ) {
    const connection = shown?.link.connection();
    if (!connection) return otherwise;
    const result = await connection.call(name, argument, parse);
    if (result.ok) return result.value;
    throw errorOf('refused', result.error.argument ? ` ${result.error.argument} is wrong.` : '');
  }

  return {
    async update(given) {
      const update = checkUpdate(given);
      state = { ...state, ...update };
      if (shown) {
        applyMode(shown.frame, state);
        void applyTitle(shown.frame, state);
      }
      await call('update', update, oneOf(null), null);
    },
    async navigate(page) {
      if (!isPageName(page)) checkOptions({ ...options, page });
      const answer = await call('navigate', page, navigation, 'shown');
      if (answer === 'shown') state = { ...state, page };
      return answer === 'shown';
    },
    mayUnload: () => call('mayUnload', undefined, oneOf(true, false), true),
    remove: clear,
  };
}
