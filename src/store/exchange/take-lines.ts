import { NotPossible } from '../../errors.ts';
import type { PlacedLine } from '../imports-port.ts';
import { run, type Sql } from '../sql.ts';
import { keyOfCase, LINES, type ExportLine } from './lines.ts';

/** A line in its shape. @throws {NotPossible} with its place and the column that is wrong */
export function asLine({ line, place }: PlacedLine): ExportLine {
  const shape = LINES.get(line.type);
  if (!shape)
    throw new NotPossible(
      `${place}: nothing called "${line.type.slice(0, 40)}" is known here. It was written by a newer Hearback, or by something else.`,
    );
  const parsed = shape.safeParse(line);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const column = issue?.path.join('.') ?? '';
  throw new NotPossible(
    `${place}, ${column === '' ? 'the whole line' : `column ${column}`}: ${column in line ? lowered(issue?.message ?? 'is wrong') : 'is missing'}.`,
  );
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The lines as they come; each that belongs to a case has to stand behind it. @throws {NotPossible} */
export async function* casesIn(lines: AsyncIterable<PlacedLine>): AsyncGenerator<PlacedLine> {
  let current: string | null = null;
  for await (const each of lines) {
    const { line, place } = each;
    if (line.type === 'case') current = keyOfCase(line);
    else if (line.type !== 'identity' && line['case'] !== current)
      throw new NotPossible(
        `${place}: this belongs to ${String(line['case']).slice(0, 60)}, and stands behind ${current ?? 'no case'}. Lines of a case stand right behind it, in the order they were exported in.`,
      );
    yield each;
  }
}

/** That two accounts are one person, when that is not known and neither was erased here since. */
export async function takeIdentity(sql: Sql, line: ExportLine): Promise<void> {
  await run(
    sql,
    `insert into hearback.identity_link (workspace_id, user_id, other_workspace, other_user, linked_by, linked_at)
     select $1, $2, $3, $4, $5, $6 where not exists (select from hearback.erasure e where e.at >= $6::timestamptz
       and (e.workspace_id, e.tag) in (($1, hearback.person_tag($1, $2)), ($3, hearback.person_tag($3, $4)))) on conflict do nothing`,
    ['workspace', 'userId', 'otherWorkspace', 'otherUser', 'linkedBy', 'linkedAt'].map((name) => line[name]),
  );
}
