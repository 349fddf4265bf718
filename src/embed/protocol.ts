import type { PageName } from '../contract/page-names.ts';

/**
 * What a host page and the account page in its frame say to each other. The frame says `hello` to
 * its parent window; a host that knows the version answers once with a `MessagePort` and the state to
 * begin with. From then on everything goes over that port, which nobody else holds.
 */

/** Marks our messages among whatever else windows post to each other. */
export const namespace = 'account-settings';

/** Major versions do not understand each other; minor ones add what the other side may ignore. */
export const protocolVersion = '1.0';

/** The part of a version that must be the same on both sides; undefined for what is no version. */
export const majorOf = (version: unknown): string | undefined =>
  typeof version === 'string' ? /^(\d{1,3})\.\d{1,3}$/.exec(version)?.[1] : undefined;

/** Milliseconds after which a side that hears nothing says so. */
export const handshakePatience = 10_000;

/** Milliseconds for an answer of the other side. */
export const callPatience = 10_000;

/** What the page says to whoever is around it. It tells nothing: anybody may hear it. */
export interface Hello {
  readonly namespace: typeof namespace;
  readonly type: 'hello';
  readonly version: string;
}

/** What a host answers, with one port, to exactly the origin of the page. */
export interface Welcome {
  readonly namespace: typeof namespace;
  readonly type: 'welcome';
  readonly version: string;
  readonly state: FrameState;
}

/** What a host answers to a page whose major version it does not speak. */
export interface Farewell {
  readonly namespace: typeof namespace;
  readonly type: 'unsupported_version';
  readonly version: string;
}

export const themeModes = ['light', 'dark', 'system'] as const;
export const densities = ['regular', 'compact'] as const;

/** Pixels, both ends included. */
export const ranges = {
  radius: { min: 0, max: 24 },
  fontSize: { min: 12, max: 20 },
  height: { min: 0, max: 20_000 },
} as const;

/** The most characters a font family list, or a language tag, may have. */
export const longest = { fontFamily: 200, locale: 35 } as const;

/** Names of fonts, separated by commas: nothing that means anything else in a style sheet. */
export const fontFamilyPattern = /^[\p{L}\p{N}' -]+(?:,[\p{L}\p{N}' -]+)*$/u;

/** How the page looks in the frame. What is left out is the page's own. */
export interface FrameTheme {
  /** `system`, the default, follows the `color-scheme` of the frame's place in the host's page. */
  readonly mode?: (typeof themeModes)[number] | undefined;
  /** `#rrggbb`, on light and on dark surfaces; what is read gets a shade of it that can be read. */
  readonly accent?: { readonly light: string; readonly dark: string } | undefined;
  /** The corners of cards, in pixels; smaller parts follow. */
  readonly radius?: number | undefined;
  /** The running text, in pixels. */
  readonly fontSize?: number | undefined;
  /** Font families by name, the host's own being out of the frame's reach. */
  readonly fontFamily?: string | undefined;
  readonly density?: (typeof densities)[number] | undefined;
}

/** What a host says of the page, at first and later. */
export interface FrameUpdate {
  readonly theme?: FrameTheme | undefined;
  /** BCP 47; the direction follows from it. Without it the account decides, then the browser. */
  readonly locale?: string | undefined;
}

/** What a host begins with. */
export interface FrameState extends FrameUpdate {
  readonly page: PageName;
  /** Whether the page shows its own navigation, as a row of tabs. */
  readonly tabs: boolean;
}

/** What the page asks a host for when it needs a token. */
export interface TokenWanted {
  /**
   * `initial`, `expiring`, `unauthorized` (the last one was refused) or `step_up`: what the person
   * wants needs a sign-in of at most `maxAge` seconds ago.
   */
  readonly reason: (typeof tokenReasons)[number];
  /** Seconds for which the token should still be good. */
  readonly minTtl: number;
  /** Seconds. */
  readonly maxAge?: number | undefined;
}

export const tokenReasons = ['initial', 'expiring', 'unauthorized', 'step_up'] as const;

/** A bearer token: what a header can carry, and no longer than servers take. */
export const tokenPattern = /^[\x21-\x7e]{1,8192}$/;

/** What happened on the page; no event has anything of the person in it. */
export type FrameEvent =
  /** The first page is there and can be used. */
  | { readonly type: 'ready' }
  /** Names of what was saved: `username`, `preferences.theme`. */
  | { readonly type: 'saved'; readonly fields: readonly string[] }
  /** Whether there are changes that are not saved. */
  | { readonly type: 'dirty'; readonly dirty: boolean }
  /** Devices were signed out; `current`: this page too, its token is dead. */
  | { readonly type: 'session.revoked'; readonly count: number; readonly current: boolean }
  /** The account is marked for deletion and everybody signed out. */
  | { readonly type: 'account.deleted' }
  | { readonly type: 'account.restored' }
  /** What went wrong, by its code; the person has been told on the page. */
  | { readonly type: 'error'; readonly code: string };

/** Names of fields and codes of errors. */
export const wordPattern = /^[\w.-]{1,64}$/;

/** Why a call was not carried out. `argument` names what was wrong with it. */
export interface CallError {
  readonly code: 'invalid_argument' | 'unavailable' | 'refused';
  readonly argument?: string | undefined;
}

/** What every call answers: thrown errors would carry stack traces across origins. */
export type CallResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

/** What the page may call in its host. */
export interface HostMethods {
  readonly getToken: (wanted: TokenWanted) => Promise<CallResult<string>>;
  readonly resize: (height: number) => Promise<CallResult<null>>;
  readonly navigated: (page: PageName) => Promise<CallResult<null>>;
  readonly event: (event: FrameEvent) => Promise<CallResult<null>>;
}

/** What a host may call in its frame. */
export interface FrameMethods {
  readonly update: (update: FrameUpdate) => Promise<CallResult<null>>;
  /** `shown`, or `asked`: there are unsaved changes, and the person is asked about them first. */
  readonly navigate: (page: PageName) => Promise<CallResult<'shown' | 'asked'>>;
  /** Whether the frame can be taken away without losing unsaved changes. */
  readonly mayUnload: () => Promise<CallResult<boolean>>;
}
