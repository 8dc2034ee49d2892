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
  /** Leaves what is not among these. */
  leave: (leases: readonly Lease[]) => void;
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
  const { leave, leaving } = createLeaving((key) => {
    connections.delete(key);
    left();
  }, log);
  const handOver = async ({ shard, handOver: end }: Connection) => release(shard, await end());
  const leaveLost = (ours: readonly Lease[]) => {
    const keys = new Set(ours.map(keyOf));
    for (const [key, connection] of connections) if (!keys.has(key)) leave(key, connection.drop);
  };
  const open = ({ count, shard, session }: Lease) => {
    const connection = connect({ count, shard }, session);
    connections.set(keyOf({ count, shard }), connection);
    return connection.open();
  };

  return {
    said: () => [...connections.values()].map((each) => each.said()),
    settle: (leases) => {
      leaveLost(leases);
      return leases.flatMap((lease) => {
        const connection = connections.get(keyOf(lease));
        if (!connection) return [open(lease)];
        if (lease.isToGo) leave(keyOf(lease), () => handOver(connection));
        else connection.flush();
        return [];
      });
    },
    leave: leaveLost,
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

/** Ends each connection once. @param ended called when one is gone */
function createLeaving(ended: (key: string) => void, log: Log) {
  const leaving = new Map<string, Promise<void>>();
  return {
    leaving,
    leave: (key: string, end: () => Promise<void>): void => {
      if (leaving.has(key)) return;
      const whole = end()
        .catch((error: unknown) => log.warn({ err: error }, 'a shard of Discord could not be given back'))
        .finally(() => {
          leaving.delete(key);
          ended(key);
        });
      leaving.set(key, whole);
    },
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
