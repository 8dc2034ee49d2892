import { z } from 'zod';
import { resealOne } from './reseal.ts';
import { SEALED_TABLES } from './sealed-tables.ts';
import { rows } from './sql.ts';
import { endedBefore, HAS_ENDED } from './tidy-cases.ts';
import type { Tidier, TidyTools } from './tidier.ts';
import { atomically } from './work.ts';

/** Files whose bytes are removed in one transaction. */
const BATCH = 20;

/** The bytes of files whose cases, all of them, ended longer ago than the policy keeps files. That there was one stays known. */
export const tidyFiles: Tidier = {
  name: 'files',
  isByPolicy: true,
  async step(tools, after) {
    const { source, retention } = tools;
    if (after === 0) await sealWhatIsPlain(tools);
    if (retention.filesMs === null) return { removed: 0, next: null };
    const before = new Date(source.now().getTime() - retention.filesMs);
    const removed = await atomically(source, ({ sql }) =>
      rows(
        sql,
        z.object({ id: z.number() }),
        `update hearback.file set bytes = null, sealed_with = null, state = 'problem', problem = 'Removed: its time was over.'
         where file_row_id in (
           select file_row_id from hearback.file f
           where bytes is not null and file_row_id > $4
           and ($5::text[] is null or exists (
             select from hearback.message m where m.message_row_id = f.message_row_id and m.workspace_id = any($5)))
           and not exists (
             select from hearback.case_message of_file join hearback.cases c using (case_id)
             where of_file.message_row_id = f.message_row_id and not (${HAS_ENDED}))
           order by file_row_id limit $3 for update skip locked)
         returning file_row_id as id`,
        [...endedBefore(before), BATCH, after, retention.workspaces ?? null],
      ),
    );
    const last = Math.max(...removed.map(({ id }) => id));
    return { removed: removed.length, next: removed.length === BATCH ? last : null };
  },
};

/** What an older version kept unsealed. Nothing is left of it after the first day. */
async function sealWhatIsPlain({ source, seal }: TidyTools): Promise<void> {
  if (seal.keyIds.length === 0) return;
  for (const sealed of SEALED_TABLES) {
    let after = -1;
    for (;;) {
      const step = await resealOne(source, seal, sealed, after, 'plain');
      if (!step) break;
      after = step.rowId;
    }
  }
}
