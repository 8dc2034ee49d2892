/** One of the parts a platform's events come in: `shard` of `count`, from 0. */
export interface Shard {
  count: number;
  shard: number;
}

/** How far the events of a shard have been dealt with, and how to go on from there. */
export interface ShardSession {
  sessionId: string;
  sequence: number;
  resumeUrl: string;
}

/** What a process says of a shard it holds. */
export interface HeldShard extends Shard {
  /** Whether its events arrive. */
  isHeard: boolean;
  session: ShardSession | null;
}

/** What a process holds until its next beat. */
export interface Lease extends Shard {
  /** Where whoever held it before has got to; of one that was held all along, what was said of it last. */
  session: ShardSession | null;
  /** It is to be given back: another process has too few, or its time is over. */
  isToGo: boolean;
}

/** One process among those that listen. */
export interface ShardSeat {
  /**
   * Says that we are there and what we hold; takes our share of what is free.
   * @param wanted how many shards there should be; null: as many as there are
   * @returns everything that is ours for the next `leaseMs`, and whether we are the only process that listens
   * @throws {AppError} STORE_UNAVAILABLE
   */
  beat(wanted: number | null, held: readonly HeldShard[]): Promise<{ leases: Lease[]; isOnly: boolean }>;
  /** Somebody else may have it, and goes on with `session`. Does nothing when it is not ours any more. */
  release(shard: Shard, session: ShardSession | null): Promise<void>;
  /** Gives everything back. Safe to call twice. */
  leave(): Promise<void>;
}

/** Who listens to what, among all processes: every shard has one owner at a time. */
export interface Shards {
  /** How often a seat has to beat (ms), and how long without a beat it loses what it holds (ms). */
  readonly beatMs: number;
  readonly leaseMs: number;
  /** @param news called when there may be something to take or to give back before the next beat is due */
  join(news: () => void): Promise<ShardSeat>;
}

/** For a program without a record: it is the only one, and holds them all. Nobody goes on where it ended. */
export const everyShard: Shards = {
  beatMs: 60_000,
  leaseMs: Infinity,
  join: async () => ({
    beat: async (wanted) => ({
      leases: Array.from({ length: wanted ?? 1 }, (_, shard) => ({
        count: wanted ?? 1,
        shard,
        session: null,
        isToGo: false,
      })),
      isOnly: true,
    }),
    release: async () => {},
    leave: async () => {},
  }),
};
