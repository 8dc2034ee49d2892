import { isStaff, type Standing } from '../cases/access.ts';
import type { SearchQuery, Whom } from '../cases/search/search-query.ts';

/** Takes a value in, and gives the placeholder it has in the query. Nothing that was typed stands in a query's text. */
export type Put = (value: unknown) => string;

/** Values of a query in the order of their placeholders. */
export function placeholders(): { values: unknown[]; put: Put } {
  const values: unknown[] = [];
  return { values, put: (value) => `$${values.push(value)}` };
}

/** What has to be true of a case `c` besides that they may see it. @param visible that they may, of a case `c` */
export function conditionsOf(
  query: SearchQuery,
  { eyes, visible, none, now }: { eyes: Standing; visible: string; none: string | null; now: Date },
  put: Put,
  reads: string,
): string[] {
  const among = (column: string, wanted: readonly unknown[] | undefined) =>
    wanted ? [`${column} = any(${put(wanted)})`] : [];
  const since = (column: string, sign: string, ms: number | undefined) =>
    ms === undefined ? [] : [`${column} ${sign} ${put(new Date(now.getTime() - ms))}`];
  return [
    ...among('c.kind', query.kinds),
    ...among('c.state', query.states),
    ...among('c.severity', query.severities),
    ...among('c.number', query.numbers),
    ...among(`split_part(lower(c.language), '-', 1)`, query.languages),
    ...since('c.opened_at', '<=', query.olderMs),
    ...since('c.opened_at', '>=', query.newerMs),
    ...(query.from ? [anyOf(query.from.map((who) => said(who, eyes, put)))] : []),
    ...(query.handlers ? [anyOf(query.handlers.map((who) => handledBy(who, visible, put)))] : []),
    ...(query.departments
      ? [
          `exists (select from hearback.case_department d where d.case_id = c.case_id and d.department = any(${put(query.departments)}))`,
        ]
      : []),
    ...(query.channels
      ? [
          anyOf(
            ['c.source_channel', 'c.thread_channel'].map(
              (column) => `${column} = any(${put(query.channels)})`,
            ),
          ),
        ]
      : []),
    ...(query.topics ? [anyOf(query.topics.map((topic) => ofTopic(topic, eyes, put)))] : []),
    ...(query.has ?? []).map((what) => HAVING[what]),
    ...(none
      ? [
          `not exists (select from hearback.search_entry e where e.case_id = c.case_id and e.words @@ ${put(none)}::tsquery and ${reads})`,
        ]
      : []),
  ];
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(' or ')})`;
}

const HAVING = {
  file: `exists (select from hearback.case_message cm join hearback.file f using (message_row_id) where cm.case_id = c.case_id)`,
  note: `exists (select from hearback.note n where n.case_id = c.case_id and n.deleted_at is null)`,
  answer: `exists (select from hearback.reply r where r.case_id = c.case_id and r.state = 'sent' and r.purpose not in ('community', 'thanks'))`,
};

/** Names as the index has them: all words of it, each by its beginning. */
function named(name: string, put: Put): string {
  return `(select (string_agg('''name@' || hearback.search_fold(left(w, 60)) || ''':*', ' & '))::tsquery
    from unnest(string_to_array(hearback.search_clean(${put(name)}::text), ' ')) as w where w <> '')`;
}

function said(who: Whom, eyes: Standing, put: Put): string {
  if ('userId' in who) return `c.member_id = ${put(who.userId)}`;
  return `c.case_id in (select e.case_id from hearback.search_entry e
    where e.workspace_id = ${put(eyes.workspaceId)} and e.part = 'case' and e.words @@ ${named(who.name, put)})`;
}

/** By their name as far as they have written in a case that may be seen. */
function handledBy(who: Whom | null, visible: string, put: Put): string {
  if (who === null) return 'c.handler_id is null';
  if ('userId' in who) return `c.handler_id = ${put(who.userId)}`;
  return `c.handler_id in (select m.author_id from hearback.search_entry e join hearback.message m on m.message_row_id = e.row_id
    join hearback.cases c on c.case_id = e.case_id where e.part = 'message' and e.words @@ ${named(who.name, put)} and (${visible}))`;
}

/**
 * As people called it; one that nobody has called anything goes by the first words of its cases. Departments know of those that were
 * brought to them.
 */
function ofTopic(topic: string, eyes: Standing, put: Put): string {
  const words = put(topic);
  return `exists (select from hearback.topic_case t join hearback.topic p using (topic_id) where t.case_id = c.case_id and ${isStaff(eyes) ? 'true' : 'p.raised_at is not null'} and (
      strpos(hearback.search_fold(hearback.search_clean(p.title)), trim(hearback.search_fold(hearback.search_clean(${words}::text)))) > 0
      or p.title is null and exists (select from hearback.search_entry e where e.case_id = c.case_id and e.part = 'case' and e.words @@ (
        select string_agg('''' || hearback.search_fold(left(w, 60)) || ''':*', ' & ')::tsquery
        from unnest(string_to_array(hearback.search_clean(${words}::text), ' ')) as w where w <> ''))))`;
}
