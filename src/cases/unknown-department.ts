import { NotPossible } from '../errors.ts';
import { departmentNames } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';

/** For a department that is none, with those there are. @param typed what somebody typed in its place */
export function unknownDepartment(typed: string, workspace: WorkspacePolicy): NotPossible {
  return new NotPossible(({ rules: { departments }, common }) => {
    const known = departmentNames(workspace, common.code).map(([key, name]) => `${key} (${name})`);
    return known.length > 0 ? departments.unknown(typed.slice(0, 40), known.join(', ')) : departments.none;
  });
}
