import type { Arbitrary } from 'fast-check';

/** One way in from outside, with what may come through it. */
export interface Door {
  name: string;
  open(): Promise<OpenDoor>;
}

export interface OpenDoor {
  inputs: Arbitrary<unknown>;
  /** Rejects when the program does what it must never do: fails in a way nobody planned, or says "our fault". */
  knock(input: unknown): Promise<void>;
  /** After all inputs: rejects when the program no longer does its work. */
  stillWorks(): Promise<void>;
  close(): Promise<void>;
}

/** Ties the inputs of a door to what is done with them. */
export function openDoor<T>(door: {
  inputs: Arbitrary<T>;
  knock(input: T): Promise<void> | void;
  stillWorks?(): Promise<void>;
  close?(): Promise<void>;
}): OpenDoor {
  return {
    inputs: door.inputs,
    knock: async (input) => door.knock(input as T),
    stillWorks: door.stillWorks ?? (() => Promise.resolve()),
    close: door.close ?? (() => Promise.resolve()),
  };
}
