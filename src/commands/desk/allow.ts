import { isLead, isStaff, mayFlag, type Standing } from '../../cases/access.ts';
import type { Allow } from './command.ts';

/** Whether somebody of this standing may use a command. Asked on the server side for every command and every click. */
export function allows(allow: Allow, standing: Standing): boolean {
  switch (allow) {
    case 'anyone':
      return true;
    case 'flaggers':
      return mayFlag(standing);
    // Whoever only reads a case along is asked for in the record: see run.ts.
    case 'readers':
    case 'departments':
      return isStaff(standing) || standing.departments.size > 0;
    case 'staff':
      return isStaff(standing);
    case 'leads':
      return isLead(standing);
  }
}
