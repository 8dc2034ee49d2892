import { resolve } from 'node:path';
import type { Pool, PoolConfig } from 'pg';
import type { Audit } from './audit-port.ts';
import { createAudit } from './audit.ts';
import { createDeadLetters } from './dead-letters.ts';
import type { DeadLetters } from './dead-letters-port.ts';
import { agreeOnKeys, type KeyOptions, sealAsItIs } from './agree-on-keys.ts';
import { createGifts } from './create-gifts.ts';
import { createKeys } from './create-keys.ts';
import { createCaseLists } from './case-parts.ts';
import type { CaseLists } from './case-list-port.ts';
import { createCasePages } from './case-pages.ts';
import type { CasePages } from './case-pages-port.ts';
import { createOutbox } from './create-outbox.ts';
import { createStore } from './create-store.ts';
import { databaseFault, openDatabase, poolConfig } from './database.ts';
import {
  type EmbeddedPostgres,
  hasDatabase,
  startPostgres,
  visitPostgres,
} from './embedded/start-postgres.ts';
import type { FigureBook } from './figures-port.ts';
import { createFigures } from './figures.ts';
import type { Exports } from './exports-port.ts';
import { createExports } from './exports.ts';
import type { Gifts } from './gifts-port.ts';
import type { Imports } from './imports-port.ts';
import { createImports } from './imports.ts';
import type { Issues } from './issues-port.ts';
import { createIssues } from './issues.ts';
import type { Keys } from './keys-port.ts';
import type { MailRoom } from './mail-port.ts';
import { createMailRoom } from './mail.ts';
import type { Digests } from './digests-port.ts';
import { createDigests } from './digests.ts';
import { createIdentities } from './identities.ts';
import type { Identities } from './identities-port.ts';
import type { People } from './people-port.ts';
import { createPeople } from './people.ts';
import { createHeat } from './heat.ts';
import type { HeatRecord } from './heat-port.ts';
import { migrate, requireMigrated } from './migrate.ts';
import { noRecord } from './no-record.ts';
import { diskProblem } from './disk.ts';
import { createDoor } from './door.ts';
import type { Door } from './door-port.ts';
import type { Duty } from './duty-port.ts';
import type { Homes } from './home-port.ts';
import { createHomes } from './homes.ts';
import { createDuty } from './duty.ts';
import type { Outbox } from './outbox.ts';
import { createPace, type StoredPace } from './pace.ts';
import type { Privacy } from './privacy-port.ts';
import { createPrivacy } from './privacy.ts';
import type { Roles } from './roles-port.ts';
import { createRoles } from './roles.ts';
import { noSeal, type Seal } from './seal.ts';
import type { Topics } from './topics-port.ts';
import { createTopics } from './topics.ts';
import type { Transcripts } from './transcripts-port.ts';
import { createTranscripts } from './transcripts.ts';
import type { Search } from './search-port.ts';
import { createSearch } from './search.ts';
import type { Satisfaction } from './satisfaction-port.ts';
import { createSatisfaction } from './satisfaction.ts';
import type { Webhooks } from './webhooks-port.ts';
import { createWebhooks } from './webhooks.ts';
import type { Store } from './store.ts';

/**
 * Connections of one process to the record: a delivery under way holds one and reads with a second (10 of them), a recording
 * one (10), a file one (2), listening one, and some are left for people's commands. With the queue's own pool on PostgreSQL
 * that stays below the embedded server's 66.
 */
const CONNECTIONS = 36;
/** A command of the operator works beside the program and must leave it its own. */
const CONNECTIONS_OF_A_COMMAND = 4;

/** The record, open and up to date. */
export interface Record {
  store: Store;
  outbox: Outbox;
  /** When calls to the platforms may be made. */
  pace: StoredPace;
  deadLetters: DeadLetters;
  audit: Audit;
  /** What the pages show of cases, and the way into them. */
  pages: CasePages;
  lists: CaseLists;
  /** The numbers of the dashboard. */
  figures: FigureBook;
  door: Door;
  privacy: Privacy;
  /** The record as lines, and lines as record. */
  exports: Exports;
  imports: Imports;
  transcripts: Transcripts;
  gifts: Gifts;
  people: People;
  /** Which accounts are one person. */
  identities: Identities;
  digests: Digests;
  /** Roles that change. */
  roles: Roles;
  duty: Duty;
  /** Pages of people's own. */
  homes: Homes;
  /** Cases about the same thing. */
  topics: Topics;
  /** How lively watched channels are. */
  heat: HeatRecord;
  satisfaction: Satisfaction;
  /** The search over the record. */
  search: Search;
  webhooks: Webhooks;
  issues: Issues;
  /** Departments by e-mail. */
  mail: MailRoom;
  keys: Keys;
  /** How to reach its database, for the queue. */
  connection: PoolConfig;
  /** Null when it answers; else what is wrong. */
  problem(): Promise<string | null>;
  close(): Promise<void>;
}

export interface RecordOptions extends KeyOptions {
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** Tests have no time: spans of the platforms' limits are so many times shorter. */
  paceSpeed?: number;
}

/**
 * Opens the record on the server at `databaseUrl`, or on an embedded PostgreSQL in `dataDir`, and migrates it.
 * @throws {AppError} DATABASE_NOT_FOUND, DATABASE_MISMATCH, KEYS_DIFFER
 */
export async function openRecord(options: RecordOptions): Promise<Record> {
  const { databaseUrl, dataDir, log } = options;
  const embedded = databaseUrl === null ? await startPostgres({ dataDir: resolve(dataDir), log }) : null;
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
  { databaseUrl, log, now, paceSpeed = 1 }: RecordOptions,
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
    ...nounsOf(pool, { log, now, paceSpeed, seal }),
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

/** What the record keeps, one thing each. */
function nounsOf(
  pool: Pool,
  {
    log,
    now,
    paceSpeed,
    seal,
  }: Pick<RecordOptions, 'log' | 'now'> & { paceSpeed: number; seal: Seal | null },
): Omit<Record, 'heat' | 'connection' | 'problem' | 'close'> {
  return {
    pages: createCasePages(pool),
    lists: createCaseLists(pool),
    figures: createFigures(pool),
    door: createDoor(pool, { now }),
    store: createStore(pool, { now, seal: seal ?? noSeal }),
    outbox: createOutbox(pool, { now }),
    pace: createPace(pool, { log, speed: paceSpeed }),
    deadLetters: createDeadLetters(pool, { now }),
    audit: createAudit(pool, { now }),
    gifts: createGifts(pool, { now, seal: seal ?? noSeal }),
    people: createPeople(pool, { now }),
    roles: createRoles(pool, { now }),
    identities: createIdentities(pool, { now }),
    mail: createMailRoom(pool, { now, seal: seal ?? noSeal }),
    digests: createDigests(pool, { now }),
    duty: createDuty(pool, { now }),
    homes: createHomes(pool, { now }),
    topics: createTopics(pool, { now }),
    satisfaction: createSatisfaction(pool),
    search: createSearch(pool, { now }),
    webhooks: createWebhooks(pool, { now }),
    issues: createIssues(pool, { now }),
    privacy: createPrivacy(pool, { now, seal: seal ?? noSeal }),
    exports: createExports(pool, { seal: seal ?? noSeal }),
    imports: createImports(pool, { now, seal: seal ?? noSeal }),
    transcripts: createTranscripts(pool),
    keys: createKeys(pool, { now, seal }),
  };
}
