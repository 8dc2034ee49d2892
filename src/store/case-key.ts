import type { CaseKey } from './store.ts';

/** PostgreSQL's largest integer; no case can have a larger number. */
const INTEGER_MAX = 2_147_483_647;

/** The condition that finds a case among `hearback.cases`, with the values of its $1 and $2: always the workspace and the id together. */
export function byKey(key: CaseKey): { where: string; values: [string, number] } {
  const [column, id] =
    'number' in key ? (['number', key.number] as const) : (['case_id', key.caseId] as const);
  // A number no column can hold is a case nobody knows, not an error.
  const known = Number.isInteger(id) && id > 0 && id <= INTEGER_MAX ? id : 0;
  return { where: `workspace_id = $1 and ${column} = $2`, values: [key.workspaceId, known] };
}
