/** What repositories need: the pool itself, or one transaction of it. */
export interface Queryable {
  /**
   * Runs one statement and answers its rows. `bigint` columns must be read as text.
   *
   * @throws DatabaseUnavailable when the database cannot be reached
   */
  query<Row extends object>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** One database behind the embedded and the networked driver: same SQL, same answers. */
export interface Database extends Queryable {
  /** Where it is, for people: a directory, or a URL without its password. */
  readonly location: string;
  /**
   * Runs `work` in a transaction, committed when it returns and rolled back when it throws. Inside,
   * only `tx` may be used: a query on the database itself would wait for the transaction forever.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The database does not answer: the request may be repeated later. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}

/** True when `error` says that `constraint` (a unique index) refused a row: SQLSTATE 23505. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === constraint
  );
}
