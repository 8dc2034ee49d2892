import { z } from 'zod';
import { row, type Sql } from './sql.ts';

/** What stands for a person where they must be known again but not be found: always the same for them, and nobody else's. */
export async function tagOf(sql: Sql, workspaceId: string, userId: string): Promise<string> {
  const found = await row(sql, z.object({ tag: z.string() }), 'select hearback.person_tag($1, $2) as tag', [
    workspaceId,
    userId,
  ]);
  if (!found) throw new Error('the salt of the tags is not there');
  return found.tag;
}
