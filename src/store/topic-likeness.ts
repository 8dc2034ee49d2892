import { z } from 'zod';
import {
  alike,
  alikeAmong,
  enough,
  isSame,
  likeTopic,
  type Rarity,
  type Subject,
} from '../cases/topics/alike.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { visibleTo } from './eyes.ts';
import { row, rows, type Sql } from './sql.ts';
import { countOf, rarityOf, SAMPLE } from './topic-counts.ts';
import { termsIn } from './topic-words.ts';
import type { Found, Topics, TopicScope } from './topics-port.ts';
import type { Work } from './work.ts';

/** A word of more than so many of them finds nothing by itself (share). */
const COMMON = 0.1;
/** So many cases that share words are compared, those with the most first. */
const CANDIDATES = 80;
/** So many of them that are alone are looked at again when a topic has grown. */
const NEAR = 20;

const subjectRow = z.object({
  caseId: z.number(),
  topicId: z.number().nullable(),
  terms: z.array(z.string()),
  language: z.string(),
});
type Row = z.infer<typeof subjectRow>;

function termsOfAll(subjects: readonly Subject[]): string[] {
  return [...new Set(subjects.flatMap(({ terms }) => terms))];
}

/** Cases by their rare words: what the index is for. `$1` the rare words, `$2` all of them. */
const CANDIDATES_BY_WORDS = `select t.case_id, t.topic_id, t.terms, t.language
  from hearback.topic_case t join hearback.cases c using (case_id)
  where t.terms && $1::text[]`;

/** Notes what a case is about, and finds what is about the same. */
export async function compare(
  { sql }: Work,
  caseId: number,
  scope: TopicScope,
): Promise<Awaited<ReturnType<Topics['find']>>> {
  const own = await noteSubject(sql, caseId);
  if (!own || own.isLinked || scope.without.includes(own.kind)) return null;
  const { workspaceId } = own;
  const found = await find(sql, caseId, own, scope, scope.workspaces ?? [workspaceId]);
  return found && { workspaceId, ...found };
}

async function find(
  sql: Sql,
  caseId: number,
  own: Subject,
  scope: TopicScope,
  workspaces: readonly string[],
): Promise<{ found: Found; near: number[] } | null> {
  if (own.terms.length < 2) return null;
  const searched = await rarityOf(sql, own.terms);
  const candidates = await candidatesFor(sql, caseId, own, { ...scope, workspaces }, searched);
  const topics = [...new Set(candidates.flatMap(({ topicId }) => topicId ?? []))];
  const members = topics.length === 0 ? [] : await membersOf(sql, topics, scope);
  const rarity = await rarityOf(sql, termsOfAll([own, ...candidates, ...members]));
  const apart = await apartFrom(sql, caseId);
  const threshold = alikeAmong(await countOf(sql, { ...scope, workspaces }));
  const alone = candidates
    .filter((each) => each.topicId === null && !apart.has(each.caseId))
    .map((each) => ({ caseId: each.caseId, likeness: alike(own, each, rarity) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const scored = [
    ...topics.flatMap((topicId) => {
      const ofIt = members.filter((each) => each.topicId === topicId);
      if (ofIt.some((each) => apart.has(each.caseId))) return [];
      return [{ found: { topicId }, score: enough(likeTopic(own, ofIt, rarity), ofIt.length, threshold) }];
    }),
    ...alone.map(({ caseId: other, likeness }) => ({
      found: { caseId: other },
      score: enough(likeness, 1, threshold),
    })),
  ];
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (!best || best.score < 0) return null;
  const near = alone.filter(
    (each) => each.likeness >= threshold && !('caseId' in best.found && best.found.caseId === each.caseId),
  );
  return { found: best.found, near: near.slice(0, NEAR).map((each) => each.caseId) };
}

function candidatesFor(
  sql: Sql,
  caseId: number,
  own: Subject,
  scope: TopicScope,
  rarity: Rarity,
): Promise<Row[]> {
  const rare = rareOf(own.terms, rarity);
  const visible = visibleTo('channel', 8);
  return rows(
    sql,
    subjectRow,
    `select case_id as "caseId", topic_id as "topicId", terms, language from (${CANDIDATES_BY_WORDS}
       and t.case_id <> $3 and c.opened_at > $4 and c.workspace_id = any($5::text[]) and c.kind <> all($6::text[])
       and c.state not in ('dismissed', 'merged') and ${visible.where}) as candidate
     order by (select count(*) from unnest(terms) as term where term = any($2::text[])) desc, case_id desc limit $7`,
    [rare, own.terms, caseId, scope.since, scope.workspaces, scope.without, CANDIDATES, ...visible.values],
  );
}

/** The words by which others are looked for: not those that every tenth says, or that say little, unless there are no others. */
function rareOf(terms: readonly string[], rarity: Rarity): string[] {
  const common = Math.log(1 / COMMON) / Math.log(SAMPLE / 3);
  const rare = terms.filter((term) => !term.endsWith('*') && rarity(term) > common);
  return rare.length > 0 ? rare : terms.toSorted((a, b) => rarity(b) - rarity(a)).slice(0, 2);
}

async function membersOf(sql: Sql, topics: readonly number[], scope: TopicScope): Promise<Row[]> {
  const visible = visibleTo('channel', 3);
  return rows(
    sql,
    subjectRow,
    `select t.case_id as "caseId", t.topic_id as "topicId", t.terms, t.language
     from hearback.topic_case t join hearback.cases c using (case_id)
     where t.topic_id = any($1::bigint[]) and c.opened_at > $2 and ${visible.where}
     order by t.case_id desc limit 500`,
    [topics, scope.since, ...visible.values],
  );
}

/** Those that people have said are about something else. */
async function apartFrom(sql: Sql, caseId: number): Promise<Set<number>> {
  const found = await rows(
    sql,
    z.object({ caseId: z.number() }),
    `select other_id as "caseId" from hearback.topic_apart where case_id = $1
     union select case_id from hearback.topic_apart where other_id = $1`,
    [caseId],
  );
  return new Set(found.map((each) => each.caseId));
}

/** The member's open case that says the very same. */
export async function said(
  sql: Sql,
  { workspaceId, userId, text, language, kind }: Parameters<Topics['said']>[0],
  since: Date,
): Promise<number | null> {
  const terms = await termsIn(sql, text, language);
  if (terms.length < 2 || !userId) return null;
  const own = { terms, language };
  const visible = visibleTo('channel', 6);
  const theirs = await rows(
    sql,
    subjectRow,
    `select t.case_id as "caseId", t.topic_id as "topicId", t.terms, t.language
     from hearback.topic_case t join hearback.cases c using (case_id)
     where c.workspace_id = $1 and c.member_id = $2 and c.kind = $3 and c.opened_at > $4 and c.state = any($5) and ${visible.where}
     order by t.case_id desc limit 20`,
    [workspaceId, userId, kind, since, OPEN_STATES, ...visible.values],
  );
  const rarity = await rarityOf(sql, termsOfAll([own, ...theirs]));
  const best = theirs
    .filter((each) => isSame(own, each, rarity))
    .map((each) => ({ caseId: each.caseId, score: alike(own, each, rarity) }))
    .toSorted((a, b) => b.score - a.score)[0];
  return best?.caseId ?? null;
}

/** Writes down what a case is about. @returns null for one that is not there, or is in a topic already */
async function noteSubject(
  sql: Sql,
  caseId: number,
): Promise<(Subject & { workspaceId: string; kind: string; isLinked: boolean }) | null> {
  const found = await row(
    sql,
    z.object({
      workspaceId: z.string(),
      quote: z.string(),
      language: z.string(),
      kind: z.string(),
      isOpen: z.boolean(),
    }),
    `select workspace_id as "workspaceId", quote, language, kind, ${visibleTo('channel', 2).where} as "isOpen"
     from hearback.cases c where case_id = $1`,
    [caseId],
  );
  if (!found) return null;
  const { workspaceId, kind, language } = found;
  const terms = await termsIn(sql, found.quote, language);
  const noted = await row(
    sql,
    z.object({ topicId: z.number().nullable() }),
    `insert into hearback.topic_case (case_id, terms, language) select case_id, $2, $3 from hearback.cases where case_id = $1
     on conflict (case_id) do update set terms = excluded.terms, language = excluded.language returning topic_id as "topicId"`,
    [caseId, terms, language],
  );
  if (!noted) return null;
  return { terms, language, workspaceId, kind, isLinked: noted.topicId !== null || !found.isOpen };
}
