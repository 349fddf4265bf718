import { MeError } from '../client/me-error.ts';
import type { Exchange } from './recorder.ts';
import { bodyOf, reasonOf } from './recorder.ts';
import { shown } from './fault.ts';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly expected?: string;
}

/** What a schema of the contract found wrong, when that is why an answer was refused. */
export function issuesOf(error: unknown): readonly Issue[] {
  const cause = error instanceof MeError ? error.cause : undefined;
  const issues = (cause as { issues?: unknown } | undefined)?.issues;
  return Array.isArray(issues) ? (issues as Issue[]) : [];
}

/** The JSON that an exchange brought, an operation's data without its envelope. */
export function jsonOf(exchange: Exchange | undefined): unknown {
  try {
    return JSON.parse(bodyOf(exchange));
  } catch {
    return undefined;
  }
}

/** The part of the answer that stands for the thing itself. */
export function dataOf(exchange: Exchange | undefined): Readonly<Record<string, unknown>> {
  const json = jsonOf(exchange);
  const isEnvelope =
    exchange?.request.method === 'POST' && exchange.request.path.includes('/api/sdk/');
  const data = isEnvelope ? (json as { data?: unknown } | undefined)?.data : json;
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );

function badAnswer(error: MeError, exchange: Exchange | undefined): string {
  const { headers, text = '' } = exchange?.answer ?? {};
  const type = headers?.['content-type'] ?? 'no content type';
  if (/html/i.test(type)) return `an HTML page (${error.status})`;
  const [issue] = issuesOf(error);
  if (issue) {
    const { path, expected } = issue;
    const data = at(jsonOf(exchange), path) ?? at(dataOf(exchange), path);
    const name = path.length === 0 ? 'the whole answer' : path.map(String).join('.');
    return `${name} is ${shown(data)}${expected === undefined ? '' : `, not ${expected}`}`;
  }
  if (text === '') return `an empty answer (${error.status})`;
  if (jsonOf(exchange) === undefined) {
    return `an answer that is not JSON in UTF-8, or cut off, or too long (${error.status}, ${type})`;
  }
  return `an answer that is none of this dialect (${error.status})`;
}

/** What went wrong with a call, in one line. */
export function describe(error: unknown, exchange: Exchange | undefined): string {
  if (!(error instanceof MeError)) return reasonOf(error);
  if (error.code === 'Timeout') return 'no answer in time';
  if (error.code === 'NetworkError') return `no answer: ${exchange?.failure ?? reasonOf(error)}`;
  if (error.code === 'BadAnswer') return badAnswer(error, exchange);
  const status = exchange?.answer?.status ?? error.status;
  const fields = Object.entries(error.fields).map(
    ([field, [first]]) => `${field}: ${first?.message ?? first?.code ?? 'refused'}`,
  );
  const said = [error.message, ...fields].filter((text) => text !== '' && text !== error.code);
  return [`${status} ${error.code}`, ...new Set(said)].join('; ');
}
