import type { Arena } from '../arena/arena.ts';
import type { Chance } from '../arena/chance.ts';
import type { Bot } from '../arena/fleet.ts';

/** Where and when a fault strikes. */
export interface Hit {
  arena: Arena;
  platform: 'slack' | 'discord';
  /** Whoever was at that moment; null when the moment is nobody's, or several could have been. */
  bot: Bot | null;
  chance: Chance;
  /** What goes on after the strike, such as the end of an outage. The run waits for it. */
  meanwhile(work: Promise<unknown>): void;
  /** Notes what must be so when the run is over. @returns what is wrong, or null */
  afterwards(check: () => Promise<string | null>): void;
  count(what: 'kills' | 'faults'): void;
}

/** Something that goes wrong. */
export interface Fault {
  /** The file's name. */
  name: string;
  /** Left out where it cannot happen. */
  fits?(arena: Arena, platform: 'slack' | 'discord'): boolean;
  /** Strikes, and returns quickly. @returns true when the process that was speaking is gone */
  strike(hit: Hit): Promise<boolean>;
  /** What it does before the people of the run begin. */
  prepare?(hit: Hit): void;
}
