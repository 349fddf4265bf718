import { createBirdClient } from './bird.ts';
import type { HttpOptions } from './http.ts';
import type { MeClient } from './me-client.ts';
import { createMirraClient } from './mirra.ts';
import { createRestClient } from './rest.ts';

/** The adapters by the name that a configuration gives them. */
export const adapters = {
  rest: createRestClient,
  bird: createBirdClient,
  mirra: createMirraClient,
} as const satisfies Record<string, (options: HttpOptions) => MeClient>;
