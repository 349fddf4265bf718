import type { ExecutionMode } from '../../src/contract/execution-mode.ts';
import type { Someone, World } from './world.ts';

/** Somebody who acts for others. */
export const sam = { id: 'sam-support', name: 'Sam Support' };

/** The headers by which a call about somebody's account is made in a mode. */
export async function headersOf(
  { demo }: World,
  mode: ExecutionMode,
  { id, token, username }: Someone,
): Promise<Record<string, string>> {
  const tokens = {
    standard: async () => token,
    delegated: () => demo.signInByToken(username, { type: 'test' }, sam),
    service: () => demo.serviceToken(),
  };
  return {
    Authorization: `Bearer ${await tokens[mode]()}`,
    ...(mode === 'service' && { 'Account-Id': id }),
  };
}
