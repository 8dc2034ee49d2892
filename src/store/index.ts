import { resolve } from 'node:path';
import type { Pool, PoolConfig } from 'pg';
import { agreeOnKeys, type KeyOptions, sealAsItIs } from './agree-on-keys.ts';
import { databaseFault, openDatabase, poolConfig } from './database.ts';
import {
  type EmbeddedPostgres,
  hasDatabase,
  startPostgres,
  visitPostgres,
} from './embedded/start-postgres.ts';
import { createHeat } from './heat.ts';
import type { HeatRecord } from './heat-port.ts';
import { migrate, requireMigrated } from './migrate.ts';
import { noRecord } from './no-record.ts';
import { diskProblem } from './disk.ts';
import type { Seal } from './seal.ts';
import { createShards, type ShardTimings, type StoredShards } from './shards.ts';
import { createNouns, type Nouns } from './nouns.ts';

/**
 * Connections of one process to the record: a delivery under way holds one and reads with a second (10 of them), a recording
 * one (10), a file one (2), listening one, and some are left for people's commands. With the queue's own pool on PostgreSQL
 * that stays below the embedded server's 66.
 */
const CONNECTIONS = 36;
/** A command of the operator works beside the program and must leave it its own. */
const CONNECTIONS_OF_A_COMMAND = 4;

/** The record, open and up to date. */
export interface Record extends Nouns {
  /** How lively watched channels are. */
  heat: HeatRecord;
  /** Which process listens to which shard of Discord. */
  shards: StoredShards;
  /** How to reach its database, for the queue. */
  connection: PoolConfig;
  /** Null when it answers; else what is wrong. */
  problem(): Promise<string | null>;
  close(): Promise<void>;
}

export interface RecordOptions extends KeyOptions {
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** The embedded PostgreSQL, where it was started before. */
  embedded?: Promise<EmbeddedPostgres> | null;
  /** Tests have no time: spans of the platforms' limits are so many times shorter. */
  paceSpeed?: number;
  /** Tests have no time: how soon a process that listens to a platform counts as gone. */
  shardTimings?: Partial<ShardTimings>;
}

/**
 * Opens the record on the server at `databaseUrl`, or on an embedded PostgreSQL in `dataDir`, and migrates it.
 * @throws {AppError} DATABASE_NOT_FOUND, DATABASE_MISMATCH, KEYS_DIFFER
 */
export async function openRecord(options: RecordOptions): Promise<Record> {
  const { databaseUrl, dataDir, log } = options;
  const start = () => startPostgres({ dataDir: resolve(dataDir), log });
  const embedded = databaseUrl === null ? await (options.embedded ?? start()) : null;
  return openOn(embedded, options, CONNECTIONS, async (pool) => {
    await migrate(pool);
    return agreeOnKeys(pool, options);
  });
}

/**
 * Opens the record for a command of the operator, while the program runs or while it does not. Makes and migrates nothing.
 * @throws {AppError} DATABASE_NOT_FOUND when there is none, DATABASE_MISMATCH when it belongs to another version
 */
export async function visitRecord(options: RecordOptions): Promise<Record> {
  const { databaseUrl, log } = options;
  const dataDir = resolve(options.dataDir);
  if (databaseUrl === null && !hasDatabase(dataDir)) throw noRecord(dataDir);
  const embedded = databaseUrl === null ? await visitPostgres({ dataDir, log }) : null;
  return openOn(embedded, options, CONNECTIONS_OF_A_COMMAND, async (pool) => {
    await requireMigrated(pool);
    return sealAsItIs(options);
  });
}

async function openOn(
  embedded: EmbeddedPostgres | null,
  { databaseUrl, log, now, paceSpeed = 1, shardTimings = {} }: RecordOptions,
  max: number,
  check: (pool: Pool) => Promise<Seal | null>,
): Promise<Record> {
  const connection = embedded?.connection ?? poolConfig(databaseUrl ?? '');
  const pool = openDatabase(connection, { log, max });
  const heat = createHeat(pool, { now, log });
  const close = async () => {
    await heat.close();
    await pool.end();
    await embedded?.stop();
  };
  let seal: Seal | null;
  try {
    seal = await check(pool);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...createNouns(pool, { log, now, paceSpeed, seal }),
    shards: createShards(pool, shardTimings),
    heat,
    connection,
    // A full disk first: it may be why nobody answers.
    problem: async () =>
      (await diskProblem(pool, embedded?.folder ?? null)) ??
      (await pool.query('select 1').then(
        () => null,
        (error: unknown) => `The database does not answer (${databaseFault(error).code}).`,
      )),
    close,
  };
}
