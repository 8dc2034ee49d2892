import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { CaseFile } from '../case.ts';
import type { EarlierCasesPort } from '../earlier-cases.ts';
import type { Topic } from '../topics/topic.ts';
import type { View } from './view.ts';

/** What a card needs besides its case. */
export interface Sources {
  store: EarlierCasesPort;
  topics: { ofCase(caseId: number): Promise<Topic | null> };
  policy: Policy;
}

/** All a card is drawn from, read now. */
export async function viewOf(
  file: CaseFile,
  workspace: WorkspacePolicy,
  { store, topics, policy }: Sources,
): Promise<View> {
  const { workspaceId, member, caseId } = file.case;
  const { latest, count } = await store.earlierCases(workspaceId, member.userId, caseId, 'channel');
  return {
    file,
    workspace,
    policy,
    earlier: latest,
    earlierCount: count,
    topic: await topics.ofCase(caseId),
  };
}
