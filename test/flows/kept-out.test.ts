import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type PolicyChange, type Stage, type World } from '../support/world.ts';
import { openBrowser, type Browser } from '../web/browser.ts';

/** No reminder comes by itself while the stories are played. */
const QUIET = ['low', 'normal', 'high', 'urgent'].flatMap((severity): PolicyChange[] => [
  [['severities', severity, 'firstResponse'], '8h'],
  [['severities', severity, 'updateDue'], '8h'],
]);
const KINDS: PolicyChange[] = [
  [['emojis', '🧑‍💼'], 'staff'],
  [['emojis', '😞'], 'unsatisfied'],
  [
    ['kinds', 'staff'],
    {
      name: 'About staff',
      answer: 'private',
      steps: ['apologise'],
      audience: 'leads',
      keepOut: { accused: true },
    },
  ],
  [
    ['kinds', 'unsatisfied'],
    {
      name: 'Not satisfied',
      answer: 'draft',
      steps: ['thank'],
      keepOut: { previousHandlers: true },
      keepHandler: true,
    },
  ],
];

let world: World;
beforeAll(async () => {
  world = await openWorld({ policy: [...QUIET, ...KINDS] });
});
afterAll(() => world?.close());

describe.each(STAGES)('kept out on $platform', (stage: Stage) => {
  const { platform, member, handler: admin, moderator, lead, qa, channels, workspaceId } = stage;
  let play: Play;
  const people = () => world.on(platform);
  /** As people write it: Slack turns names into mentions, Discord's client has done so. */
  const at = ({ id, name }: { id: string; name: string }) => (platform === 'slack' ? `@${name}` : `<@${id}>`);
  const cases = <T extends Record<string, unknown>>(what: string) =>
    world.sql<T>(`select ${what} from hearback.cases c where workspace_id = $1 order by number`, [
      workspaceId,
    ]);
  const newest = async () => (await cases<{ number: number }>('number')).at(-1)?.number;

  /** Everything of ours that somebody can read anywhere, public threads of messages left out. */
  const told = (as: string): MessageView[] => [
    ...play.inbox(as),
    ...Object.values(channels)
      .filter((channel) =>
        people()
          .community()
          .channels.find(({ id }) => id === channel)
          ?.members.includes(as),
      )
      .flatMap((channel) => people().messages({ as, channel })),
  ];
  const ours = (as: string) => told(as).filter(({ author }) => author.isBot);
  const words = (messages: MessageView[]) => messages.map(visible).join('\n');

  async function flagged(text: string, emoji: string, by: string) {
    const before = await newest();
    const message = play.post(text);
    play.flag(message, { as: by, emoji });
    const number = await world.until('the case', async () => {
      const now = await newest();
      return now !== before && now;
    });
    await world.settled();
    return { message, number, name: `FB-${number}` };
  }
  const excluded = (number: number) =>
    world.sql<{ userId: string; reason: string }>(
      `select user_id as "userId", reason from hearback.case_exclusion e join hearback.cases using (case_id)
       where workspace_id = $1 and number = $2 order by position`,
      [workspaceId, number],
    );
  const unknown = (name: string) => `There is no case ${name} here.`;

  async function dashboardOf(as: string): Promise<Browser> {
    const said = await play.type('/feedback dashboard', { as });
    const browser = openBrowser(world.app.url!);
    await browser.press(new URL(said.match(/http:\/\/127\.0\.0\.1:\d+\/[a-z]+\/[\w-]{43}/)![0]).pathname);
    return browser;
  }

  /** Tries to get at a case from every place there is. */
  async function findsNothing(
    as: string,
    { number, name, message }: { number: number; name: string; message: string },
  ) {
    for (const text of [
      `show ${name}`,
      `claim ${name}`,
      `note ${name} I was here`,
      `reply ${name} Hi`,
      `kind ${name} feedback`,
    ])
      expect([text, await play.type(`/feedback ${text}`, { as })]).toEqual([
        text,
        expect.stringContaining(unknown(name)),
      ]);
    for (const text of ['list all', 'mine'])
      expect(await play.type(`/feedback ${text}`, { as })).not.toContain(name);
    const card = play.inTriage().find((each) => visible(each).includes(`${name} ·`))!;
    const before = told(as).filter(({ ephemeral }) => ephemeral).length;
    const opened = await play.press(card, 'Open', { as });
    expect(await play.said(opened, before, as, channels.triage)).toContain(unknown(name));
    if (platform === 'discord') {
      const text = `/feedback show ${name}`;
      const offered = await world.sandbox.discord.complete({ as, channel: channels.triage, text });
      expect(offered.map(({ value }) => value)).not.toContain(name);
    }
    const browser = await dashboardOf(as);
    expect((await browser.get('/?state=all')).html).not.toContain(`>${name}<`);
    expect((await browser.get(`/cases/${number}`)).status).toBe(404);
    const all = await cases<{ permalink: string; number: number }>('permalink, number');
    const { permalink } = all.find((each) => each.number === number)!;
    const again = await play.type(`/feedback flag ${permalink}`, { as });
    expect(again).toContain('Thank you. It is recorded.');
    expect(again).not.toContain(name);
    people().react({ as, channel: channels.open, message, emoji: '🚩', present: true });
    await world.settled();
  }

  beforeAll(() => {
    play = playOn(world, stage);
  });

  it('an accused admin sees nothing of a complaint, from its first moment on', async () => {
    const before = ours(admin.id).length;
    const complaint = await flagged(`${at(admin)} SECRET shouted at me`, '🧑‍💼', moderator.id);
    const { number, name, message } = complaint;
    expect(await excluded(number)).toEqual([{ userId: admin.id, reason: 'accused' }]);

    // The lead is told, with what to do next; whoever flagged it hears who looks after it, without a number.
    const toLead = words(play.inbox(lead.id).filter((each) => visible(each).includes(name)));
    expect(toLead).toContain('/feedback exclude');
    const toFlagger = words(play.inbox(moderator.id));
    expect(toFlagger).toContain('the leads look after it');
    expect(toFlagger).not.toContain(name);
    // The member was answered in private; in the channel stands a number.
    expect(words(play.inbox(member.id))).toContain(member.name.split(' ')[0]);
    expect(play.answers(message)).toEqual([]);
    expect(
      ours(admin.id)
        .slice(before)
        .map((each) => each.actions.map(({ label }) => label)),
    ).toEqual([['Open']]);
    expect(words(ours(admin.id))).not.toContain('SECRET');

    await findsNothing(admin.id, complaint);
    await findsNothing(moderator.id, complaint);
    expect(await play.type(`/feedback exclude ${name} <@${lead.id}>`, { as: admin.id })).toContain(
      unknown(name),
    );
    expect(await play.type(`/feedback audience ${name} staff`, { as: admin.id })).toContain(unknown(name));
  });

  it('and hears nothing of it as it goes on: answers, reminders, handing over, departments', async () => {
    const [number] = (await cases<{ number: number }>('number')).map((each) => each.number).slice(-1);
    const name = `FB-${number}`;
    const [{ source }] = (await cases<{ source: string }>('source_message as source')).slice(-1) as [
      { source: string },
    ];
    const before = words(ours(admin.id));

    const shown = await play.type(`/feedback show ${name}`, { as: lead.id });
    expect(shown).toContain('SECRET shouted');
    expect(shown).toMatch(
      new RegExp(`Kept from.*${platform === 'slack' ? admin.name : admin.id}.*it is about them`, 's'),
    );
    expect(await play.type(`/feedback assign ${name} <@${admin.id}>`, { as: lead.id })).toContain(
      'not for them',
    );
    expect(await play.type(`/feedback assign ${name} <@${moderator.id}>`, { as: lead.id })).toContain(
      'not for them',
    );
    expect(await play.type(`/feedback route ${name} qa`, { as: lead.id })).toContain('goes to no department');
    people().createMessage({ as: member.id, channel: channels.open, thread: source, text: 'SECRET more' });
    await world.until('word to the lead', () => words(play.inbox(lead.id)).includes('SECRET more'));
    await play.type(`/feedback remind ${name} 1s`, { as: lead.id });
    await world.until('the reminder', () =>
      words(play.inbox(lead.id)).includes(`${name} is waiting for you`),
    );
    await play.type(`/feedback claim ${name}`, { as: lead.id });
    await play.type(`/feedback note ${name} SECRET note`, { as: lead.id });
    await world.settled();

    expect(words(ours(admin.id))).toBe(before);
    for (const person of [admin.id, moderator.id, qa.id]) expect(words(ours(person))).not.toContain('SECRET');
    // Opened to all staff, it is still kept from the accused.
    expect(await play.type(`/feedback audience ${name} staff`, { as: lead.id })).toContain(
      'but for those it is kept from',
    );
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain('SECRET shouted');
    expect(await play.type(`/feedback show ${name}`, { as: admin.id })).toContain(unknown(name));
    // And back: it is the moderator's no more.
    await play.type(`/feedback audience ${name} leads`, { as: lead.id });
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain(unknown(name));
    await world.settled();
    expect(words(ours(admin.id).filter(({ ephemeral }) => !ephemeral))).not.toContain('SECRET');
  });

  it('an accused moderator who flags the complaint themselves hears nothing of it', async () => {
    const inbox = () => play.inbox(moderator.id).filter(({ ephemeral }) => !ephemeral);
    const before = inbox().length;
    const complaint = await flagged(`${at(moderator)} SECRET was rude`, '🧑‍💼', moderator.id);
    expect(await excluded(complaint.number)).toEqual([{ userId: moderator.id, reason: 'accused' }]);
    expect(inbox()).toHaveLength(before);
    // Taking the flag back ends nothing.
    play.flag(complaint.message, { as: moderator.id, emoji: '🧑‍💼', present: false });
    await world.settled();
    expect((await cases<{ state: string }>('state')).at(-1)).toEqual({ state: 'new' });
    // An admin it is not about looks after it.
    expect(await play.type(`/feedback show ${complaint.name}`)).toContain('SECRET was rude');
  });

  it('a complaint that came by phone is kept from whom it mentions, who works here', async () => {
    const before = await newest();
    await play.type(`/feedback new text:"${at(moderator)} PHONESECRET was rude" origin:phone kind:staff`, {
      as: lead.id,
    });
    await world.settled();
    const number = await newest();
    expect(number).not.toBe(before);
    expect(await excluded(number!)).toEqual([{ userId: moderator.id, reason: 'accused' }]);
    expect(words(told(moderator.id))).not.toContain('PHONESECRET');
  });

  it('a previous handler is out when the member is not satisfied, and the next one keeps the case', async () => {
    const first = await flagged('The lamp is broken', '🚩', moderator.id);
    await play.type(`/feedback claim ${first.name}`);
    await play.type(`/feedback resolve ${first.name}`);
    await world.settled();
    const toAdmin = play.inbox(admin.id).length;

    const second = await flagged('LAMPSECRET nobody helped me', '😞', moderator.id);
    // The handler is admin, and whom the policy names as its default.
    expect(await excluded(second.number)).toEqual([{ userId: admin.id, reason: 'previous_handler' }]);
    await findsNothing(admin.id, second);

    await play.type(`/feedback claim ${second.name}`, { as: moderator.id });
    for (const to of [lead.id, admin.id])
      expect(await play.type(`/feedback assign ${second.name} <@${to}>`, { as: moderator.id })).toContain(
        'Only a lead hands it over',
      );
    expect(await play.type(`/feedback assign ${second.name} <@${admin.id}>`, { as: lead.id })).toContain(
      'not for them',
    );
    await play.type(`/feedback remind ${second.name} 1s`, { as: moderator.id });
    await world.until('the reminder', () =>
      words(play.inbox(moderator.id)).includes(`${second.name} is waiting for you`),
    );
    await world.settled();
    expect(play.inbox(admin.id).filter(({ ephemeral }) => !ephemeral)).toHaveLength(toAdmin);
    expect(words(ours(admin.id))).not.toContain('LAMPSECRET');
    expect(await cases('handler_id as handler')).toContainEqual({ handler: moderator.id });
  });

  it('a case that becomes one of these kinds is kept from its handler from then on', async () => {
    const { name, number } = await flagged('SECRET still waiting', '🚩', moderator.id);
    await play.type(`/feedback claim ${name}`, { as: moderator.id });
    await play.type(`/feedback kind ${name} unsatisfied`, { as: lead.id });
    expect((await excluded(number)).map(({ userId }) => userId).toSorted()).toEqual(
      [admin.id, moderator.id].toSorted(),
    );
    expect(await cases('handler_id as handler, number')).toContainEqual({ handler: null, number });
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain(unknown(name));
    await world.settled();
    expect(words([play.card(name)!])).not.toContain('SECRET');
  });

  it('a complaint that was deleted before it became one is kept from whom it mentioned', async () => {
    const { message, name, number } = await flagged(`${at(lead)} SECRET was rude`, '🚩', moderator.id);
    people().deleteMessage({ as: member.id, channel: channels.open, message });
    await world.settled();
    await play.type(`/feedback kind ${name} staff`);
    expect(await excluded(number)).toEqual([{ userId: lead.id, reason: 'accused' }]);
    await world.settled();
    expect(words(play.inbox(lead.id))).not.toContain(name);
  });
});
