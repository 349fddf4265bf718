import type { Run } from './run.ts';

/** Whether the user can be read, nothing is wrong, and the account is as it was. */
export const isFine = ({ outcomes, differences, isInterrupted }: Run): boolean =>
  outcomes[0]?.state === 'works' &&
  outcomes.every(({ state }) => state !== 'wrong') &&
  differences.length === 0 &&
  !isInterrupted;
