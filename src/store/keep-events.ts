import { z } from 'zod';
import { storable } from '../chat/text.ts';
import { addJobs, type Job } from './jobs.ts';
import { json, prepared, rows } from './sql.ts';
import type { NewIntake } from './store.ts';
import type { Work } from './work.ts';

/**
 * A flag that was taken back may come again, but not as the same event delivered once more. The key a reaction got when its person was
 * erased since is looked for too: the same one delivered again, or found once more, is known. In one order, so that two who have some in
 * common wait for each other and not both ways.
 */
const KEEP = prepared(
  `with taken as (
     select *, case when emoji is not null
         then replace(key, '/' || user_id || '/', '/~' || hearback.person_tag(workspace_id, user_id) || '/') end as erased
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[])
       as each (workspace_id, key, meaning, kind, event, event_id, channel_id, message_id, user_id, emoji, happened_at))
   insert into hearback.intake (workspace_id, key, meaning, kind, event, event_id, channel_id, message_id, user_id, emoji, happened_at, received_at)
   select workspace_id, key, meaning, kind, event, event_id, channel_id, message_id, user_id, emoji, happened_at, $12::timestamptz from taken
   where not exists (select from hearback.intake known where known.workspace_id = taken.workspace_id and known.event_id = taken.event_id and known.key = taken.key)
     and not exists (select from hearback.intake known where known.workspace_id = taken.workspace_id and known.key = taken.erased and known.forgotten_at is null)
   order by workspace_id, key
   on conflict (workspace_id, key) where forgotten_at is null do nothing
   returning intake_id as "intakeId", workspace_id as "workspaceId", key`,
);

const keptRow = z.object({ intakeId: z.number(), workspaceId: z.string(), key: z.string() });

/** Keeps events and asks for their handlers. @returns for each whether it was not known */
export async function keep(
  work: Work,
  all: readonly (NewIntake & { handler: string })[],
): Promise<boolean[]> {
  const reactions = all.map(({ event }) =>
    event.kind === 'reaction_added' || event.kind === 'reaction_removed' ? event : null,
  );
  const added = await rows(work.sql, keptRow, KEEP, [
    all.map(({ event }) => event.workspaceId),
    all.map(({ key }) => key),
    all.map(({ meaning }) => meaning),
    all.map(({ kind }) => kind),
    all.map(({ event }) => json(event)),
    all.map(({ event }) => event.eventId),
    all.map(({ event }) => event.channelId),
    all.map(({ event }) => event.messageId),
    reactions.map((reaction) => reaction?.userId ?? null),
    reactions.map((reaction) => reaction?.emoji ?? null),
    all.map(({ event }) => event.at),
    work.at,
  ]);
  const idOf = new Map(added.map(({ workspaceId, key, intakeId }) => [`${workspaceId} ${key}`, intakeId]));
  const jobs: Job[] = [];
  const isNew = all.map(({ event, key, handler }) => {
    // As it was stored.
    const known = storable(`${event.workspaceId} ${key}`);
    const intakeId = idOf.get(known);
    if (intakeId === undefined) return false;
    // The same event twice among them is new once.
    idOf.delete(known);
    jobs.push({ kind: handler, data: { intakeId }, key: jobKey(intakeId) });
    return true;
  });
  await addJobs(work, jobs);
  return isNew;
}

/** Of the job that deals with an event. */
export function jobKey(intakeId: number): string {
  return `intake-${intakeId}`;
}
