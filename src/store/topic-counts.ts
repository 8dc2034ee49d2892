import { z } from 'zod';
import { MANY_CASES, rarityFrom, type Rarity } from '../cases/topics/alike.ts';
import { visibleTo } from './eyes.ts';
import { row, rows, type Sql } from './sql.ts';
import type { TopicScope } from './topics-port.ts';

/** How many of the latest cases say which words are rare. */
export const SAMPLE = 1_000;

/** What the latest cases say how often. */
export async function rarityOf(sql: Sql, terms: readonly string[]): Promise<Rarity> {
  const counted = await rows(
    sql,
    z.object({ term: z.string().nullable(), count: z.number() }),
    `with latest as (select terms from hearback.topic_case order by case_id desc limit ${SAMPLE})
     select term, count(*)::int as count from latest, unnest(terms) as term where term = any($1::text[]) group by term
     union all select null, count(*)::int from latest`,
    [terms],
  );
  const size = counted.find(({ term }) => term === null)?.count ?? 0;
  return rarityFrom(
    new Map(counted.flatMap(({ term, count }) => (term === null ? [] : [[term, count]]))),
    size,
  );
}

/** Among how many cases one is looked for; more than make a difference are not counted. */
export async function countOf(sql: Sql, scope: TopicScope): Promise<number> {
  const visible = visibleTo('channel', 4);
  const counted = await row(
    sql,
    z.object({ count: z.number() }),
    `select count(*)::int as count from (select from hearback.cases c where c.workspace_id = any($1::text[]) and c.opened_at > $2
       and c.kind <> all($3::text[]) and c.state not in ('dismissed', 'merged') and ${visible.where} limit ${MANY_CASES}) as counted`,
    [scope.workspaces, scope.since, scope.without, ...visible.values],
  );
  return counted?.count ?? 0;
}
