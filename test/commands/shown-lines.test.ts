import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textsIn } from '../../src/texts/index.ts';
import { parseCommandText } from '../../src/chat/command-text.ts';
import { commands } from '../../src/commands/index.ts';
import { CHANNELS, HOME, MESSAGES, OTHER, PEOPLE, type Who } from '../access/community.ts';
import { openStage, type Heard, type Stage } from '../access/stage.ts';
import { giftsOn, many, voucher } from '../store/gift.ts';
import { message, opened } from '../store/record.ts';
import { partsFor } from '../support/shown-lines.ts';

// Every line that a page shows behind /feedback is read as it is typed, and carried out on the record, each on a case of its own.

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const { gifts } = await giftsOn(stage.record.pool);
  stage.desk.gifts = gifts;
  await gifts.importCodes(HOME, 'voucher', many(3));
});
afterAll(() => stage.close());

const LINES = partsFor('chat');

/** What has to be so before a line makes sense: lines that come before it, or what a department or another program would have done. */
const BEFORE: readonly [RegExp, string[]][] = [
  [/^reopen /, ['dismiss FB-12 Advertising, not feedback']],
  [/^include /, ['exclude FB-12 <@U0123VICTOR> accused']],
  [/^audience FB-12 staff/, ['audience FB-12 leads']],
  [/^(?:send|discard) /, ['template FB-12 thank']],
  [/^tick .* undo/, ['tick FB-12 2']],
  [/^recommend /, ['kind FB-12 refund']],
  [/^praise /, ['kind FB-12 praise']],
  [/^meeting decide 3/, ['meeting add FB-12 First', 'meeting add FB-12 Second', 'meeting add FB-12 Third']],
  [/^department /, ['route FB-12 qa']],
  [/^topic (?:merge|fixed)/, ['topic link FB-12 FB-3']],
  [/^cc FB-12 remove/, ['cc FB-12 add <@U0123OLGA>']],
  [/^unfollow /, ['follow FB-12']],
];

/** Whoever types it, where it is nobody of the staff. */
const BY: Readonly<Record<string, Who>> = { department: 'department' };

/**
 * Read here, and carried out where what they answer to exists: a question that was delivered to the member, a second community.
 * The file shows that by the words behind it.
 */
const PLAYED_ELSEWHERE: readonly [RegExp, file: string, words: RegExp][] = [
  [/^(?:solved|rate|comment) /, 'test/flows/closing.test.ts', /solved[\s\S]*rate[\s\S]*comment/i],
  [/^consent /, 'test/flows/praise.test.ts', /consent/i],
  [/^praise .*department:/, 'test/flows/praise.test.ts', /department/],
  [/^identity link|@players\b/, 'test/flows/across.test.ts', /identity link/],
];

/** As Slack hands it on, with the people, places and cases that there are here. */
function asHere(line: string, here: { one: number; two: number; topics: readonly string[] }): string {
  const [place] = Object.values(MESSAGES);
  const [first = 'T-4', second = 'T-7'] = here.topics;
  return line
    .replace(/^\/feedback ?/, '')
    .replaceAll(/FB-12\b/g, `FB-${here.one}`)
    .replaceAll(/FB-3\b/g, `FB-${here.two}`)
    .replaceAll(/T-4\b/g, first)
    .replaceAll(/T-7\b/g, second)
    .replaceAll(/@mia\b/g, '<@U0123MIA>')
    .replaceAll(/U0123VICTOR/g, PEOPLE.moderator)
    .replaceAll(/U0123ALMA/g, PEOPLE.member)
    .replaceAll(/U0123(?:SAM|MIA)/g, PEOPLE.handler)
    .replaceAll(/U0123(?:TOMAS|OLGA)/g, PEOPLE.nobody)
    .replaceAll(/(?:slack:T0123ABCD|discord:\d+)\/\w+/g, `${OTHER}/${PEOPLE.foreigner}`)
    .replace(/https:\/\/riverside\.slack\.com\/\S+/, place!.permalink);
}

async function type(text: string): Promise<Heard> {
  const parsed = parseCommandText(text, commands);
  if ('problem' in parsed) throw new Error(parsed.problem(textsIn('en')));
  const { name, values } = parsed;
  return stage.ask({ as: BY[name] ?? 'admin', name, from: 'typed', values });
}

async function aCase(): Promise<number> {
  const said = message({
    workspaceId: HOME,
    channelId: CHANNELS.open,
    userId: PEOPLE.member,
    text: 'We paid twice',
  });
  return (await opened(stage.store, said)).file.case.number;
}

/** Somebody proposed it, and a second person has to say yes. */
async function proposeGift(number: number): Promise<void> {
  const { case: found } = (await stage.store.read({ workspaceId: HOME, number }))!;
  const gift = voucher(HOME, { state: 'proposed', proposedBy: PEOPLE.moderator });
  const wish = { gift: gift.key, month: gift.month };
  const key = { workspaceId: HOME, caseId: found.caseId };
  await stage.store.give(key, wish, () => ({ history: [], gift }));
}

/** Two topics of this community, by what they are called. */
async function topics(): Promise<string[]> {
  for (let made = 0; made < 2; made += 1) await type(`topic link FB-${await aCase()} FB-${await aCase()}`);
  const { rows } = await stage.record.pool.query<{ name: string }>(
    `select distinct 'T-' || topic_id as name from hearback.topic_case join hearback.cases using (case_id)
     where workspace_id = $1 and topic_id is not null order by 1`,
    [HOME],
  );
  return rows.map(({ name }) => name);
}

describe('lines typed in chat', () => {
  it.each(LINES.map(({ page, part }) => [page, part]))('%s: %s', async (_page, line) => {
    const words = line.replace(/^\/feedback ?/, '');
    const isAboutTopics = /\bT-\d/.test(line);
    const here = { one: await aCase(), two: await aCase(), topics: isAboutTopics ? await topics() : [] };
    const elsewhere = PLAYED_ELSEWHERE.some(([pattern]) => pattern.test(words));
    if (elsewhere) return expect(parseCommandText(asHere(line, here), commands)).toHaveProperty('name');
    if (/^(?:approve|refuse) /.test(words)) await proposeGift(here.one);
    for (const before of BEFORE.find(([pattern]) => pattern.test(words))?.[1] ?? [])
      expect((await type(asHere(before, here))).answer).not.toBeNull();

    const heard = await type(asHere(line, here));

    // A refusal is a sentence, and no answer.
    expect([heard.outcome, heard.answer === null ? heard.words : '']).toEqual(['let in', '']);
  });
});

it('what is played elsewhere is', () => {
  for (const [, file, words] of PLAYED_ELSEWHERE) expect(readFileSync(file, 'utf8')).toMatch(words);
});
