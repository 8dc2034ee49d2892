/** At most so many calls in any span of so long (ms), by all processes together. */
export interface Limit {
  calls: number;
  perMs: number;
  /** One in each span, and only after a pause so many at once. */
  drips?: true;
}

/** A limit, and what it is counted by: ids of the platform, nobody's words. */
export interface Budget extends Limit {
  key: string;
}

/** What one call uses up. */
export interface Toll {
  /** Handed out in order: whoever asked first gets the earlier moment. */
  line: Budget;
  /** A wider limit that many lines share. Room in it is used wherever it is, so that one long line does not stop the others. */
  ceiling?: Budget;
}

/** A call that follows another at once, such as the first words of what was made for them. */
export interface NextCall {
  ticket: string;
  /** Key of its own line. The wider limit is the same for both. */
  line: string;
}

/** What a platform says of a limit only with its answers. Names with the same bucket share one budget. */
export interface Learned extends Limit {
  bucket: string;
}

/**
 * When a call to a platform may be made, so that no limit is ever hit. Shared by all processes.
 * Reading and posting on our own account is paced; what a person waits for is not, it is only counted.
 */
export interface Pace {
  /**
   * Resolves when the call may be made now. A short wait is waited out here; for a longer one the moment is kept under
   * `ticket`, so that whoever comes back at that moment with the same ticket goes through. For `next` the same moment is kept.
   * @throws {RateLimited} with the wait until its own moment; STORE_UNAVAILABLE
   */
  turn(ticket: string, toll: Toll, next?: NextCall): Promise<void>;
  /** The same ahead of the call, whose own `turn` goes through when it follows within a minute. */
  turnAhead(ticket: string, toll: Toll): Promise<void>;
  /**
   * No process makes such a call for so long: the platform has refused one (`limited`), or said that there is no room left
   * (`full`). Never rejects.
   */
  hold(key: string, forMs: number, why: 'limited' | 'full'): Promise<void>;

  /** What was learned of a limit by any process, and the name its budget goes by; null when nothing was. */
  learned(name: string): Promise<(Limit & { sharedName: string }) | null>;
  /** Never rejects. */
  learn(name: string, learned: Learned): Promise<void>;

  /** A person, or a platform that wants an acknowledgement, waits for `work`: none of its calls is held up. */
  urgently<T>(work: () => T): T;
  isUrgent(): boolean;
  /** `work` makes many calls and nobody waits for it: it leaves room for others, and waits a little longer in place. */
  patiently<T>(work: () => T): T;
}

/** For programs beside the bot that make a few calls and have no record. */
export const unpaced: Pace = {
  turn: async () => {},
  turnAhead: async () => {},
  hold: async () => {},
  learned: async () => null,
  learn: async () => {},
  urgently: (work) => work(),
  isUrgent: () => false,
  patiently: (work) => work(),
};
