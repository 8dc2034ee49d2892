import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { labelsOn } from '../support/pressing.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

const COMPLAINT = 'The export has been broken since Tuesday, this is the third time';

/** Everything a person could read on a message, cards included. */
const visible = ({ text, native }: MessageView) => `${text} ${JSON.stringify(native)}`;

describe.each(STAGES)('the main story on $platform', (stage: Stage) => {
  const { platform, member, handler, qa, channels } = stage;
  let world: World;
  let message: string;

  const people = () => world.on(platform);
  const triageCard = () =>
    people()
      .messages({ as: handler.id, channel: channels.triage })
      .find((each) => visible(each).includes('export'));

  beforeAll(async () => {
    world = await openWorld({
      policy: [
        [['severities', 'normal', 'updateDue'], '2s'],
        [['ladder', 'lead'], '1h'],
      ],
    });
    message = people().createMessage({ as: member.id, channel: channels.open, text: COMPLAINT }).message;
    people().react({ as: handler.id, channel: channels.open, message, emoji: '🚩', present: true });
  });
  afterAll(() => world?.close());

  it('puts 👀 on the flagged message', async () => {
    const reactions = await world.until('👀', () =>
      people()
        .messages({ as: member.id, channel: channels.open })
        .find(({ id }) => id === message)
        ?.reactions.find(({ emoji }) => ['👀', ':eyes:'].includes(emoji)),
    );
    expect(reactions.people).toHaveLength(1);
  });

  it('brings a card with quote, member, severity and buttons to the private triage channel', async () => {
    const card = await world.until('the triage card', triageCard);
    expect(visible(card)).toContain(member.name);
    expect(visible(card)).toContain('normal');
    expect(labelsOn(card)).toEqual(
      expect.arrayContaining(['Claim', 'Reply', 'Note', 'Snooze', 'Resolve', 'Dismiss']),
    );
  });

  it('answers in the thread, by name, with an apology, one list of questions, what happens next and thanks', async () => {
    const answer = await world.until('the answer', () =>
      people()
        .messages({ as: member.id, channel: channels.open, thread: message })
        .find(({ author }) => author.isBot),
    );
    expect(answer.text).toContain(member.name.split(' ')[0]);
    expect(answer.text).toMatch(/sorry/i);
    expect(answer.text).toMatch(/thank/i);
    expect(answer.text).toMatch(/could you tell us/i);
  });

  it('brings it to QA when somebody chooses QA on the card, and the triage card shows it', async () => {
    const card = await world.until('the triage card', triageCard);
    const select = card.actions.find(({ choices }) => choices.some(({ value }) => value === 'qa'));
    const result = await people().press({
      as: handler.id,
      channel: channels.triage,
      message: card.id,
      action: select!.id,
      value: 'qa',
    });
    expect(result).toMatchObject({ ok: true, error: null });
    const escalation = await world.until('the escalation', () =>
      people()
        .messages({ as: qa.id, channel: channels.qa })
        .find((each) => visible(each).includes('export')),
    );
    expect(visible(escalation)).toContain(member.name);
    await world.until('the updated card', () => visible(triageCard()!).includes('waiting on the team'));
  });

  it('reminds the handler by direct message when the follow-up time is over', async () => {
    const reminder = await world.until('the reminder', () =>
      people()
        .inbox(handler.id)
        .directMessages.flatMap(({ messages }) => messages)
        .find((each) => visible(each).includes('waiting for you')),
    );
    expect(reminder.actions.map(({ label }) => label)).toEqual([
      'Send',
      'Edit',
      'Done',
      'Snooze',
      'Hand over',
      'Open',
    ]);
  });

  it('has said nothing twice, and nothing internal where the member can read', async () => {
    await world.settled();
    const readable = people()
      .community()
      .channels.filter(({ isPrivate }) => !isPrivate)
      .map(({ id }) => id)
      .flatMap((channel) => people().messages({ as: member.id, channel }));
    const inThread = people().messages({ as: member.id, channel: channels.open, thread: message });
    const fromBot = [...readable, ...inThread].filter(({ author }) => author.isBot);
    expect(fromBot).toHaveLength(1);
    expect(
      people()
        .inbox(member.id)
        .directMessages.flatMap(({ messages }) => messages),
    ).toEqual([]);
    const cards = people()
      .messages({ as: handler.id, channel: channels.triage })
      .filter(({ author }) => author.isBot);
    expect(cards).toHaveLength(1);
    const [counted] = await world.sql<{ cases: number; dead: number }>(
      'select (select count(*)::int from hearback.cases) as cases, (select count(*)::int from hearback.outbox where failed_at is not null) as dead',
    );
    expect(counted).toEqual({ cases: 1, dead: 0 });
  });
});
