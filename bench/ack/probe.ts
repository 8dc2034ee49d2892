import type { SandboxPlatform } from '../../sandbox/platform.ts';
import type { Seed } from '../../sandbox/seed.ts';
import type { Offered } from '../../sandbox/slack/outgoing.ts';
import { type Flagged, flag, triageOf } from '../pipeline/flags.ts';

/** What is tried: a flag's event, a command with an answer, a command with a form. */
export const KINDS = ['event', 'command', 'form'] as const;
export type Kind = (typeof KINDS)[number];
/** How long each try took (ms). */
export type Times = Record<Kind, number[]>;

/** Tries how quickly the program takes, answers and opens, as Slack and people see it. */
export interface Probe {
  /** For the sandbox. */
  offered(this: void, offered: Offered): void;
  /** @returns how long it took (ms). @throws when the program did not do it */
  tries: Record<Kind, (people: SandboxPlatform, message: Flagged) => Promise<number>>;
  /** From now on the events are those of the burst, but for the tries'. */
  startBurst(): void;
  /** How long each of them took (ms), and how many were not acknowledged in time. */
  endBurst(): { times: number[]; late: number };
}

export function createProbe(seed: Seed): Probe {
  const waiting = new Map<string, (tookMs: number) => void>();
  let burst: { times: number[]; late: number } | null = null;
  const as = seed.people[2]!.id;
  const type = async (people: SandboxPlatform, text: string) => {
    const from = Date.now();
    const begun = performance.now();
    const result = await people.command({ as, channel: triageOf(seed), text });
    if (!result.ok) throw new Error(`${text} was not answered: ${result.error}`);
    return { ...result, from, tookMs: performance.now() - begun };
  };

  return {
    offered: ({ kind, payload, tookMs, isAcknowledged }) => {
      if (kind !== 'events_api') return;
      const {
        type: what,
        item,
        user,
      } = payload['event'] as {
        type: string;
        item?: { ts: string };
        user?: string;
      };
      if (what !== 'reaction_added' || user !== as || !item) return;
      const answered = waiting.get(item.ts);
      if (answered) answered(tookMs);
      else if (burst && isAcknowledged) burst.times.push(tookMs);
      else if (burst) burst.late += 1;
    },
    tries: {
      event: (people, message) =>
        new Promise((resolve) => {
          waiting.set(message.message, resolve);
          flag(people, seed, message);
        }),
      command: async (people) => {
        const { ephemeral, tookMs } = await type(people, '/feedback list');
        if (!ephemeral) throw new Error('/feedback list had no answer.');
        return tookMs;
      },
      form: async (people) => {
        const { form, from } = await type(people, '/feedback new');
        const opened = people.calls().findLast(({ method }) => method === 'views.open');
        if (!form || !opened) throw new Error('/feedback new opened no form.');
        // The sandbox notes calls to the millisecond.
        return Date.parse(opened.at) - from;
      },
    },
    startBurst: () => {
      burst = { times: [], late: 0 };
    },
    endBurst: () => {
      const ended = burst ?? { times: [], late: 0 };
      burst = null;
      return ended;
    },
  };
}
