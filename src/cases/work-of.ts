import { NotPossible } from '../errors.ts';
import { departmentName } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile, DepartmentWork } from './case.ts';

/** @throws {NotPossible} for a department that the case was never brought to */
export function workOf(
  file: Pick<CaseFile, 'departmentWork'>,
  department: string,
  workspace: WorkspacePolicy,
): DepartmentWork {
  const found = file.departmentWork.find((each) => each.department === department);
  if (!found)
    throw new NotPossible(({ rules, common }) =>
      rules.departments.notBrought(departmentName(workspace, department, common.code)),
    );
  return found;
}
