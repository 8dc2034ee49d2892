import type { WorkspaceId } from '../chat/ref.ts';

/** A running clock whose time is the policy's to say. */
export interface PolicyClock {
  clockId: number;
  key: { workspaceId: WorkspaceId; caseId: number };
}

/** What running clocks were computed with. */
export interface PolicySeen {
  /**
   * A policy is in force, and `times` is all of it that clocks follow. When that is news, running clocks are computed anew, by the
   * handler `recompute-clocks` {generation, after}. The first policy of all is no news.
   */
  policyInForce(times: string): Promise<void>;
  /** Whether the change of this generation is still to be carried out, and whether `times` are those it brings. */
  policyWanted(generation: number, times: string): Promise<'yes' | 'over' | 'other'>;
  /** The next running clocks that follow the policy, after the one named, in the order in which they were started. */
  policyClocks(after: number, limit: number): Promise<PolicyClock[]>;
  /** Asks for the next step of a change, which goes on after this clock. */
  policyNext(generation: number, after: number): Promise<void>;
}
