import type { WorkspaceId } from '../chat/ref.ts';

/** Something that must happen, committed together with the change that caused it. */
export interface OutboxRow {
  outboxId: number;
  /** The community it is about; empty where it is everybody's. */
  workspaceId: WorkspaceId;
  /** A handler's name. */
  kind: string;
  /** Ids only. */
  data: Record<string, number | string>;
  runAt: Date;
  /** Raised whenever the row is sent to the queue anew, so that the job's id is a new one. */
  generation: number;
}

/** Why a row was not done, for the operator: never with anybody's words. */
export interface Setback {
  code: string;
  message: string;
  /** How often it was tried since it was sent to the queue; 1 when left out. */
  tries?: number;
}

/** The store's side of the queue. The queue's contents can be made anew from it at any moment. */
export interface Outbox {
  /**
   * Locks up to `limit` undispatched rows due before `horizon` (other processes skip them), the oldest of each community in turn, hands
   * them to `publish` and marks them dispatched when it resolves.
   * @returns how many, and whether there are more
   */
  dispatch(
    horizon: Date,
    limit: number,
    publish: (rows: OutboxRow[]) => Promise<void>,
  ): Promise<{ moved: number; isMore: boolean }>;
  /** How many rows of each community and kind are dispatched, due before `horizon` and neither done nor given up. */
  underWay(horizon: Date): Promise<{ workspaceId: WorkspaceId; kind: string; count: number }[]>;
  /** The row, or null when it is done, given up, or of a newer generation. */
  open(outboxId: number, generation: number): Promise<OutboxRow | null>;
  done(outboxId: number): Promise<void>;
  /** Dispatches it anew at `runAt`, with a new generation. `why` is shown to the operator meanwhile. */
  postpone(outboxId: number, runAt: Date, why?: Setback): Promise<void>;
  /** Given up: stays visible with its reason until somebody replays it or lets it go. */
  fail(outboxId: number, why: Setback): Promise<void>;
  /** Rows dispatched, due before `dueBefore` and neither done nor given up. */
  undone(dueBefore: Date, limit: number): Promise<OutboxRow[]>;
  /** Adds rows for running clocks due before `now` that have none under way. @returns how many. */
  ringDueClocks(now: Date): Promise<number>;
  /** How much is waiting, for metrics: due and not done, given up, and how long the oldest is overdue (s). */
  backlog(): Promise<{ waiting: number; dead: number; oldestWaitingS: number }>;
  /** Calls `wake` after a commit that added rows, from whichever process. @returns the function that stops it. */
  onAdded(wake: () => void): Promise<() => Promise<void>>;
}
