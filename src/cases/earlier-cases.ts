import type { WorkspaceId } from '../chat/ref.ts';
import type { Eyes } from './access.ts';
import type { Case } from './case.ts';

/** What a member said before. */
export interface EarlierCases {
  /** The latest, newest first: as many as any rule looks at. */
  latest: readonly Case[];
  /** Of all. */
  count: number;
}

/** The part of the record that finds them. */
export interface EarlierCasesPort {
  /** The cases this member had before, for the card, as far as `eyes` may see them. */
  earlierCases(
    workspaceId: WorkspaceId,
    userId: string,
    beforeCaseId: number,
    eyes: Eyes,
  ): Promise<EarlierCases>;
}
