import type { Kit } from '../check.ts';
import { NotTried } from '../fault.ts';
import type { Field } from '../fields.ts';

/** The name of the row for changing a field. */
export const edit = (key: string): string => `${key} edit`;

/** @throws NotTried unless the field may be changed, and can be put back afterwards */
export function demandChangeable(kit: Kit, field: Field): void {
  if (kit.account.start.user?.deletion) throw new NotTried('the account is marked for deletion');
  if (!kit.account.allows(field.key === 'user.email' ? 'change_email' : 'edit')) {
    throw new NotTried('this token acts for the person, who alone may do that');
  }
  const reason = kit.account.unrestorable(field);
  if (reason !== undefined && !kit.mayDestroy) throw new NotTried(reason);
}
