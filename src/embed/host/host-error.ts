/** What can go wrong between a host and the account page. */
export type HostErrorCode =
  /** There is no element to put the page into. */
  | 'element_missing'
  /** An option is of the wrong kind, out of its range, or not known. */
  | 'invalid_option'
  /** The page did not answer: blocked, unreachable, or this origin is none of the client's. */
  | 'frame_unreachable'
  /** The page speaks a version of the protocol that this file does not. */
  | 'unsupported_version'
  /** `getToken` threw, or gave something that is no token. The cause is what it threw. */
  | 'token_unavailable'
  /** The page did not take what it was told. */
  | 'refused'
  /** It was used after, or while, it was taken away. */
  | 'destroyed';

/** The one error of this file. */
export class AccountSettingsError extends Error {
  override readonly name = 'AccountSettingsError';
  readonly code: HostErrorCode;
  /** Which option is wrong, such as `theme.accent.light`. */
  readonly option: string | undefined;

  constructor(
    code: HostErrorCode,
    message: string,
    { option, cause }: { option?: string; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.option = option;
  }
}

const sentences: Record<Exclude<HostErrorCode, 'invalid_option'>, string> = {
  element_missing: 'There is no element to put the account page into.',
  frame_unreachable: 'The account page did not answer.',
  unsupported_version: 'The versions do not fit.',
  token_unavailable: 'getToken gave no token.',
  refused: 'It was not taken.',
  destroyed: 'It was taken away.',
};

/** The error of a code, with what more there is to say. */
export const errorOf = (code: keyof typeof sentences, more = '', cause?: unknown) =>
  new AccountSettingsError(code, `${sentences[code]}${more}`, { cause });

/** Runs what belongs to the host; what it throws is the host's to see, and stops nothing here. */
export function tell<T>(handler: ((value: T) => void) | undefined, value: T): void {
  try {
    handler?.(value);
  } catch (error) {
    reportError(error);
  }
}
