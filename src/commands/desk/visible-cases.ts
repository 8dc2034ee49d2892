import { isStaff, type Standing } from '../../cases/access.ts';
import type { Case, State } from '../../cases/case.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import type { Store } from '../../store/store.ts';

/** Cases in these states somebody may see: staff all of them, departments those brought to them. At most `limit` for each department. */
export async function visibleCases(
  store: Store,
  standing: Standing,
  workspaceId: WorkspaceId,
  { states, limit }: { states: readonly State[]; limit: number },
): Promise<Case[]> {
  if (isStaff(standing)) return store.list(workspaceId, { states, limit });
  const found = await Promise.all(
    [...standing.departments].map((department) => store.list(workspaceId, { states, department, limit })),
  );
  return [...new Map(found.flat().map((each) => [each.caseId, each])).values()];
}
