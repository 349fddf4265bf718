import { isAllowed } from '../contract/execution-mode.ts';
import type { Action } from '../contract/execution-mode.ts';
import type { User } from '../contract/user.ts';
import { newIntent } from '../client/intent.ts';
import type { MeClient, Versioned } from '../client/me-client.ts';
import { compareContacts, isContact, unrestorableContact } from './contacts.ts';
import type { Difference } from './contacts.ts';
import { same, shown } from './fault.ts';
import { dataOf, describe } from './describe.ts';
import { fields } from './fields.ts';
import type { Field, ResourceName, Resources } from './fields.ts';
import type { Exchange } from './recorder.ts';

/** How the account differs from what it was. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** What differs, and is nothing that anybody has to put back. */
  readonly notes: readonly string[];
}

type Snapshot = Partial<Resources>;

/** What was sent of a resource; the operation dialect has the preferences within the profile. */
function wireOf(resource: ResourceName, exchange: Exchange | undefined): Record<string, unknown> {
  const data = dataOf(exchange);
  if (resource === 'user' || !('userId' in data)) return data;
  return { socials: data['socials'], ...(data['preferences'] as object | null | undefined) };
}

/** The account under test: reads and writes go through it, so that all can be put back. */
export class Account {
  /** As each part was when it was first read. */
  readonly start: Snapshot = {};
  /** Keys of fields that were seen in an answer, with or without a value. */
  readonly seen = new Set<string>();
  /** Keys of fields that were changed without fault. */
  readonly editable = new Set<string>();
  /** Keys of fields of which a change was answered, if only by "there is no such property". */
  readonly answered = new Set<string>();
  private readonly touched = new Set<string>();

  constructor(
    private readonly client: MeClient,
    private readonly last: () => Exchange | undefined,
    /** Whether one zone may stand behind both time zones, as the operation dialect has it. */
    private readonly hasOneZone: boolean,
  ) {}

  private notice<R extends ResourceName>(resource: R, value: Resources[R]): void {
    this.start[resource] ??= structuredClone(value) as Snapshot[R];
    const wire = wireOf(resource, this.last());
    for (const field of fields.filter((each) => each.resource === resource)) {
      const read = field.read(value);
      const isThere =
        field.key === 'preferences.socials'
          ? typeof wire['socials'] === 'object'
          : read !== undefined;
      if (isThere || field.wireKeys.some((key) => Object.hasOwn(wire, key)))
        this.seen.add(field.key);
    }
  }

  /** @throws MeError */
  async read<R extends ResourceName>(resource: R): Promise<Versioned<Resources[R]>> {
    const answer = await (resource === 'user'
      ? this.client.getUser()
      : this.client.getPreferences());
    const versioned = answer as Versioned<Resources[R]>;
    this.notice(resource, versioned.value);
    return versioned;
  }

  /**
   * Gives a field a value; `restore` takes it back.
   *
   * @throws MeError
   */
  async write<R extends ResourceName>(
    { resource, key, patch }: Field<R>,
    value: unknown,
    now: unknown,
    options: { readonly etag?: string | undefined; readonly intent?: string } = {},
  ): Promise<Versioned<Resources[R]>> {
    this.touch(key);
    if (this.hasOneZone && key === 'preferences.timezone') this.touch('user.timezone');
    const given = { intent: newIntent(), ...options };
    const answer = await (resource === 'user'
      ? this.client.updateUser(patch(value, now), given)
      : this.client.updatePreferences(patch(value, now), given));
    this.answered.add(key);
    const versioned = answer as Versioned<Resources[R]>;
    this.notice(resource, versioned.value);
    return versioned;
  }

  /** Says that the field may not be as it was. */
  touch(key: string): void {
    this.touched.add(key);
  }

  /** Whether something may not be as it was. */
  get isTouched(): boolean {
    return this.touched.size > 0;
  }

  startOf({ resource, read }: Field): unknown {
    const start = this.start[resource];
    return start && read(start);
  }

  /** Why the field must be left alone; undefined when its present value can be put back. */
  unrestorable(field: Field): string | undefined {
    const value = this.startOf(field);
    if (this.hasOneZone && field.key === 'user.timezone' && value === 'UTC') {
      return 'UTC may stand for no time zone, which could not be restored';
    }
    if (value !== undefined && this.start.user && isContact(field)) {
      return unrestorableContact(field, this.start.user, value);
    }
    if (value !== undefined) {
      return field.isLegal(value) || field.key === 'preferences.socials'
        ? undefined
        : 'its present value breaks the rules, and could not be put back';
    }
    const { clearing } = field;
    if (clearing && this.client.can.clear[clearing]) return undefined;
    return 'it is empty, and could not be emptied again';
  }

  /** Whether the token's bearer may do it (RFC 8693 `act`, and the contract's modes). */
  allows(action: Action): boolean {
    return isAllowed(this.start.user?.executionMode ?? 'standard', action);
  }

  private async putBack(field: Field): Promise<string | undefined> {
    try {
      const now = field.read((await this.read(field.resource)).value);
      const before = this.startOf(field);
      if (same(now, before)) return undefined;
      const after = field.read((await this.write(field, before, now)).value);
      return same(after, before) ? undefined : `it reads ${shown(after)}`;
    } catch (error) {
      return describe(error, this.last());
    }
  }

  /** Puts back whatever was changed. Never rejects; what stays changed is tried again next time. */
  async restore(): Promise<readonly Difference[]> {
    const differences: Difference[] = [];
    // A write of one field may touch another: those are put back after it.
    for (const key of this.touched) {
      const field = fields.find((each) => each.key === key);
      if (!field || this.start[field.resource] === undefined) continue;
      const reason = await this.putBack(field);
      if (reason === undefined) this.touched.delete(key);
      else differences.push({ field: key, before: this.startOf(field), after: undefined, reason });
    }
    return differences;
  }

  /** Restores, reads everything once more, and says what is not as it was. Never rejects. */
  async compare(): Promise<Comparison> {
    const differences = [...(await this.restore())];
    const notes: string[] = [];
    for (const resource of ['user', 'preferences'] as const) {
      if (this.start[resource] === undefined) continue;
      try {
        const { value } = await this.read(resource);
        if (resource === 'user') {
          const contacts = compareContacts(this.start.user as User, value as User);
          differences.push(...contacts.differences);
          notes.push(...contacts.notes);
        }
        for (const field of fields.filter((each) => each.resource === resource)) {
          const [before, after] = [this.startOf(field), field.read(value)];
          if (same(before, after) || field.access(this.client.can) === 'none') continue;
          const known = differences.find((each) => each.field === field.key);
          const reason = known?.reason ?? `it reads ${shown(after)}`;
          if (known) differences.splice(differences.indexOf(known), 1);
          differences.push({ field: field.key, before, after, reason });
        }
      } catch (error) {
        const reason = `it could not be read again: ${describe(error, this.last())}`;
        differences.push({ field: resource, before: undefined, after: undefined, reason });
      }
    }
    return { differences, notes };
  }
}
