import type { Checker, Raced } from './checker/checker.ts';
import type { Desk } from './desk.ts';
import type { Post } from './platform.ts';
import type { Programs } from './programs.ts';
import type { Sources } from './sources.ts';

/** Where people do things, and where what comes of it is looked at. */
export interface Scene {
  readonly programs: Programs;
  readonly checker: Checker;
  readonly desk: Desk;
  readonly sources: Sources;
  now(): number;
  /** Everything that is due has happened: it is compared with what should have. @param race what somebody did meanwhile */
  look(race?: (() => Promise<Raced>) | null): Promise<void>;
  /** What was posted since people looked last. */
  unseen(): Post[];
}
