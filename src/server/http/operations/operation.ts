import type * as z from 'zod/mini';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { Queryable } from '../../db/database.ts';
import type { SignedInRow } from '../../db/rows.ts';
import type { Guarded } from '../admission.ts';

/** A call as an operation sees it: known person, checked arguments, no HTTP. */
interface OperationCall<Params> {
  /** In a change: the transaction that also stores the answer. */
  db: Queryable;
  signedIn: SignedInRow;
  params: Params;
}

/** One call of the operation dialect: what it does, and what its documentation says. */
export interface Operation extends Guarded {
  name: string;
  summary: string;
  params: z.ZodMiniType;
  /** What success carries. */
  data: z.ZodMiniType;
  /** Codes beyond those every call may answer. */
  problems?: readonly ProblemCode[];
  handle(call: OperationCall<unknown>): Promise<unknown>;
}

/** Types an operation's handler by its own schemas. */
export function operation<Params extends z.ZodMiniType, Data extends z.ZodMiniType>(
  definition: Omit<Operation, 'params' | 'data' | 'handle'> & {
    params: Params;
    data: Data;
    handle(call: OperationCall<z.output<Params>>): Promise<z.input<Data>>;
  },
): Operation {
  return definition;
}
