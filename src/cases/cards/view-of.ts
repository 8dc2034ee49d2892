import type { WorkspaceId } from '../../chat/ref.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Case, CaseFile } from '../case.ts';
import type { Topic } from '../topics/topic.ts';
import type { View } from './view.ts';

/** What a card needs besides its case. */
interface Sources {
  store: {
    earlierCases(
      workspaceId: WorkspaceId,
      userId: string,
      beforeCaseId: number,
      eyes: 'channel',
    ): Promise<Case[]>;
  };
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
  return {
    file,
    workspace,
    policy,
    earlier: await store.earlierCases(workspaceId, member.userId, caseId, 'channel'),
    topic: await topics.ofCase(caseId),
  };
}
