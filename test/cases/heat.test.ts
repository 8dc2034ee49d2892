import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { barometerOf, type ChannelDay } from '../../src/cases/heat/barometer-of.ts';
import { heatLimits } from '../../src/cases/heat/heat-limits.ts';
import { HOT, heatOf } from '../../src/cases/heat/heat-of.ts';
import { moodOf } from '../../src/cases/heat/mood-of.ts';
import { stirOf } from '../../src/cases/heat/stir-of.ts';
import type { Felt, Mood } from '../../src/cases/heat/stir.ts';
import type { ChatEvent } from '../../src/chat/event.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { policyYaml } from '../policy/factory.ts';

const LIMITS = { replies: 8, people: 4, upset: 5 };
const ROOT = 'm0';

const felt: fc.Arbitrary<Felt> = fc.record({
  who: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  messageId: fc.constantFrom(ROOT, 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9'),
  isReaction: fc.boolean(),
  mood: fc.constantFrom<Mood>(-1, 0, 1),
});
/** Each message is said once, by one person and in one mood. */
const thread = fc
  .array(felt, { maxLength: 60 })
  .map((all) =>
    all.filter(
      (each, index) =>
        each.isReaction ||
        all.findIndex((other) => !other.isReaction && other.messageId === each.messageId) === index,
    ),
  );
const heat = (all: readonly Felt[], usual = 0) => heatOf(all, ROOT, LIMITS, usual);

/** So many messages by so many people, the first ones of them upset. */
function heated(replies: number, people: number, upset: number): Felt[] {
  return Array.from({ length: replies }, (_, index) => ({
    who: `p${index % people}`,
    messageId: `r${index}`,
    isReaction: false,
    mood: index < upset ? -1 : 0,
  }));
}

describe('how hot a thread is', () => {
  it('is decided by the one of its limits that is furthest from being reached', () => {
    expect(heat(heated(8, 4, 5)).value).toBe(HOT);
    expect(heat(heated(7, 4, 5)).value).toBeLessThan(HOT);
    expect(heat(heated(8, 3, 5)).value).toBeLessThan(HOT);
    expect(heat(heated(8, 4, 4)).value).toBeLessThan(HOT);
    expect(heat(heated(80, 4, 0)).value).toBe(0);
  });

  it('is as the worked example of the documentation says', () => {
    const kind: Felt[] = ['x', 'y'].map((who) => ({ who, messageId: 'r9', isReaction: true, mood: 1 }));
    expect(heat([...heated(12, 6, 8), ...kind])).toEqual({
      value: 140,
      replies: 12,
      people: 6,
      upset: 8,
      praise: 2,
    });
  });

  it('is nothing for a lively thread of praise', () => {
    const praise = heated(60, 20, 0).map((each) => ({ ...each, mood: 1 as const }));
    expect(heat(praise).value).toBe(0);
  });

  it('is never raised by praise', () => {
    fc.assert(
      fc.property(thread, felt, (all, one) => {
        const isSaid = all.some(({ isReaction, messageId }) => !isReaction && messageId === one.messageId);
        const praise: Felt = { ...one, isReaction: isSaid || one.isReaction, mood: 1 };
        expect(heat([...all, praise]).value).toBeLessThanOrEqual(heat(all).value);
      }),
    );
  });

  it('is never lowered by somebody who is upset by words nobody had thought kind', () => {
    fc.assert(
      fc.property(thread, fc.constantFrom('a', 'z'), (all, who) => {
        const upset: Felt = { who, messageId: 'new', isReaction: false, mood: -1 };
        expect(heat([...all, upset]).value).toBeGreaterThanOrEqual(heat(all).value);
      }),
    );
  });

  it('does not depend on the order in which things came, or on how often they were delivered', () => {
    fc.assert(
      fc.property(thread, fc.infiniteStream(fc.nat()), (all, places) => {
        const shuffled = all.map((each) => ({ each, at: places.next().value as number }));
        const order = shuffled.toSorted((a, b) => a.at - b.at).map(({ each }) => each);
        expect(heat(order)).toEqual(heat(all));
        expect(heat([...all, ...all].filter(({ isReaction }) => isReaction)).upset).toBe(
          heat(all.filter(({ isReaction }) => isReaction)).upset,
        );
      }),
    );
  });

  it('needs more where threads are usually quick', () => {
    expect(heat(heated(12, 4, 10), 6).value).toBe(HOT);
    expect(heat(heated(12, 4, 10), 10).value).toBe(60);
  });

  it('takes a heart below angry words for agreement', () => {
    const angry = heated(8, 4, 5);
    const heart: Felt = { who: 'x', messageId: 'r0', isReaction: true, mood: 1 };
    expect(heat([...angry, heart]).praise).toBe(0);
    expect(heat([...angry, { ...heart, messageId: 'r7' }]).praise).toBe(1);
  });
});

describe('the barometer of a channel', () => {
  const day = (praise: number, upset: number): ChannelDay => ({ messages: 0, people: 0, upset, praise });

  it('is 50 where nothing was felt, and moves with what was', () => {
    expect(barometerOf(day(0, 0), day(0, 0), 7)).toEqual({ value: 50, before: 50, trend: 'new' });
    expect(barometerOf(day(1, 0), day(7, 0), 7)).toMatchObject({ trend: 'steady' });
    expect(barometerOf(day(2, 12), day(35, 21), 7)).toEqual({ value: 29, before: 56, trend: 'down' });
    expect(barometerOf(day(30, 0), day(7, 0), 7)).toMatchObject({ value: 88, trend: 'up' });
  });

  it('stays between 0 and 100, and praise never lowers it', () => {
    const some = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(some, some, (praise, upset) => {
        const { value } = barometerOf(day(praise, upset), day(0, 0), 7);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(barometerOf(day(praise + 1, upset), day(0, 0), 7).value).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});

describe('the mood of something said', () => {
  it.each([
    'This is a scam, give us our refund',
    'I am not happy with this',
    "I don't love it",
    'Det er fandme for dårligt, jeg er rasende',
    'C’est inacceptable, honteux',
    'je ne suis pas du tout contente',
    'Isso é um absurdo, péssimo serviço',
    'you are an idiot',
    '😡😡',
  ])('is upset: %s', (text) => expect(moodOf(text)).toBe(-1));

  it.each([
    'I love this update!!! AMAZING',
    'Jeg elsker det, tusind tak',
    'C’est magnifique, bravo à tous',
    'Parabéns, adorei ❤️',
    'No problem, happy to help',
  ])('is kind: %s', (text) => expect(moodOf(text)).toBe(1));

  it.each([
    'The export crashes here too',
    'O plano ficou caro demais',
    'Le bouton est caché sur mobile',
    "My appointments don't show up, and the content is gone",
    'not bad at all',
    'no thanks',
    'Tant pis, on verra',
    '> "the worst ever"\nI see it otherwise',
    'When does it start?',
    '',
  ])('is neither: %s', (text) => expect(moodOf(text)).toBe(0));

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => void moodOf(text)));
  });
});

describe('what counts', () => {
  const policyWith = (top: string, workspace = '') =>
    parsePolicy(
      policyYaml({
        top,
        workspace: `    triage: C1\n    watch: [C2, C3]\n    roles: { flagger: { everyone: true } }\n${workspace}`,
      }),
      'hearback.yaml',
    );
  const policy = policyWith('hotThreads: { emojis: { upset: ["👎", ":nope:"] } }');
  const at = { workspaceId: 'slack:T1', eventId: null, at: new Date(0), parentChannelId: null } as const;
  const said = (
    more: Partial<Extract<ChatEvent, { kind: 'message_posted' }>> = {},
    isBot = false,
  ): ChatEvent => ({
    ...at,
    channelId: 'C2',
    messageId: 'M2',
    kind: 'message_posted',
    isDirect: false,
    message: {
      ref: { workspaceId: 'slack:T1', channelId: 'C2', messageId: 'M2' },
      author: { userId: 'U1', name: 'A', isBot },
      text: 'What a scam',
      postedAt: new Date(0),
      permalink: '',
      files: [],
    },
    ...more,
  });
  const reacted = (emoji: string): ChatEvent => ({
    ...at,
    channelId: 'C2',
    messageId: 'M2',
    kind: 'reaction_added',
    userId: 'U1',
    emoji,
  });

  it('is a number, without words or names', () => {
    expect(stirOf(said(), policy)).toEqual({
      workspaceId: 'slack:T1',
      channelId: 'C2',
      threadMessage: 'M2',
      messageId: 'M2',
      parentMessage: null,
      userId: 'U1',
      emoji: null,
      mood: -1,
      gone: false,
      at: new Date(0),
    });
  });

  it('belongs to what it answers, or to the thread that is a channel of its own', () => {
    const inThread = said({ channelId: 'TH', parentChannelId: 'C2', answers: 'M1' });
    if (inThread.kind === 'message_posted')
      inThread.message.threadRoot = { channelId: 'C2', messageId: 'TH' };
    expect(stirOf(said({ answers: 'M1' }), policy)).toMatchObject({
      threadMessage: 'M1',
      parentMessage: 'M1',
    });
    expect(stirOf(inThread, policy)).toMatchObject({
      channelId: 'C2',
      threadMessage: 'TH',
    });
    expect(stirOf({ ...reacted('👎'), channelId: 'TH', parentChannelId: 'C2' }, policy)).toMatchObject({
      channelId: 'C2',
      threadMessage: 'TH',
      parentMessage: null,
    });
  });

  it('is no bot, no direct message, no internal channel and none that is not watched', () => {
    expect(stirOf(said({}, true), policy)).toBeNull();
    expect(stirOf(said({ isDirect: true }), policy)).toBeNull();
    expect(stirOf(said({ channelId: 'C1' }), policy)).toBeNull();
    expect(stirOf(said({ channelId: 'C9' }), policy)).toBeNull();
    const all = {
      ...policy,
      workspaces: policy.workspaces.map((each) => ({ ...each, watch: 'all' as const })),
    };
    expect(stirOf(reacted('👎'), all)).not.toBeNull();
    expect(stirOf({ ...reacted('👎'), channelId: 'D1', isDirect: true }, all)).toBeNull();
    expect(
      stirOf({ ...at, channelId: 'D1', messageId: 'M2', kind: 'message_deleted', isDirect: true }, all),
    ).toBeNull();
  });

  it('is a reaction that the policy calls upset or kind, and no other', () => {
    expect(stirOf(reacted('👎'), policy)).toMatchObject({ mood: -1, parentMessage: 'M2' });
    expect(stirOf(reacted(':nope:'), policy)).toMatchObject({ mood: -1 });
    expect(stirOf(reacted('🎉'), policy)).toMatchObject({ mood: 1 });
    expect(stirOf(reacted('👍'), policy)).toBeNull();
    expect(stirOf(reacted('😡'), policy)).toBeNull();
  });

  it('is nothing where the policy says so, and has the nearest limits elsewhere', () => {
    expect(stirOf(said(), policyWith('hotThreads: false'))).toBeNull();
    expect(stirOf(said(), policyWith('', '    hotThreads: false'))).toBeNull();
    const own = policyWith(
      'hotThreads: { replies: 20 }',
      '    hotThreads: { people: 9, channels: { C2: false, C3: { upset: 2 } } }',
    );
    expect(stirOf(said(), own)).toBeNull();
    expect(heatLimits(own, own.workspaces[0]!, 'C3')).toEqual({ replies: 20, people: 9, upset: 2 });
    expect(heatLimits(own, own.workspaces[0]!, 'C4')).toEqual({ replies: 20, people: 9, upset: 5 });
  });
});
