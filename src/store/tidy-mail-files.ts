import { z } from 'zod';
import { rows } from './sql.ts';
import { endedBefore, HAS_ENDED } from './tidy-cases.ts';
import type { Tidier } from './tidier.ts';
import { atomically } from './work.ts';

/** Files whose bytes are removed in one transaction. */
const BATCH = 20;

/** The bytes of files that came by mail, of cases that ended longer ago than the policy keeps files. That there was one stays known. */
export const tidyMailFiles: Tidier = {
  name: 'mail_files',
  isByPolicy: true,
  async step({ source, retention: { filesMs, workspaces } }, after) {
    if (filesMs === null) return { removed: 0, next: null };
    const before = new Date(source.now().getTime() - filesMs);
    const removed = await atomically(source, ({ sql }) =>
      rows(
        sql,
        z.object({ id: z.number() }),
        `update hearback.mail_file set bytes = null, sealed_with = null, problem = 'Removed: its time was over.'
         where mail_file_id in (
           select mail_file_id from hearback.mail_file f join hearback.note n using (note_id) join hearback.cases c using (case_id)
           where bytes is not null and mail_file_id > $4 and ($5::text[] is null or c.workspace_id = any($5)) and ${HAS_ENDED}
           order by mail_file_id limit $3 for update of f skip locked)
         returning mail_file_id as id`,
        [...endedBefore(before), BATCH, after, workspaces ?? null],
      ),
    );
    const last = Math.max(...removed.map(({ id }) => id));
    return { removed: removed.length, next: removed.length === BATCH ? last : null };
  },
};
