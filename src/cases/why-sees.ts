import type { Role } from '../policy/schema.ts';
import { isStaff, maySee, whyBarred, type Guarded, type Standing } from './access.ts';

/** Whether somebody sees a case, and why. */
export type Sight = { sees: true; roles: Role[]; departments: string[] } | { sees: false; because: Because };

/**
 * `elsewhere`: they are of another community. `excluded`, `own`: as in `whyBarred`. `leads_only`: it is for leads alone, and they are
 * none. `no_part`: they have no role here, and it was brought to no department of theirs.
 */
type Because = 'elsewhere' | 'excluded' | 'own' | 'leads_only' | 'no_part';

/**
 * Why somebody sees a case or does not. Whether they do is `maySee` itself, and nothing else. Of those who see it with neither a role
 * nor a department somebody has added them, so that they read it along.
 */
export function whySees(asker: Standing, file: Guarded): Sight {
  if (!maySee(asker, file)) return { sees: false, because: becauseOf(asker, file) };
  return {
    sees: true,
    roles: isStaff(asker) ? [...asker.roles].filter((role) => role !== 'flagger') : [],
    departments: file.departments.filter((department) => asker.departments.has(department)),
  };
}

function becauseOf(asker: Standing, file: Guarded): Because {
  if (asker.workspaceId !== file.case.workspaceId) return 'elsewhere';
  const barred = whyBarred(asker, file);
  if (barred) return barred;
  return file.case.audience === 'leads' ? 'leads_only' : 'no_part';
}
