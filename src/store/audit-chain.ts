import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { json, rows, run, sent, type Sql } from './sql.ts';

/** What a transaction did, to be written into the audit log at its end. */
export interface Noted {
  /** Left out when the case says it. */
  workspaceId?: string;
  caseId?: number;
  actorId: string | null;
  action: string;
  detail?: Readonly<Record<string, string>>;
  /** Numbers and hashes about the log itself; they stay when people are erased. */
  facts?: Readonly<Record<string, number | string>>;
}

/** What the hash of a row covers. Who it was and the detail are in it only as a commitment. */
export interface Sealed {
  workspaceId: string;
  seq: number;
  /** As `2026-11-22T10:00:00.000000Z`, with microseconds as PostgreSQL keeps them. */
  at: string;
  action: string;
  caseNumber: number | null;
  facts: Readonly<Record<string, number | string>> | null;
  commitment: string;
}

/** The hash before the first row of a chain. */
export const BEGINNING = '0'.repeat(64);

/** Bytes of chance in each row's salt: without it a commitment could be guessed from the few people there are. */
const SALT_BYTES = 16;

export function hashOf(before: string, sealed: Sealed): string {
  const { workspaceId, seq, at, action, caseNumber, facts, commitment } = sealed;
  return sha256([before, workspaceId, seq, at, action, caseNumber, inOrder(facts), commitment]);
}

/** Says who and what without keeping either: it cannot be made again without the salt. */
export function commitmentTo(
  salt: string,
  actorId: string | null,
  detail: Readonly<Record<string, string>> | null,
): string {
  return sha256([salt, actorId, inOrder(detail)]);
}

function sha256(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** jsonb keeps no order of its own. */
function inOrder(record: Readonly<Record<string, unknown>> | null): [string, unknown][] | null {
  return record && Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Adds what a transaction noted to the chains. The last thing before the commit: the head of a chain is locked from here
 * on, so whoever waits for it holds up nobody whom its holder still needs, and waits for no more than the commit.
 */
export async function writeNoted(sql: Sql, at: Date, noted: readonly Noted[]): Promise<void> {
  if (noted.length === 0) return;
  const [placed, heads] = await Promise.all([withPlaces(sql, noted), lockHeads(sql, noted)]);
  const workspaces = [...new Set(placed.map(({ workspaceId }) => workspaceId))].toSorted();
  for (const workspaceId of workspaces) {
    const own = placed.filter((each) => each.workspaceId === workspaceId);
    await append(sql, heads.get(workspaceId) ?? (await firstHead(sql, workspaceId)), at, workspaceId, own);
  }
}

type Placed = Noted & { workspaceId: string; caseNumber: number | null };

const placeRow = z.object({ caseId: z.number(), workspaceId: z.string(), number: z.number() });

/** A case that is gone by now is left out of the row; its workspace has to be known then. */
async function withPlaces(sql: Sql, noted: readonly Noted[]): Promise<Placed[]> {
  const caseIds = noted.flatMap(({ caseId }) => (caseId === undefined ? [] : [caseId]));
  const found =
    caseIds.length === 0
      ? []
      : await rows(
          sql,
          placeRow,
          'select case_id as "caseId", workspace_id as "workspaceId", number from hearback.cases where case_id = any($1)',
          [caseIds],
        );
  const places = new Map(found.map((place) => [place.caseId, place]));
  return noted.flatMap((each) => {
    const place = each.caseId === undefined ? undefined : places.get(each.caseId);
    const workspaceId = each.workspaceId ?? place?.workspaceId;
    const caseNumber = place?.workspaceId === workspaceId ? (place?.number ?? null) : null;
    return workspaceId === undefined ? [] : [{ ...each, workspaceId, caseNumber }];
  });
}

const headRow = z.object({ workspaceId: z.string(), seq: z.number(), hash: z.string() });

type Head = z.infer<typeof headRow>;

/** Holds the ends of all chains that `noted` is about. In one order everywhere: two transactions cannot hold each other up. */
async function lockHeads(sql: Sql, noted: readonly Noted[]): Promise<ReadonlyMap<string, Head>> {
  const heads = await rows(
    sql,
    headRow,
    `select workspace_id as "workspaceId", seq, hash from hearback.audit_head where workspace_id in (
       select workspace_id from hearback.cases where case_id = any($1) union all select unnest($2::text[]))
     order by workspace_id for update`,
    [noted.flatMap(({ caseId }) => caseId ?? []), noted.flatMap(({ workspaceId }) => workspaceId ?? [])],
  );
  return new Map(heads.map((head) => [head.workspaceId, head]));
}

/** The first row of a community, or of one whose head came into being a moment ago. */
async function firstHead(sql: Sql, workspaceId: string): Promise<Head> {
  await run(
    sql,
    'insert into hearback.audit_head (workspace_id, seq, hash) values ($1, 0, $2) on conflict do nothing',
    [workspaceId, BEGINNING],
  );
  const heads = await lockHeads(sql, [{ workspaceId, actorId: null, action: '' }]);
  return heads.get(workspaceId) ?? { workspaceId, seq: 0, hash: BEGINNING };
}

async function append(
  sql: Sql,
  head: Head,
  at: Date,
  workspaceId: string,
  noted: readonly Placed[],
): Promise<void> {
  const made = link(head, at, workspaceId, noted);
  const last = made.at(-1);
  if (!last) return;
  await sent(
    sql,
    `with added as (
       insert into hearback.audit (workspace_id, seq, at, action, case_number, facts, actor_id, detail, salt, commitment, hash)
       select $1, seq, $2, action, case_number, facts, actor_id, detail, salt, commitment, hash
       from unnest($3::bigint[], $4::text[], $5::integer[], $6::jsonb[], $7::text[], $8::jsonb[], $9::text[], $10::text[], $11::text[])
         as made (seq, action, case_number, facts, actor_id, detail, salt, commitment, hash))
     update hearback.audit_head set seq = $12, hash = $13 where workspace_id = $1`,
    [
      workspaceId,
      at,
      made.map(({ seq }) => seq),
      made.map(({ action }) => action),
      made.map(({ caseNumber }) => caseNumber),
      made.map(({ facts }) => facts && json(facts)),
      made.map(({ actorId }) => actorId),
      made.map(({ detail }) => detail && json(detail)),
      made.map(({ salt }) => salt),
      made.map(({ commitment }) => commitment),
      made.map(({ hash }) => hash),
      last.seq,
      last.hash,
    ],
  );
}

type Made = Sealed & {
  actorId: string | null;
  detail: Record<string, string> | null;
  salt: string;
  hash: string;
};

const words = z.record(z.string(), z.string()).nullable();

function link(head: Head, at: Date, workspaceId: string, noted: readonly Placed[]): Made[] {
  let { seq, hash } = head;
  return noted.map((each) => {
    // As it will be read back: what no column can hold is left out before it is hashed.
    const actorId = z
      .string()
      .nullable()
      .parse(JSON.parse(json(each.actorId)));
    const detail = words.parse(JSON.parse(json(each.detail ?? null)));
    const salt = randomBytes(SALT_BYTES).toString('hex');
    seq += 1;
    const sealed: Sealed = {
      workspaceId,
      seq,
      at: `${at.toISOString().slice(0, -1)}000Z`,
      action: each.action,
      caseNumber: each.caseNumber,
      facts: each.facts ?? null,
      commitment: commitmentTo(salt, actorId, detail),
    };
    hash = hashOf(hash, sealed);
    return { ...sealed, actorId, detail, salt, hash };
  });
}
