/** One key, as far as it may be shown. */
export interface KeyState {
  id: string;
  /** New things are sealed under it. */
  isFirst: boolean;
  /** Whether this program has it. */
  isHere: boolean;
  /** The database knows it: something is, or was just about to be, sealed under it. */
  isInUse: boolean;
  /** How many things of each kind are sealed under it. */
  counts: Record<string, number>;
}

/** How a round of sealing anew ended. */
export interface Resealed {
  /** How many are under the first key now that were not before. */
  moved: number;
  /** A sentence for each that could not be opened; they stay as they are. */
  problems: string[];
}

/** The keys under which the record's bytes are sealed. */
export interface Keys {
  list(): Promise<{ keys: KeyState[]; unsealed: Record<string, number> }>;
  /**
   * Seals everything under the first key, one thing at a time. May run beside the program and beside itself, and goes on
   * where it was killed. @param onMoved told after each
   */
  reseal(options: { onMoved(): void; stopped: AbortSignal }): Promise<Resealed>;
  /** Gives up the keys, besides the first, that nothing is sealed under. @returns their ids */
  retire(): Promise<string[]>;
  /**
   * Gives up a key that is lost for good: what is sealed under it is marked as lost, its bytes are removed, and files are copied
   * again from the platform where it still has them.
   * @returns how many of each kind; null when the database does not know the key
   * @throws {NotPossible} for a key this program has
   */
  forget(keyId: string): Promise<Record<string, number> | null>;
}
