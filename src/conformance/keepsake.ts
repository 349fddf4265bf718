import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { reasonOf } from './recorder.ts';

/** The account as it was, in a file that is there even when the run comes to a sudden end. */
export class Keepsake {
  /** Where it is, as long as it is needed. */
  path: string | undefined;
  private written = '';

  constructor(
    private readonly options: Pick<Options, 'url' | 'profile'>,
    private readonly directory = tmpdir(),
  ) {}

  /**
   * Writes down what was read, for nobody else to see.
   *
   * @throws Error when that cannot be done: nothing should be changed then
   */
  keep(start: object): void {
    const { url: baseUrl, profile: kind } = this.options;
    const text = `${JSON.stringify({ backend: { kind, baseUrl }, ...start }, null, 2)}\n`;
    if (text === this.written) return;
    const path = this.path ?? join(this.directory, `conformance-${randomUUID()}.json`);
    try {
      writeFileSync(path, text, { mode: 0o600, flag: this.path === undefined ? 'wx' : 'w' });
    } catch (error) {
      const why = `the account as it is could not be written down: ${reasonOf(error)}`;
      throw new Error(why, { cause: error });
    }
    this.path = path;
    this.written = text;
  }

  /** All is as it was. */
  forget(): void {
    if (this.path !== undefined) rmSync(this.path, { force: true });
    this.path = undefined;
    this.written = '';
  }
}
