import type * as z from 'zod/mini';
import { configRules, pageConfig } from './page-config.ts';
import type { ConfigRule, PageConfig } from './page-config.ts';

/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** `backend.kind`; empty for the whole of it. */
  readonly key: string;
  readonly rule: ConfigRule;
  /** What stands there, as JSON and cut. Absent for what is not known at all. */
  readonly value?: string | undefined;
  /** What may stand there, where that can be listed. */
  readonly allowed?: readonly string[] | undefined;
}

/** A configuration that cannot be used, and everything that is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(
      problems
        .map(({ key, rule: code, value, allowed }) =>
          [
            `${key || 'the configuration'}: ${code}`,
            allowed && `(${allowed.join(', ')})`,
            value !== undefined && `and is ${value}`,
          ]
            .filter(Boolean)
            .join(' '),
        )
        .join('\n'),
    );
    this.problems = problems;
  }
}

const isConfigRule = (message: string): message is ConfigRule =>
  (configRules as readonly string[]).includes(message);

function shown(value: unknown): string {
  // Nobody wants credentials on a page or in a log.
  const text = (JSON.stringify(value) ?? 'undefined').replace(/\/\/[^/"]*@/, '//***@');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function problemsOf(issue: z.core.$ZodIssue, given: unknown): ConfigProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ key: [...path, key].join('.'), rule: 'unknown_key' }));
  }
  const value = path.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    given,
  );
  return [
    {
      key: path.join('.'),
      rule: isConfigRule(issue.message) ? issue.message : 'type',
      value: shown(value),
      ...(issue.code === 'invalid_value' && { allowed: issue.values.map(String) }),
    },
  ];
}

/**
 * Reads a configuration from the text of a JSON document.
 *
 * @throws ConfigError naming every key that is wrong, what stands there and the rule
 */
export function parsePageConfig(text: string): PageConfig {
  let given: unknown;
  try {
    // Some editors begin a file with a byte order mark.
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ConfigError([{ key: '', rule: 'not_json' }]);
  }
  const parsed = pageConfig.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.flatMap((issue) => problemsOf(issue, given)));
}
