import type { SandboxPlatform } from '../../sandbox/platform.ts';
import type { Stage } from '../support/world.ts';
import type { Arena } from './arena/arena.ts';
import { answersTo, cardsOf, caseOf, stageOf, visible, type Flagged } from './people.ts';

/** What is not as it must be, in words. */
export interface Verdict {
  lost: string[];
  twice: string[];
  leaked: string[];
}

export const flawless = ({ lost, twice, leaked }: Verdict): boolean =>
  lost.length + twice.length + leaked.length === 0;

/** Clocks that have climbed to where they wait for hours, and nothing left to do. */
export async function isSettled(arena: Arena): Promise<boolean> {
  const [row] = await arena.sql<{ open: string }>(
    `select (select count(*) from hearback.outbox where done_at is null and failed_at is null and kind not in ('copy-file', 'ring-clock')
               and (kind like 'record-%' or kind in ('deliver', 'refresh-cards') or run_at <= now()))
          + (select count(*) from hearback.clock where state = 'running' and kind = 'update_due' and due_at < now() + interval '1 hour') as open`,
  );
  return Number(row?.open) === 0;
}

/** One flag = one case = one answer = one card = each due reminder once. */
export async function judge(arena: Arena, flagged: readonly Flagged[]): Promise<Verdict> {
  const verdict: Verdict = { lost: [], twice: [], leaked: [] };
  for (const one of flagged) await judgeOne(arena, one, verdict);
  for (const platform of new Set(flagged.map((one) => one.platform))) {
    const here = flagged.filter((one) => one.platform === platform);
    searchLeaks(arena.sandbox[platform], stageOf(platform), here, verdict);
  }
  const dead = await arena.sql<{ kind: string; failure_code: string }>(
    'select kind, failure_code from hearback.outbox where failed_at is not null and done_at is null',
  );
  for (const { kind, failure_code: code } of dead) verdict.lost.push(`a dead letter: ${kind} (${code})`);
  return verdict;
}

async function judgeOne(arena: Arena, flagged: Flagged, verdict: Verdict): Promise<void> {
  const people = arena.sandbox[flagged.platform];
  const about = `${flagged.platform} ${flagged.message} (${flagged.story})`;
  const count = (what: string, found: number, wanted: number) => {
    if (found < wanted) verdict.lost.push(`${about}: ${found} of ${wanted} ${what}`);
    if (found > wanted) verdict.twice.push(`${about}: ${found} in place of ${wanted} ${what}`);
  };
  const cases = await arena.sql(
    'select from hearback.cases where workspace_id = $1 and source_message = $2',
    [flagged.stage.workspaceId, flagged.message],
  );
  count('cases', cases.length, 1);
  const found = await caseOf(arena, flagged);
  if (!found) return;
  count('answers', answersTo(people, flagged).length, 1);
  const cards = await cardsOf(arena, flagged);
  count('cards', cards.length, 1);
  if (cards[0] && !/[^\d]1 reply[^]*(update for the member|solved by)/.test(visible(cards[0])))
    verdict.lost.push(`${about}: the card is not up to date`);
  count('receipts', receipts(people, flagged), 1);
  const reminded = remindersOf(people, flagged, found.number);
  if (flagged.story === 'claimed') {
    // Whoever had it may have been reminded before.
    if (new Set(reminded).size < 2) count('people reminded', new Set(reminded).size, 2);
  } else count('people reminded', new Set(reminded).size, 2);
  // Whoever acts after a reminder is reminded anew: so many have rung, and each came once.
  const [rung] = await arena.sql<{ n: number }>(
    `select count(distinct (person_id, delivery_id))::int as n from hearback.reminder join hearback.cases c using (case_id)
     where c.workspace_id = $1 and number = $2`,
    [flagged.stage.workspaceId, found.number],
  );
  if (['plain', 'twice', 'file'].includes(flagged.story)) count('reminders', reminded.length, 2);
  else if (reminded.length > (rung?.n ?? 0)) count('reminders', reminded.length, rung?.n ?? 0);
  if (flagged.story === 'noted') {
    const notes = await arena.sql('select from hearback.note where case_id = $1', [found.case_id]);
    // Whoever saw no answer has typed it again.
    if (notes.length === 0) verdict.lost.push(`${about}: the note`);
  }
}

function receipts(people: SandboxPlatform, { stage, message }: Flagged): number {
  const view = people
    .messages({ as: stage.member.id, channel: stage.channels.open })
    .find(({ id }) => id === message);
  const eyes = view?.reactions.filter(({ emoji }) => emoji === '👀' || emoji === ':eyes:') ?? [];
  return eyes.flatMap((one) => one.people).length;
}

/** Who was told by direct message that this case waits for them, alone or with others, as often as they were. */
function remindersOf(people: SandboxPlatform, { stage, platform }: Flagged, number: number): string[] {
  const name = new RegExp(`\\bFB-${number}\\b`);
  const isReminder = (words: string) => /(is|are) waiting for you/.test(words) && name.test(words);
  return [stage.handler, stage.moderator, stage.lead, stage.qa].flatMap(({ id }) =>
    people
      .inbox(id)
      .directMessages.flatMap(({ messages }) => messages)
      .filter((each) => each.author.isBot && !each.ephemeral && isReminder(visible(each)))
      .map(() => `${platform} ${id}`),
  );
}

/** What two members can see: nothing of the program's but one answer in each thread. */
function searchLeaks(
  people: SandboxPlatform,
  stage: Stage,
  flagged: readonly Flagged[],
  verdict: Verdict,
): void {
  const secrets = flagged.map(({ secret }) => secret);
  const isInternal = (words: string) =>
    secrets.some((secret) => words.includes(secret)) || /FB-\d+ ·|(is|are) waiting for you/.test(words);
  for (const { id } of [stage.member, stage.other]) {
    for (const { id: channel, members, isPrivate } of people.community().channels) {
      if (isPrivate && !members.includes(id)) continue;
      const standing = people.messages({ as: id, channel });
      for (const message of standing.filter(({ author }) => author.isBot))
        verdict.leaked.push(`${id} sees words of the program in ${channel}: ${message.id}`);
      for (const { message } of flagged) {
        if (channel !== stage.channels.open) continue;
        for (const said of people.messages({ as: id, channel, thread: message }))
          if (isInternal(visible(said)) || (said.author.isBot && said.actions.length > 0))
            verdict.leaked.push(`${id} sees internal words in the thread of ${message}`);
      }
    }
    for (const { messages } of people.inbox(id).directMessages)
      for (const message of messages.filter(({ author }) => author.isBot))
        verdict.leaked.push(`${id} got a direct message: ${message.id}`);
  }
}
