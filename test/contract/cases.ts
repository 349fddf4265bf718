// oxlint-disable vitest/no-conditional-tests, vitest/expect-expect -- whether a case runs is what
// this module decides; the cases themselves assert.
import { describe, it } from 'vitest';
import type { Capabilities } from '../../src/client/me-client.ts';
import type { UserField } from '../../src/contract/user.ts';

/** What a dialect has or has not, beyond what the pages ask for. */
export const traits = [
  /** Answers carry a version (`ETag`); a stale one is refused (`If-Match`). */
  'versions',
  /** A repeated intent takes effect once (`Idempotency-Key`). */
  'intents',
  /** What the contract does not know is sent, and refused by the backend. */
  'strict',
  /** Every address and number of the person is listed, with its state. */
  'contacts',
  /** The list of sessions comes in pages, if so wanted. */
  'pages',
] as const;
export type Trait = (typeof traits)[number];

/**
 * What a case needs: an editable field (`user.bio`), one that can be emptied (`clear.bio`) or at
 * least be seen (`shows.bio`), an operation (`sessions.revoke`), a trait.
 */
export type Need =
  | Trait
  | `user.${UserField}`
  | `shows.${UserField}`
  | `clear.${keyof Capabilities['clear']}`
  | `preferences.${keyof Capabilities['preferences']}`
  | `usage.${keyof Capabilities['usage']}`
  | `sessions.${keyof Capabilities['sessions']}`
  | 'usernameAvailability'
  | 'exportData'
  | 'deletion.available'
  | 'deletion.restore';

/** The names of the cases that a backend cannot run, by the first thing it lacks for them. */
export type Lacks = { readonly [N in Need]?: readonly string[] };

type NeedsOf<Row extends unknown[]> = readonly Need[] | ((...row: Row) => readonly Need[]);
type Define<Row extends unknown[]> = (name: string, test: (...row: Row) => Promise<void>) => void;

const isTrait = (need: Need): need is Trait => traits.some((trait) => trait === need);

/** Lays out the cases that a backend can run, and writes down the names of the others. */
export class Cases {
  #group: string | undefined;
  /** The cases of the group that is being laid out. */
  readonly #runnable: (() => void)[] = [];
  readonly #lacking: { [N in Need]?: string[] } = {};

  constructor(
    readonly can: Capabilities,
    private readonly has: readonly Trait[],
  ) {}

  /** What could not be run, so far. */
  get lacking(): Lacks {
    return this.#lacking;
  }

  meets(need: Need): boolean {
    if (isTrait(need)) return this.has.includes(need);
    if (need === 'deletion.restore') return this.can.deletion.graceDays !== null;
    const [part = '', key = ''] = need.split('.');
    if (part === 'shows') return this.can.user[key as UserField] !== 'none';
    const given = this.can[part as keyof Capabilities];
    const value = typeof given === 'object' ? (given as Record<string, unknown>)[key] : given;
    return value === true || value === 'edit';
  }

  /** What `define` lays out. Groups stand side by side, and no case outside them. */
  group(name: string, define: () => void): void {
    if (this.#group !== undefined) throw new Error(`${name} stands within ${this.#group}`);
    this.#group = name;
    define();
    this.#group = undefined;
    const runnable = this.#runnable.splice(0);
    if (runnable.length > 0) {
      describe(name, () => {
        for (const add of runnable) add();
      });
    }
  }

  it(needs: readonly Need[], name: string, test: () => Promise<void>): void {
    if (this.#demands(needs, name)) this.#runnable.push(() => it(name, test));
  }

  /** One case for each row. `needs` may depend on the row; `name` is formatted with it. */
  each<A>(rows: readonly (readonly [A])[], needs: NeedsOf<[A]>): Define<[A]>;
  each<A, B>(rows: readonly (readonly [A, B])[], needs: NeedsOf<[A, B]>): Define<[A, B]>;
  each<A, B, C>(
    rows: readonly (readonly [A, B, C])[],
    needs: NeedsOf<[A, B, C]>,
  ): Define<[A, B, C]>;
  each<Row extends unknown[]>(rows: readonly Row[], needs: NeedsOf<Row>): Define<Row> {
    return (name, test) => {
      const met = rows.filter((row) =>
        this.#demands(typeof needs === 'function' ? needs(...row) : needs, name),
      );
      if (met.length === 0) return;
      this.#runnable.push(() => it.each<unknown[]>(met)(name, (...row) => test(...(row as Row))));
    };
  }

  /** Whether all is there; if not, the case is written down once, capabilities before traits. */
  #demands(needs: readonly Need[], name: string): boolean {
    if (this.#group === undefined) throw new Error(`${name} stands in no group`);
    const missing = needs.filter((need) => !this.meets(need));
    const first = missing.find((need) => !isTrait(need)) ?? missing[0];
    if (first === undefined) return true;
    const names = (this.#lacking[first] ??= []);
    const title = `${this.#group} > ${name}`;
    if (!names.includes(title)) names.push(title);
    return false;
  }
}

/** What is left to lack for a backend that has every trait. */
export function lacksBesideTraits(lacks: Lacks): Lacks {
  return Object.fromEntries(Object.entries(lacks).filter(([need]) => !isTrait(need as Need)));
}
