import { createClient } from '../../src/client/create-client.ts';
import type { MeClient } from '../../src/client/me-client.ts';
import bird from './recorded/bird.json';
import mirra from './recorded/mirra.json';
import service from './recorded/service.json';

interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const answers = { service, bird, mirra } as const;

/** A backend whose answers were recorded: ours, Bird's (the example of its reference), Mirra's. */
export type Recorded = keyof typeof answers;

/** Which answer a request gets: by its path, or by the operation it names. */
function keyOf(path: string, body: unknown): string {
  if (typeof body !== 'string' || !path.endsWith('/call')) return path;
  return (JSON.parse(body) as { method: string }).method;
}

/**
 * The adapter of a backend in front of its recorded answers. What changes something is refused, as
 * nothing was recorded of it.
 */
export function recordedClient(recorded: Recorded): MeClient {
  const known: Readonly<Record<string, Answer | undefined>> = answers[recorded];
  return createClient({
    kind: recorded === 'service' ? 'rest' : recorded,
    baseUrl: 'https://recorded.example',
    getToken: () => Promise.resolve('recorded'),
    fetch: (input, init) => {
      const { pathname } = new URL(input as string);
      const answer = known[keyOf(pathname, init?.body)];
      const isRead = (init?.method ?? 'GET') === 'GET' || pathname.endsWith('/call');
      return Promise.resolve(
        isRead && answer
          ? Response.json(answer.body, { headers: answer.headers })
          : Response.json({ title: 'Recorded answers cannot be changed.' }, { status: 403 }),
      );
    },
  });
}
