import { z } from 'zod';
import { SAME_BREATH_MS, type Said } from '../cases/details.ts';
import { byKey } from './case-key.ts';
import { rows, type Sql } from './sql.ts';
import type { CaseKey } from './store.ts';

/** Messages that are looked at: more than anybody writes in a case. */
const LOOKED_AT = 200;

const saidRow = z.object({
  text: z.string(),
  files: z.array(z.object({ name: z.string(), mime: z.string() })),
});

/** The member's own words and files in a case, newest first, as they are now: what they deleted is not there. */
export async function memberSaid(sql: Sql, key: CaseKey): Promise<Said> {
  const { where, values } = byKey(key);
  const found = await rows(sql, saidRow, saidIn(where), [...values, SAME_BREATH_MS / 1_000, LOOKED_AT]);
  return { text: found.map(({ text }) => text).join('\n'), files: found.flatMap(({ files }) => files) };
}

/** @param which the condition that finds the case, with $1 and $2; $3 is how long before the flagged message counts (s), $4 how many rows. */
function saidIn(which: string): string {
  return `with this as (select * from hearback.cases where ${which}),
    own as (
      select m.message_row_id, m.posted_at,
        (select text from hearback.message_version v where v.message_row_id = m.message_row_id order by at desc, version desc limit 1) as text
      from this join hearback.case_message using (case_id) join hearback.message m using (message_row_id)
      where m.author_id = this.member_id and (role <> 'context' or exists (
        select 1 from hearback.case_message o join hearback.message source using (message_row_id)
        where o.case_id = this.case_id and o.role = 'source'
          and m.posted_at between source.posted_at - make_interval(secs => $3) and source.posted_at)))
    select text, coalesce((select json_agg(json_build_object('name', name, 'mime', mime) order by file_row_id)
        from hearback.file f where f.message_row_id = own.message_row_id), '[]') as files
    from (
      select * from own where text is not null
      union all
      -- Feedback that came by mail, phone or in person has no message.
      select 0, opened_at, quote from this where source_message is null
    ) own
    order by posted_at desc, message_row_id desc limit $4`;
}
