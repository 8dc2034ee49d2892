import type { World } from './world.ts';

/** How the gateway shares events out, and what it takes. https://docs.discord.com/developers/events/gateway#sharding */
export interface ShardRules {
  /** What `/gateway/bot` recommends. */
  recommended: number;
  /** Most servers on one shard: above it the gateway insists on more shards. */
  guildsMax: number;
  /** So many sessions may begin in 5 s, one in each bucket of shards. */
  maxConcurrency: number;
  /** How long a bucket is closed after each (ms); 0: for tests that have no time it never is. */
  identifyEveryMs: number;
  /** Sessions a day. */
  sessionsMax: number;
}

/** What is wrong with an identify: a close code, or the session that is not begun (opcode 9). */
type Refused = 4010 | 4011 | 'too many';

export interface Sharding {
  rules(): ShardRules;
  change(rules: Partial<ShardRules>): void;
  /** What `/gateway/bot` says besides its address. */
  info(): object;
  /** Sessions that were not begun because another one had begun in the same bucket too short a time before. */
  tooSoon(): number;
  /** The shard an app asks for. Counts the session. @param shard as sent: `[shard, count]`, or nothing for the only one */
  admit(shard: unknown): { shard: number; count: number } | Refused;
}

const USUAL: ShardRules = {
  recommended: 1,
  guildsMax: 2_500,
  maxConcurrency: 16,
  identifyEveryMs: 0,
  sessionsMax: 1_000,
};

const DAY_MS = 86_400_000;

/** @param guilds those the app is in */
export function createSharding(guilds: readonly { world: World }[]): Sharding {
  let rules = USUAL;
  let begun = 0;
  let tooSoon = 0;
  const freeAt = new Map<number, number>();
  return {
    rules: () => rules,
    change: (some) => {
      rules = { ...rules, ...some };
    },
    info: () => ({
      shards: rules.recommended,
      session_start_limit: {
        total: rules.sessionsMax,
        remaining: Math.max(0, rules.sessionsMax - begun),
        reset_after: DAY_MS,
        max_concurrency: rules.maxConcurrency,
      },
    }),
    tooSoon: () => tooSoon,
    admit: (asked) => {
      const [shard, count] = shardIn(asked);
      if (!isShard(shard, count)) return 4010;
      const here = guilds.filter(({ world }) => shardOf(world.seed.id, count) === shard);
      if (here.length > rules.guildsMax) return 4011;
      begun += 1;
      const bucket = shard % rules.maxConcurrency;
      const now = performance.now();
      if (now < (freeAt.get(bucket) ?? 0)) {
        tooSoon += 1;
        return 'too many';
      }
      freeAt.set(bucket, now + rules.identifyEveryMs);
      return { shard, count };
    },
  };
}

function shardIn(asked: unknown): [shard: number, count: number] {
  if (asked === undefined) return [0, 1];
  return Array.isArray(asked) && asked.length === 2 ? [Number(asked[0]), Number(asked[1])] : [-1, -1];
}

const isShard = (shard: number, count: number) =>
  Number.isInteger(shard) && Number.isInteger(count) && shard >= 0 && shard < count;

/** The shard the events of a server come on. */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}
