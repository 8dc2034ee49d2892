import { z } from 'zod';
import { json, rows, run, type Sql } from './sql.ts';
import { forgetStirs } from './forget-stirs.ts';
import { tagOf } from './tag-of.ts';
import type { Work } from './work.ts';

/** How a table says which workspace a row belongs to. */
type Scope = 'workspace' | 'case';

/** What becomes of a person's id: another name in its place, nothing in its place, or the whole row goes. */
type Fate = 'renamed' | 'emptied' | 'removed';

/**
 * Every column that holds somebody's id by itself, apart from those of their own cases and messages (see erase-words). A test
 * compares this list and the next three with the tables there are: a new column has to be put into one, or named there.
 */
export const ID_COLUMNS: readonly { column: string; scope: Scope; fate: Fate }[] = [
  { column: 'case_reporter.user_id', scope: 'case', fate: 'renamed' },
  { column: 'case_exclusion.excluded_by', scope: 'case', fate: 'renamed' },
  { column: 'cases.handler_id', scope: 'workspace', fate: 'emptied' },
  { column: 'note.author_id', scope: 'case', fate: 'renamed' },
  { column: 'case_department.said_by', scope: 'case', fate: 'renamed' },
  { column: 'tick.ticked_by', scope: 'case', fate: 'renamed' },
  { column: 'recommendation.recommended_by', scope: 'case', fate: 'renamed' },
  { column: 'history.actor_id', scope: 'case', fate: 'renamed' },
  { column: 'reply.author_id', scope: 'case', fate: 'renamed' },
  { column: 'intake.user_id', scope: 'workspace', fate: 'renamed' },
  { column: 'praised.user_id', scope: 'case', fate: 'removed' },
  { column: 'praised.praised_by', scope: 'case', fate: 'renamed' },
  { column: 'credit.user_id', scope: 'case', fate: 'removed' },
  { column: 'credit.credited_by', scope: 'case', fate: 'renamed' },
  { column: 'gift.proposed_by', scope: 'workspace', fate: 'renamed' },
  { column: 'gift.decided_by', scope: 'workspace', fate: 'renamed' },
  { column: 'access_link.user_id', scope: 'workspace', fate: 'removed' },
  { column: 'session.user_id', scope: 'workspace', fate: 'removed' },
  { column: 'meeting_item.added_by', scope: 'workspace', fate: 'renamed' },
  { column: 'meeting_item.decided_by', scope: 'workspace', fate: 'renamed' },
  { column: 'to_do.user_id', scope: 'workspace', fate: 'removed' },
  { column: 'person.user_id', scope: 'workspace', fate: 'removed' },
  { column: 'issue.asked_by', scope: 'case', fate: 'renamed' },
  { column: 'webhook_message.actor_id', scope: 'workspace', fate: 'renamed' },
  { column: 'offer.user_id', scope: 'case', fate: 'removed' },
  { column: 'identity_link.linked_by', scope: 'workspace', fate: 'emptied' },
  { column: 'role_lost.user_id', scope: 'workspace', fate: 'removed' },
  { column: 'person.stand_in', scope: 'workspace', fate: 'emptied' },
  { column: 'reminder.person_id', scope: 'workspace', fate: 'removed' },
  { column: 'case_level.raised_by', scope: 'case', fate: 'renamed' },
  { column: 'case_cc.user_id', scope: 'case', fate: 'removed' },
  { column: 'case_cc.added_by', scope: 'case', fate: 'renamed' },
  { column: 'follower.user_id', scope: 'case', fate: 'removed' },
  { column: 'follow_news.user_id', scope: 'workspace', fate: 'removed' },
  { column: 'topic_case.linked_by', scope: 'case', fate: 'renamed' },
  { column: 'topic_apart.said_by', scope: 'case', fate: 'renamed' },
  { column: 'hot_thread.settled_by', scope: 'workspace', fate: 'emptied' },
];

/** Columns with a list of ids, out of which the person's is taken. */
export const LIST_COLUMNS: readonly { column: string; scope: Scope }[] = [
  { column: 'message.mentions', scope: 'workspace' },
];

/** Columns with ids somewhere within jsonb, and the row's own id. */
export const JSON_COLUMNS: readonly { column: string; id: string; scope: Scope }[] = [
  { column: 'history.detail', id: 'history_id', scope: 'case' },
  { column: 'reply.place', id: 'reply_id', scope: 'case' },
  { column: 'webhook_message.detail', id: 'message_id', scope: 'workspace' },
  { column: 'delivery.body', id: 'delivery_id', scope: 'workspace' },
  { column: 'delivery.place', id: 'delivery_id', scope: 'workspace' },
  { column: 'intake.event', id: 'intake_id', scope: 'workspace' },
  { column: 'reminder.skipped', id: 'reminder_id', scope: 'workspace' },
];

/** Keys with ids in them. They get the person's tag, which is always the same, so that they stay unique for good. */
export const KEY_COLUMNS: readonly { column: string; id: string }[] = [
  { column: 'delivery.key', id: 'delivery_id' },
  { column: 'intake.key', id: 'intake_id' },
];

/** Clicks and commands: what the platform calls them can hold who made them. A repeat of one that is so old is none. */
export const INTERACTION_COLUMN = 'interaction.interaction_id';

const BELONGS: Record<Scope, string> = {
  workspace: 'workspace_id = $1',
  case: 'case_id in (select case_id from hearback.cases where workspace_id = $1)',
};

/** Their id wherever else it stands: what they did for others' cases stays, done by somebody without a name. */
export async function eraseTraces(
  { sql }: Work,
  { workspaceId, userId, pseudonym }: { workspaceId: string; userId: string; pseudonym: string },
): Promise<Record<string, number>> {
  const tag = await tagOf(sql, workspaceId, userId);
  let traces = 0;
  for (const { column, id } of KEY_COLUMNS)
    traces += await rewrite(sql, { column, id, scope: 'workspace' }, workspaceId, userId, (key) =>
      json(z.string().parse(key).replaceAll(asWord(userId), `~${tag}`)),
    );
  for (const place of JSON_COLUMNS)
    traces += await rewrite(sql, place, workspaceId, userId, (value) =>
      json(withoutPerson(value, userId, pseudonym)),
    );
  for (const { column, scope, fate } of ID_COLUMNS) {
    const [table, name] = column.split('.');
    const to = fate === 'removed' ? 'delete from' : 'update';
    const set = fate === 'removed' ? '' : `set ${name} = ${fate === 'renamed' ? '$3' : 'null'}`;
    traces += await run(sql, `${to} hearback.${table} ${set} where ${BELONGS[scope]} and ${name} = $2`, [
      workspaceId,
      userId,
      ...(fate === 'renamed' ? [pseudonym] : []),
    ]);
  }
  for (const { column, scope } of LIST_COLUMNS) {
    const [table, name] = column.split('.');
    traces += await run(
      sql,
      `update hearback.${table} set ${name} = array_remove(${name}, $2) where ${BELONGS[scope]} and $2 = any(${name})`,
      [workspaceId, userId],
    );
  }
  traces += await run(
    sql,
    `delete from hearback.interaction where workspace_id = $1 and strpos(':' || interaction_id || ':', ':' || $2 || ':') > 0`,
    [workspaceId, userId],
  );
  traces += await forgetStirs(sql, workspaceId, userId);
  return { traces };
}

const valueRow = z.object({ id: z.number(), value: z.unknown() });

/** Rows that hold the id somewhere, each with what `change` makes of it. @param change answers JSON */
async function rewrite(
  sql: Sql,
  { column, id, scope }: { column: string; id: string; scope: Scope },
  workspaceId: string,
  userId: string,
  change: (value: unknown) => string,
): Promise<number> {
  const [table, name] = column.split('.');
  const found = await rows(
    sql,
    valueRow,
    `select ${id} as id, to_jsonb(${name}) as value from hearback.${table}
     where ${BELONGS[scope]} and strpos(${name}::text, $2) > 0`,
    [workspaceId, userId],
  );
  const type = column.endsWith('.key') ? `$2::jsonb #>> '{}'` : '$2::jsonb';
  for (const each of found)
    await run(sql, `update hearback.${table} set ${name} = ${type} where ${id} = $1`, [
      each.id,
      change(each.value),
    ]);
  return found.length;
}

/** The id by itself, not as a part of a longer one. */
function asWord(userId: string): RegExp {
  const literal = userId.replaceAll(/[^A-Za-z0-9_]/g, String.raw`\$&`);
  return new RegExp(`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`, 'g');
}

/** A mention of them becomes words, their id another name, whatever holds it. */
function withoutPerson(value: unknown, userId: string, pseudonym: string): unknown {
  if (typeof value === 'string') return value.replaceAll(asWord(userId), pseudonym);
  if (Array.isArray(value)) return value.map((each) => withoutPerson(each, userId, pseudonym));
  if (value === null || typeof value !== 'object') return value;
  const entries: [string, unknown][] = Object.entries(value);
  if (
    entries.some(([key, each]) => key === 'type' && each === 'person') &&
    entries.some(([, each]) => each === userId)
  )
    return { type: 'text', text: 'somebody who was erased' };
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutPerson(each, userId, pseudonym)]));
}

/** Who and what in the audit log; the commitment to them stays. @returns how many rows */
export async function emptyAudit({ sql }: Work, workspaceId: string, userId: string): Promise<number> {
  return run(
    sql,
    `update hearback.audit set actor_id = null, detail = null, salt = null
     where workspace_id = $1 and salt is not null and (actor_id = $2 or exists (
       select from jsonb_each_text(detail) as part where strpos(part.value, $2) > 0))`,
    [workspaceId, userId],
  );
}
