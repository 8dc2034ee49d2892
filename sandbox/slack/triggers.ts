import type { Mint } from './mint.ts';
import { ApiRefusal, type Timings } from './types.ts';

/** The right to open one view, given with every interaction. */
export interface Triggers {
  issue(user: string): string;
  /** @returns whose it is. @throws {ApiRefusal} when it is unknown, used or too old. */
  redeem(id: string): string;
}

/** So many are remembered, to tell a used one from an unknown one. */
const REMEMBERED = 1_000;

export function createTriggers(mint: Mint, now: () => Date, timings: Timings): Triggers {
  const issued = new Map<string, { user: string; at: number; used: boolean }>();
  return {
    issue: (user) => {
      const id = `${now().getTime()}.${mint.last().replace('.', '')}.${mint.id('').toLowerCase()}`;
      issued.set(id, { user, at: now().getTime(), used: false });
      const [oldest] = issued.keys();
      if (issued.size > REMEMBERED && oldest) issued.delete(oldest);
      return id;
    },
    redeem: (id) => {
      const trigger = issued.get(id);
      if (!trigger) throw new ApiRefusal('invalid_trigger_id');
      if (trigger.used) throw new ApiRefusal('exchanged_trigger_id');
      if (now().getTime() - trigger.at > timings.triggerLivesMs) throw new ApiRefusal('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
  };
}
