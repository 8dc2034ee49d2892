import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type PolicyChange, type Stage, type World } from '../support/world.ts';

/** Each community has a department that lives in the other one. */
const ACROSS = STAGES.map((_home, index): PolicyChange => {
  const there = STAGES[1 - index]!;
  return [
    ['workspaces', index, 'departments', 'away'],
    { name: 'Away team', workspace: there.workspaceId, channel: there.channels.qa, people: [there.qa.id] },
  ];
});
const QUIET = ['low', 'normal', 'high', 'urgent'].flatMap((severity): PolicyChange[] => [
  [['severities', severity, 'firstResponse'], '8h'],
  [['severities', severity, 'updateDue'], '8h'],
]);

const NOT_YOURS = /does not belong to a community of yours/;

let world: World;
beforeAll(async () => {
  world = await openWorld({ policy: [...QUIET, ...ACROSS] });
});
afterAll(() => world?.close());

describe.each([
  { home: STAGES[0]!, there: STAGES[1]! },
  { home: STAGES[1]!, there: STAGES[0]! },
])('a case of $home.platform and its department on $there.platform', ({ home, there }) => {
  let at: Record<'home' | 'there', Play>;
  let name: string;
  let card: MessageView;
  const idThere = ({ id }: { id: string }) => `${there.workspaceId}/${id}`;
  const inQa = () =>
    world
      .on(there.platform)
      .messages({ as: there.qa.id, channel: there.channels.qa })
      .filter(({ author, ephemeral }) => author.isBot && !ephemeral);
  const escalated = () =>
    inQa().find((each) => visible(each).includes(`${name} ·`) && /Away team|restricted/.test(visible(each)));
  const typedThere = (words: string, as: string) =>
    at.there.type(`/feedback ${words}`, { as, channel: there.channels.open });
  const notes = async () =>
    (
      await world.sql<{ author: string }>(
        `select author_id as author from hearback.note join hearback.cases c using (case_id)
         where c.workspace_id = $1 and number = $2 order by note_id`,
        [home.workspaceId, Number(name.slice(3))],
      )
    ).map(({ author }) => author);
  const named = (stage: Stage) => (stage.platform === 'slack' ? 'river' : 'lantern');
  /** As people write it: Slack turns names into mentions, Discord's client has done so. */
  const mention = ({ id, name: called }: { id: string; name: string }, { platform }: Stage = home) =>
    platform === 'slack' ? `@${called}` : `<@${id}>`;

  beforeAll(async () => {
    at = { home: playOn(world, home), there: playOn(world, there) };
    ({ name } = await at.home.openCase(`The export hangs since Friday, says ${home.platform}`));
    await at.home.type(`/feedback claim ${name}`);
    await at.home.type(`/feedback route ${name} away`);
    card = await world.until('the card over there', escalated);
  });

  it('arrives with names its readers know, and without a mention of anybody they do not', () => {
    const words = visible(card);
    expect(words).toContain(`The export hangs since Friday, says ${home.platform}`);
    expect(words).toContain(home.handler.name);
    expect(words.toLowerCase()).toContain(named(home));
    expect(words).not.toContain(`@${home.handler.id}`);
    expect(words).not.toContain(`#${home.channels.open}`);
  });

  it('is answered by its buttons, as somebody of over there, and no triage card goes there', async () => {
    await at.there.press(card, 'Take', { as: there.qa.id });
    const taken = await world.until('who took it', async () => {
      const [found] = await world.sql<{ state: string; by: string }>(
        `select d.state, said_by as by from hearback.case_department d join hearback.cases c using (case_id)
         where c.workspace_id = $1 and number = $2 and department = 'away'`,
        [home.workspaceId, Number(name.slice(3))],
      );
      return found?.state === 'taken' && found;
    });
    expect(taken.by).toBe(idThere(there.qa));
    await world.settled();
    // In its own community the card names them.
    expect(visible(at.home.card(name)!)).toContain(there.qa.name);
    expect(visible(at.home.card(name)!)).not.toContain(idThere(there.qa));
    expect(visible(escalated()!)).toContain('taken');
    const triage = await world.sql<{ where: string }>(
      `select distinct place ->> 'workspaceId' as where from hearback.delivery where workspace_id = $1 and body ->> 'type' = 'triage'`,
      [home.workspaceId],
    );
    expect(triage).toEqual([{ where: home.workspaceId }]);
  });

  it('is named with its community where another one types, by those alone whom it is for', async () => {
    expect(
      await typedThere(`note ${name}@${home.workspaceId} It is the build of Friday`, there.qa.id),
    ).toContain('Kept with');
    expect(await notes()).toEqual([idThere(there.qa)]);
    expect(await typedThere(`show ${name}@${home.workspaceId}`, there.qa.id)).toContain(
      'The export hangs since Friday',
    );
    for (const nobody of [there.moderator, there.member, there.handler])
      expect(await typedThere(`note ${name}@${home.workspaceId} I want in`, nobody.id)).toMatch(NOT_YOURS);
    expect(await typedThere(`note ${name}@nowhere I want in`, there.qa.id)).toMatch(NOT_YOURS);
    expect(await notes()).toHaveLength(1);
  });

  it('is for somebody who is linked what it is for the person they are at home, and for nobody kept out', async () => {
    const both = `${mention(home.moderator)} ${idThere(there.moderator)}`;
    const noteIt = () => typedThere(`note ${name}@${home.workspaceId} It is me`, there.moderator.id);
    const link = `/feedback identity link ${both}`;
    expect(await at.home.type(link, { as: home.lead.id })).toContain('Only admins');
    expect(await at.home.type(link)).toContain('are one person from now on');
    const ofThere = `/feedback identity link ${idThere(there.qa)} ${idThere(there.member)}`;
    // Discord itself lets nobody of elsewhere be chosen.
    expect(await at.home.type(ofThere).catch(String)).toMatch(/Name somebody of|Choose a person/);
    expect(await noteIt()).toContain('Kept with');
    expect((await notes()).at(-1)).toBe(home.moderator.id);

    // What the admins of one community say gives nobody anything in the other one.
    const other = await at.there.openCase(`A case of ${there.platform}`);
    const theirs = `/feedback note ${other.name}@${there.workspaceId} me too`;
    expect(await at.home.type(theirs, { as: home.moderator.id })).toMatch(NOT_YOURS);
    // But who is kept out of a case of theirs is so with both accounts, whoever linked them.
    await at.there.type(`/feedback exclude ${other.name} ${mention(there.moderator, there)}`);
    expect(await at.there.type(`/feedback show ${other.name}`)).toContain('another account');

    expect(await at.home.type(`/feedback exclude ${name} ${mention(home.moderator)}`)).toContain(
      'does not exist for',
    );
    expect(await noteIt()).toContain(`There is no case ${name} here.`);
    await world.settled();
    expect(visible(escalated()!)).toContain('restricted case');
    expect(visible(escalated()!)).not.toContain('The export hangs');

    expect(await at.home.type(`/feedback identity unlink ${both}`)).toContain('are two people again');
    expect(await noteIt()).toMatch(NOT_YOURS);
  });
});
