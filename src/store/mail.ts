import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';
import { mailFiles } from './mail-files.ts';
import type { CaseMailbox, MailRoom } from './mail-port.ts';
import type { Seal } from './seal.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source } from './work.ts';

/** Bits of a signature that stand in an address, five a character: a hundred are not guessed. */
const SIGNS = 20;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TOKEN = new RegExp(`^([0-9a-z]{1,11})-([${ALPHABET}]{${SIGNS}})$`);

/** E-mail, on a PostgreSQL database that `migrate` has brought up to date. */
export function createMailRoom(pool: Pool, { now, seal }: { now: () => Date; seal: Seal }): MailRoom {
  const source: Source = { pool, now };
  return {
    tokenOf: (mailbox) => `${mailbox.caseId.toString(36)}-${signature(mailbox, secretsOf(seal)[0])}`,
    meant: (token) => holdClient(pool, (sql) => meant(sql, seal, token)),
    filesOf: (letter) => holdClient(pool, (sql) => mailFiles(sql, seal, letter)),
    hold: (mailbox, holder, forMs) => atomically(source, ({ sql }) => hold(sql, mailbox, holder, forMs)),
    moveOn: (mailbox, { uidValidity, uid }) =>
      atomically(source, async ({ sql }) => {
        await run(
          sql,
          `update hearback.mailbox set uid_validity = $2, last_uid = $3
           where mailbox = $1 and (uid_validity is distinct from $2 or last_uid < $3)`,
          [mailbox, uidValidity, uid],
        );
      }),
    release: (mailbox, holder) =>
      atomically(source, async ({ sql }) => {
        await run(
          sql,
          'update hearback.mailbox set held_by = null, held_until = null where mailbox = $1 and held_by = $2',
          [mailbox, holder],
        );
      }),
  };
}

function secretsOf(seal: Seal): readonly [Buffer, ...Buffer[]] {
  return seal.derived('answers by mail');
}

/**
 * Of whom it is, by a secret that only these programs have. The number of a case is never given again, also after a backup was restored;
 * its row's is.
 */
function signature({ workspaceId, caseId, number, department }: CaseMailbox, secret: Buffer): string {
  const mac = createHmac('sha256', secret)
    .update([workspaceId, caseId, number, department].join('\n'))
    .digest();
  const bits = [...mac].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: SIGNS },
    (_, index) => ALPHABET[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  ).join('');
}

const mailboxRow: z.ZodType<CaseMailbox> = z.object({
  workspaceId: z.string(),
  caseId: z.number(),
  number: z.number(),
  department: z.string(),
});

async function meant(sql: Sql, seal: Seal, token: string): Promise<CaseMailbox | null> {
  const [, number = '', signed = ''] = TOKEN.exec(token) ?? [];
  const caseId = Number.parseInt(number, 36);
  if (!signed || !Number.isSafeInteger(caseId)) return null;
  const departments = await rows(
    sql,
    mailboxRow,
    `select c.workspace_id as "workspaceId", c.case_id as "caseId", c.number, department
     from hearback.cases c join hearback.case_department using (case_id) where c.case_id = $1 and c.erased_at is null`,
    [caseId],
  );
  const theirs = Buffer.from(signed);
  return (
    departments.find((each) =>
      secretsOf(seal).some((secret) => timingSafeEqual(Buffer.from(signature(each, secret)), theirs)),
    ) ?? null
  );
}

const heldRow = z.object({ uidValidity: z.string().nullable(), uid: z.number().nullable() });

/** By the database's clock, which is the same for all. */
async function hold(
  sql: Sql,
  mailbox: string,
  holder: string,
  forMs: number,
): Promise<Awaited<ReturnType<MailRoom['hold']>>> {
  const held = await row(
    sql,
    heldRow,
    `insert into hearback.mailbox as m (mailbox, held_by, held_until)
     values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
     on conflict (mailbox) do update set held_by = $2, held_until = excluded.held_until
       where m.held_by is null or m.held_by = $2 or m.held_until < clock_timestamp()
     returning uid_validity as "uidValidity", last_uid as uid`,
    [mailbox, holder, forMs],
  );
  if (!held) return null;
  const { uidValidity, uid } = held;
  return { at: uidValidity === null || uid === null ? null : { uidValidity, uid } };
}
