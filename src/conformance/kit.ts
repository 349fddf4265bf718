import { createTokenSource } from '../client/token-source.ts';
import { adapters } from '../client/adapters.ts';
import type { MeClient } from '../client/me-client.ts';
import { Account } from './account.ts';
import type { Kit } from './check.ts';
import type { Options } from './options.ts';
import { Patience, patient, waitUntil } from './patience.ts';
import { createRecorder } from './recorder.ts';
import type { Recorder } from './recorder.ts';
import { redactor } from './redact.ts';
import type { Watch } from './watch.ts';
import { permitFor } from './safety.ts';
import { createSend } from './send.ts';

/** What a test puts in the place of the network and the clock. */
export interface World {
  readonly fetch?: typeof fetch | undefined;
  /** Milliseconds for one exchange, below the adapters' own limits. */
  readonly timeLimit?: number | undefined;
  /** Waits that many seconds. */
  readonly wait?: ((seconds: number) => Promise<unknown>) | undefined;
  /** Where the account as it was is written down; by default the system's for such files. */
  readonly directory?: string | undefined;
}

interface Made {
  readonly kit: Kit;
  readonly recorder: Recorder;
  readonly patience: Patience;
  readonly redact: (text: string) => string;
}

/** The kit of one run: the real adapters on a `fetch` that remembers. */
export function createKit(
  options: Options,
  world: World = {},
  { stop, waits }: Pick<Watch, 'stop' | 'waits'> = {},
): Made {
  const { url, profile, token, secondToken } = options;
  const redact = redactor(secondToken === undefined ? [token] : [token, secondToken]);
  const recorder = createRecorder({
    fetch: world.fetch ?? fetch,
    permit: permitFor(options),
    redact,
    timeLimit: world.timeLimit,
  });
  const endure = async (seconds: number) => {
    waits?.(seconds);
    await (world.wait ?? waitUntil())(seconds);
  };
  const patience = new Patience(world.wait ?? waitUntil(stop), endure);
  const as = (given: string | undefined): MeClient => {
    const http = {
      baseUrl: url,
      fetch: recorder.fetch,
      ...(given !== undefined && { tokens: createTokenSource(() => given) }),
    };
    return patient(adapters[profile](http), patience);
  };
  const client = as(token);
  const send = createSend(options, recorder.fetch);
  const last = () => recorder.since(0).at(-1);
  const kit: Kit = {
    profile,
    can: client.can,
    mayWrite: options.write,
    mayDestroy: options.throwaway,
    client,
    second: secondToken === undefined ? undefined : as(secondToken),
    account: new Account(client, last, profile === 'mirra'),
    as,
    send: (path, call) => patience.with(() => send(path, call)),
    last,
    answers: () =>
      recorder
        .since(0)
        .filter(({ request }) => request.method !== 'OPTIONS')
        .flatMap(({ answer }) => answer ?? []),
  };
  return { kit, recorder, patience, redact };
}
