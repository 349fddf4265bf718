import type { LowerCapabilities } from '../client/lowered.ts';
import type { Capabilities } from '../client/me-client.ts';
import type { CapabilityResult } from './capabilities.ts';
import type { Options, Profile } from './options.ts';

/** The part of the page's configuration that a run decides. */
export interface FittingConfig {
  readonly backend: {
    readonly kind: Profile;
    readonly baseUrl: string;
    /** There where the preflight was seen to let our own headers through. */
    readonly extended?: true;
  };
  /** As the calls of the run were signed: by a token, or a key. */
  readonly auth: 'bearer';
  readonly can?: LowerCapabilities;
}

type Lowered = Record<string, Record<string, unknown> | boolean>;

/**
 * The configuration with which the page offers what works, and nothing else: what cannot be read is
 * taken away, what cannot be changed is only shown. What was not tried stays as the profile has it.
 */
export function fittingConfig(
  { profile: kind, url: baseUrl }: Options,
  can: Capabilities,
  results: readonly CapabilityResult[],
): FittingConfig {
  const states = new Map(results.map(({ capability, state }) => [capability, state]));
  const fails = (capability: string) =>
    ['wrong', 'missing'].includes(states.get(capability) ?? 'works');
  /** Changes were tried in this part, and every one failed: so will those that could not be tried. */
  const nothingCanBeEdited = (part: string) => {
    const tried = results.filter(
      ({ capability, state }) =>
        state !== 'not tried' && capability.startsWith(`${part}.`) && capability.endsWith(' edit'),
    );
    return tried.length > 0 && tried.every(({ state }) => state !== 'works');
  };
  const lowered: Lowered = {};
  const lower = (part: string, key: string, value: unknown) => {
    lowered[part] = { ...(lowered[part] as object | undefined), [key]: value };
  };

  for (const part of ['user', 'preferences'] as const) {
    for (const [key, access] of Object.entries(can[part])) {
      if (access === 'none') continue;
      const name = `${part}.${key}`;
      const isUnread = fails(name) || (part === 'preferences' && fails(part));
      const isUneditable = access === 'edit' && (fails(`${name} edit`) || nothingCanBeEdited(part));
      // Never seen and never to be set: the backend does not know it.
      const isUnknown = isUneditable && states.get(name) === 'not tried';
      if (isUnread || isUnknown) lower(part, key, 'none');
      else if (isUneditable) lower(part, key, 'read');
    }
  }
  for (const part of ['clear', 'usage', 'sessions'] as const) {
    for (const [key, has] of Object.entries(can[part])) {
      const isListless = key.startsWith('revoke') && fails('sessions.list');
      if (has && (fails(`${part}.${key}`) || isListless)) lower(part, key, false);
    }
  }
  for (const key of ['usernameAvailability', 'exportData'] as const) {
    if (can[key] && fails(key)) lowered[key] = false;
  }
  if (can.deletion.available && fails('deletion.available')) lower('deletion', 'available', false);
  if (can.deletion.graceDays !== null && fails('deletion.graceDays')) {
    lower('deletion', 'graceDays', null);
  }
  const isLess = Object.keys(lowered).length > 0;
  const extended = states.get('cors.extended') === 'works' && ({ extended: true } as const);
  return {
    backend: { kind, baseUrl, ...extended },
    auth: 'bearer',
    ...(isLess && { can: lowered }),
  };
}
