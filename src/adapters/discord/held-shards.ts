import type { HeldShard, Lease, Shard, ShardSession } from '../../chat/shards.ts';
import type { Log } from '../../log.ts';
import type { Connection } from './connect.ts';
import { shardOf } from './shard-of.ts';

/** The shards this process holds, each with its connection. */
export interface HeldShards {
  said: () => HeldShard[];
  /**
   * Connects what is ours now, gives back what is to go, and leaves what is somebody else's.
   * @returns what the first attempts of those that are new come to
   */
  settle: (leases: readonly Lease[]) => Promise<void>[];
  /** Deals with what has waited because it was not certain whose it is. */
  flush: () => void;
  /** Gives everything back. */
  close: () => Promise<void>;
  /** Null while all of them are connected. */
  problem: () => string | null;
  hears: (guildId: string) => boolean;
}

interface Parts {
  connect: (shard: Shard, from: ShardSession | null) => Connection;
  release: (shard: Shard, session: ShardSession | null) => Promise<void>;
  /** Called when one is given back. */
  left: () => void;
  log: Log;
}

export function createHeldShards({ connect, release, left, log }: Parts): HeldShards {
  const connections = new Map<string, Connection>();
  const leaving = new Map<string, Promise<void>>();

  const handOver = async ({ shard, handOver: end }: Connection) => release(shard, await end());
  const leave = (key: string, end: () => Promise<void>): void => {
    if (leaving.has(key)) return;
    const ended = end()
      .catch((error: unknown) => log.warn({ err: error }, 'a shard of Discord could not be given back'))
      .finally(() => {
        leaving.delete(key);
        connections.delete(key);
        left();
      });
    leaving.set(key, ended);
  };
  const settleHeld = (ours: ReadonlyMap<string, Lease>) => {
    for (const [key, connection] of connections) {
      const lease = ours.get(key);
      if (!lease) leave(key, connection.drop);
      else if (lease.isToGo) leave(key, () => handOver(connection));
      else connection.flush();
    }
  };

  return {
    said: () => [...connections.values()].map((each) => each.said()),
    settle: (leases) => {
      settleHeld(new Map(leases.map((lease) => [keyOf(lease), lease])));
      const fresh = leases.filter((lease) => !connections.has(keyOf(lease)));
      return fresh.map(({ count, shard, session }) => {
        const connection = connect({ count, shard }, session);
        connections.set(keyOf({ count, shard }), connection);
        return connection.open();
      });
    },
    flush: () => connections.forEach((connection) => connection.flush()),
    close: async () => {
      for (const [key, connection] of connections) leave(key, () => handOver(connection));
      await Promise.all(leaving.values());
    },
    problem: () => problemOf([...connections].flatMap(([key, each]) => (leaving.has(key) ? [] : [each]))),
    hears: (guildId) =>
      [...connections.values()].some(({ shard: { count, shard } }) => shardOf(guildId, count) === shard),
  };
}

const keyOf = ({ count, shard }: Shard): string => `${shard} of ${count}`;

function problemOf(connections: readonly Connection[]): string | null {
  const troubled = connections.filter((each) => each.problem() !== null);
  const [first] = troubled;
  if (!first) return null;
  if (first.shard.count === 1) return first.problem();
  return `shard ${troubled.map(({ shard }) => keyOf(shard)).join(', ')}: ${first.problem()}`;
}
