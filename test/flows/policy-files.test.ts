import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible } from '../support/play.ts';
import {
  openWorld,
  STAGES,
  writePolicy,
  type PolicyChange,
  type Stage,
  type World,
} from '../support/world.ts';

const [slack, discord] = STAGES as [Stage, Stage];
/** The policy of one community alone. */
const usual = (stage: Stage, prefix: string, emoji: string): PolicyChange[] => [
  [['topics'], { members: 2, across: true }],
  [['prefix'], prefix],
  [['emojis'], { [emoji]: 'feedback' }],
  [['workspaces', stage === slack ? 1 : 0], undefined],
];
const RIVER = usual(slack, 'RIV', '🚩');
const LANTERN = usual(discord, 'LAN', '🐛');

let world: World;
beforeAll(async () => {
  world = await openWorld({ policies: { 'river.yaml': RIVER, 'lantern.yaml': LANTERN } });
});
afterAll(() => world?.close());

const WORDS = 'The invoice of the export is charged twice since Monday';

/** A member's message, flagged with the emoji of its own policy, as a case. */
async function flagged(stage: Stage, emoji: string, name: string, text: string, as = stage.member.id) {
  const play = playOn(world, stage);
  play.flag(play.post(text, as), { emoji });
  await world.until(`the card ${name}`, () =>
    play.inTriage().find((each) => visible(each).includes(`${name} ·`)),
  );
}

describe('communities of different policy files', () => {
  beforeAll(async () => {
    await flagged(slack, '🚩', 'RIV-1', `${WORDS}, zeppelin`);
    await flagged(discord, '🐛', 'LAN-1', `${WORDS}, walrus`);
    await flagged(discord, '🐛', 'LAN-2', `${WORDS}, walrus again`, discord.other.id);
    await world.settled();
  });

  it('each have the emojis and names of their own file', async () => {
    for (const [stage, emoji] of [
      [slack, '🐛'],
      [discord, '🚩'],
    ] as const) {
      const play = playOn(world, stage);
      play.flag(play.post('Flagged with what only the other file knows'), { emoji });
    }
    await world.settled();
    const cases = await world.sql<{ id: string; count: number }>(
      'select workspace_id as id, count(*)::int as count from hearback.cases group by 1 order by 1',
    );
    expect(cases).toEqual([
      { id: discord.workspaceId, count: 2 },
      { id: slack.workspaceId, count: 1 },
    ]);
  });

  it('are not compared with one another, even where each file compares its communities', async () => {
    const topics = await world.sql<{ communities: string[] }>(
      `select array_agg(distinct workspace_id) as communities from hearback.topic_case t join hearback.cases using (case_id)
       where t.topic_id is not null group by t.topic_id`,
    );
    expect(topics).toEqual([{ communities: [discord.workspaceId] }]);
  });

  it.each([
    { stage: slack, other: discord, name: 'LAN-1', topic: 'T-1', secret: 'walrus' },
    { stage: discord, other: slack, name: 'RIV-1', topic: 'T-9', secret: 'zeppelin' },
  ])('find nothing of each other from $stage.platform', async ({ stage, other, name, topic, secret }) => {
    const play = playOn(world, stage);
    const number = name.replace(/\D/g, '');
    const community = other === slack ? 'riverside-makers' : 'lantern-quest';
    const person = `${other.workspaceId}/${other.member.id}`;
    const said: string[] = [];
    const type = async (words: string) => {
      const answer = await play.type(`/feedback ${words}`);
      said.push(answer);
      return answer;
    };
    expect(await type(`show ${name}`)).toContain('is not a case');
    expect(await type(`show ${number}@${community}`)).toContain('does not belong to a community of yours');
    expect(await type(`show ${number}@${other.workspaceId}`)).toContain(
      'does not belong to a community of yours',
    );
    expect(await type(`search ${secret}`)).toContain('Nothing was found');
    await type(`identity link <@${stage.member.id}> ${person}`);
    if (stage === slack) expect(await type(`topic show ${topic}`)).toContain(`There is no topic ${topic}`);
    await type('digest now');
    await type('list');
    expect(said.join('\n')).not.toContain(other === slack ? 'Riverside' : 'Lantern');
    expect(said.join('\n')).not.toContain(
      secret === 'walrus' ? 'walrus again' : 'charged twice since Monday, zeppelin',
    );
    expect(said.join('\n')).not.toContain(other.member.name);
    expect(await world.sql('select from hearback.identity_link')).toEqual([]);
  });

  it('follow their own file: one with faults stays as it was, and the other takes over what it says', async () => {
    const folder = world.env['HEARBACK_CONFIG']!;
    await writePolicy(join(folder, 'river.yaml'), [...RIVER, [['prefix'], '1']]);
    await writePolicy(join(folder, 'lantern.yaml'), [...LANTERN, [['prefix'], 'QUEST']]);
    const play = playOn(world, discord);
    await world.until('the new name', async () =>
      (await play.type('/feedback show QUEST-1')).includes('QUEST-1'),
    );
    await flagged(slack, '🚩', 'RIV-2', 'Still by the file as it was');
  });
});
