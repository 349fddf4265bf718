import type { Watch } from './watch.ts';

export interface Progress {
  readonly show: NonNullable<Watch['progress']>;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

const clearLine = '\r\u001b[K';

/** On a terminal one line that changes, elsewhere a line for each step. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const { isTTY } = stream;
  return {
    show: (at, of, capability) => {
      const line = `[${at}/${of}] ${capability}...`;
      stream.write(isTTY ? clearLine + line : `${line}\n`);
    },
    clear: () => {
      if (isTTY) stream.write(clearLine);
    },
  };
}
