import type { Pool } from 'pg';
import type { Seal } from '../../src/store/seal.ts';
import { richRecord } from './exchange/rich-record.ts';

/**
 * A record with a row in every table that can grow: what people make of a record, and what comes and goes besides.
 * @returns the workspace it is of
 */
export async function wholeRecord(pool: Pool, seal: Seal): Promise<string> {
  const workspaceId = await richRecord(pool, seal);
  await pool.query(`do $$ declare
    home text := '${workspaceId}';
    c bigint := (select min(case_id) from hearback.cases);
    d bigint := (select min(delivery_id) from hearback.delivery where case_id is not null);
    noon timestamptz := '2026-11-20T12:00Z';
  begin
    insert into hearback.digest (workspace_id, key, day, period_from, period_to, made_at, state) values (home, 'weekly', '2026-11-20', noon - interval '7 days', noon, noon, 'asked');
    insert into hearback.erasure (workspace_id, tag, at, asked_by, counts) values (home, 'a tag', noon, 'member', '{}');
    insert into hearback.figure_past (workspace_id, day, is_standing) values (home, '2026-11-20', false) on conflict do nothing;
    insert into hearback.follow_news (workspace_id, user_id, case_id, history_id, at) select home, 'mia', c, min(history_id), noon from hearback.history where case_id = c;
    insert into hearback.gift_code (workspace_id, gift, fingerprint, added_at) values (home, 'coupon', 'f', noon);
    insert into hearback.home (workspace_id, user_id, opened_at, cases) values (home, 'mia', noon, array[c]);
    insert into hearback.hot_thread (workspace_id, channel_id, thread_message, state, heat, replies, people, upset, praise, at) values (home, 'C1', 't1', 'offered', 9, 9, 9, 9, 0, noon);
    insert into hearback.imported (source, key, case_id, at) values ('a file', 'k', c, noon);
    insert into hearback.meeting_item (workspace_id, number, case_id, text, added_at) values (home, 1, c, 'What now?', noon);
    insert into hearback.mood_hour (workspace_id, channel_id, hour, messages, upset, praise) values (home, 'C1', noon, 5, 1, 1);
    insert into hearback.offer (case_id, user_id, until) values (c, 'mia', noon);
    insert into hearback.opted_out (workspace_id, tag, at) values (home, 'another tag', noon);
    insert into hearback.pace_turn (key, at) values ('slack', noon);
    insert into hearback.person (workspace_id, user_id, to_do_at) values (home, 'mia', '08:00');
    insert into hearback.reminder (workspace_id, person_id, case_id, clock_id, generation, rung, skipped, rung_at, delivery_id) select home, 'mia', c, min(clock_id), 1, 'responsible', '[]', noon, d from hearback.clock;
    insert into hearback.role_lost (workspace_id, user_id, lost_at) values (home, 'gone', noon);
    insert into hearback.stir (workspace_id, key, channel_id, thread_message, message_id, who, is_reaction, mood, gone, at) values (home, 'm/C1/1', 'C1', 't1', '1', 'w', false, 1, false, noon);
    insert into hearback.to_do (workspace_id, user_id, day, at) values (home, 'mia', '2026-11-20', noon);
    insert into hearback.trouble (workspace_id, about, reason, since) values (home, 'delivery ' || d, 'The platform refused it.', noon);
    insert into hearback.webhook (name) values ('board');
    insert into hearback.webhook_message (webhook, workspace_id, case_id, type, action, at, state, settled_at) values ('board', home, c, 'case.opened', 'opened', noon, 'sent', noon);
    insert into hearback.delivery (workspace_id, key, mark, body, place, state, added_at) values (home, 'a warning', 'a warning', '{"type":"notice"}', '{"type":"channel"}', 'sent', noon);
  end $$`);
  return workspaceId;
}
