import type { Session } from '../../contract/session.ts';

/**
 * The rows on screen after the list has changed: each stays where it is, those that are gone from
 * the list too, and only what follows the last one is added. What is new before it waits, as does
 * another order: a row that moves under a pointer gets a press that is meant for another.
 *
 * @param shown the rows on screen, each with an id
 * @param list what there is now
 */
export function steadyRows(
  shown: readonly Session[],
  list: readonly Session[],
): readonly Session[] {
  const now = new Map(list.map((session) => [session.id, session]));
  const ids = new Set(shown.map(({ id }) => id));
  const last = list.findLastIndex(({ id }) => ids.has(id));
  const added = list.slice(last + 1);
  // Nothing of them is left in the list: what there is now is another list, not the end of theirs.
  const rows = shown.map((session) => now.get(session.id) ?? session);
  if (last >= 0 || shown.length === 0) rows.push(...added);
  const isSame = rows.length === list.length && rows.every((row, index) => row === list[index]);
  return isSame ? list : rows;
}

/** The ids of the rows on screen that the list has no more. */
export function goneRows(
  shown: readonly Session[],
  list: readonly Session[],
): ReadonlySet<string | undefined> {
  const ids = new Set(list.map(({ id }) => id));
  return new Set(shown.map(({ id }) => id).filter((id) => !ids.has(id)));
}
