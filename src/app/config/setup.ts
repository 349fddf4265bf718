import { createRestClient } from '../../client/rest.ts';
import type { Setup } from './configured.ts';

/** The JSON data block of the document. Where there is one, nothing is fetched. */
const blockId = 'account-settings-config';

/** What the document says, if it says anything. */
export const configBlock = (): string | undefined =>
  document.getElementById(blockId)?.textContent ?? undefined;

/**
 * How this page is set up. Where the document says that there is nothing to say, as the reference
 * service does, the schema and the other adapters are not even fetched.
 *
 * @throws ConfigError naming what is wrong with the configuration
 */
export async function setUp(): Promise<Setup> {
  const block = configBlock();
  if (block?.trim() === '{}') return { config: {}, client: createRestClient() };
  const { configured } = await import('./configured.ts');
  return configured(block);
}
