import { describe, expect, it } from '@jest/globals';
import { topicCard } from '../../src/cases/topics/topic-card.ts';
import { isDueToRaise, raising } from '../../src/cases/topics/raise.ts';
import { tellingFixed } from '../../src/cases/topics/telling-fixed.ts';
import { toTell } from '../../src/cases/topics/to-tell.ts';
import { topicChart } from '../../src/cases/topics/topic-chart.ts';
import { wordsOf } from '../../src/cases/topics/plain.ts';
import { seenFrom, withoutOwn, type Mention, type Topic } from '../../src/cases/topics/topic.ts';
import { accountKey } from '../../src/chat/account.ts';
import { topicFact } from '../../src/cases/cards/topic-fact.ts';
import { textsIn } from '../../src/texts/index.ts';
import { aFile, NOW, policy, workspace } from '../support/factories.ts';

const DAY_MS = 86_400_000;
const [, there] = policy.workspaces;

function aMention(caseId: number, over: Partial<Mention> = {}): Mention {
  const { workspaceId = workspace.id, member = { userId: `member ${caseId}`, name: `Member ${caseId}` } } =
    over;
  return {
    caseId,
    workspaceId: workspace.id,
    number: caseId,
    kind: 'feedback',
    state: 'open',
    permalink: null,
    quote: `What ${caseId} said`,
    language: 'en',
    member,
    accounts: member.userId ? [accountKey(workspaceId, member.userId)] : [],
    departments: [],
    openedAt: new Date(NOW.getTime() - caseId * DAY_MS),
    how: 'found',
    ...over,
  };
}

const aTopic = (mentions: Mention[], over: Partial<Topic> = {}): Topic => ({
  topicId: 4,
  title: null,
  raisedAt: null,
  fixedAt: null,
  round: 0,
  mentions,
  ...over,
});
const three = [aMention(1), aMention(2), aMention(3)];
const LINKED = ['discord/77', 'slack/U7'];

describe('a topic is brought to departments and management', () => {
  it.each([
    ['three different members', aTopic(three), true],
    [
      'one member three times',
      aTopic([1, 2, 3].map((id) => aMention(id, { member: three[0]!.member }))),
      false,
    ],
    [
      'a member with two linked accounts, and another one',
      aTopic([
        aMention(1, { accounts: LINKED }),
        aMention(2, { accounts: LINKED, workspaceId: there!.id }),
        aMention(3),
      ]),
      false,
    ],
    ['one of them too long ago', aTopic([...three.slice(0, 2), aMention(31)]), false],
    ['others get to look after it later on', aTopic([aMention(50)], { raisedAt: NOW }), true],
    ['it was fixed', aTopic(three, { raisedAt: NOW, fixedAt: NOW }), false],
    ['praise does not count', aTopic(three.map((each) => ({ ...each, kind: 'praise' }))), false],
    [
      'the same id in two communities',
      aTopic([...three.slice(0, 2), aMention(3, { member: three[0]!.member, workspaceId: there!.id })]),
      true,
    ],
  ])('%s', (_, topic, isDue) => {
    expect(isDueToRaise(topic, policy, NOW)).toBe(isDue);
  });

  it('in each community in which it was said, to departments that have the cases, one card a place', () => {
    const qa = aMention(1, { departments: ['qa'] });
    const places = raising(
      aTopic([qa, aMention(2, { departments: ['qa'] }), aMention(3, { workspaceId: there!.id })]),
      policy,
    );
    const keys = places.map(({ delivery }) => delivery.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(places.map(({ delivery }) => delivery.place)).toContainEqual({
      type: 'channel',
      workspaceId: workspace.id,
      channelId: workspace.departments['qa']!.channel,
    });
    expect(new Set(places.map(({ workspaceId }) => workspaceId))).toEqual(new Set([workspace.id, there!.id]));
  });

  it('the moderators get it where no department has anything to do with it', () => {
    const [first] = raising(aTopic([aMention(1, { kind: 'gone' })]), policy);
    expect(first!.delivery.place).toMatchObject({ channelId: workspace.triage });
  });
});

describe('management hears of a topic', () => {
  const heads = (roles: Partial<typeof workspace.roles>, channel?: string, byGroup: string[] = []) => {
    const here = { ...workspace, roles: { ...workspace.roles, ...roles }, management: channel };
    const home = { ...policy, workspaces: [here, there!] } as typeof policy;
    return raising(aTopic(three), home, new Map([[workspace.id, byGroup]]))
      .map(({ delivery }) => delivery.place)
      .filter(
        (place) => place.type === 'dm' || place.channelId === channel || place.channelId === here.triage,
      );
  };
  const nobody = { everyone: false, people: [], groups: ['S1'] };

  it.each([
    [
      'in its channel, where it has one',
      { management: { ...nobody, people: ['U1'] } },
      'C0BOARD',
      ['U2'],
      ['C0BOARD'],
    ],
    [
      'each of those that are named and those of its group',
      { management: { ...nobody, people: ['U1'] } },
      undefined,
      ['U2', 'U1'],
      ['U1', 'U2'],
    ],
    ['by a group alone', { management: nobody }, undefined, ['U2'], ['U2']],
    [
      'in the triage channel, where nobody can be written to',
      { management: nobody, lead: nobody, admin: nobody },
      undefined,
      [],
      [workspace.triage],
    ],
  ])('%s', (_, roles, channel, byGroup, expected) => {
    const places = heads(roles, channel, byGroup);
    expect(
      places.map((place) =>
        place.type === 'dm' ? place.userId : place.type === 'channel' && place.channelId,
      ),
    ).toEqual(expected);
  });
});

describe('what a community sees of a topic', () => {
  const both = aTopic([aMention(1), aMention(2, { workspaceId: there!.id })]);
  const apart = { ...policy, topics: policy.topics && { ...policy.topics, across: false } };
  const numbers = ({ mentions }: Topic) => mentions.map(({ caseId }) => caseId);

  it('is its own alone, once communities are not compared any more', () => {
    expect(numbers(seenFrom(both, workspace.id, policy))).toEqual([1, 2]);
    expect(numbers(seenFrom(both, workspace.id, apart))).toEqual([1]);
    expect(
      JSON.stringify(topicFact({ file: aFile(), earlier: [], workspace, policy: apart, topic: both })),
    ).not.toContain('FB-2');
  });

  it('is nothing of a community that is not in the policy, and no praise', () => {
    expect(numbers(seenFrom(both, workspace.id, { ...policy, workspaces: [workspace] }))).toEqual([1]);
    expect(
      numbers(seenFrom(aTopic([aMention(1), aMention(2, { kind: 'praise' })]), workspace.id, policy)),
    ).toEqual([1]);
  });

  it('is for nobody what they said themselves, with whichever account', () => {
    const topic = aTopic([aMention(1, { accounts: LINKED, workspaceId: there!.id }), aMention(2)]);
    expect(numbers(withoutOwn(topic, { workspaceId: workspace.id, userId: 'U7' }))).toEqual([2]);
  });
});

describe('those who are told that it is fixed', () => {
  it('are told once, whichever of their linked accounts they used', () => {
    const mentions = [
      aMention(1, { accounts: LINKED, state: 'closed' }),
      aMention(2, { accounts: LINKED, workspaceId: there!.id }),
    ];
    expect(toTell(mentions).map(({ caseId }) => caseId)).toEqual([2]);
  });

  it('are told once each, in an open case before one that has ended', () => {
    const member = { userId: 'alma', name: 'Alma' };
    const closed = aMention(1, { member, state: 'closed' });
    const open = aMention(5, { member });
    const byPhone = [
      aMention(2, { member: { userId: '', name: 'Mrs Olsen' } }),
      aMention(3, { member: { userId: '', name: 'Mrs Olsen' } }),
    ];
    expect(toTell([closed, ...byPhone, open]).map(({ caseId }) => caseId)).toEqual([5, 2, 3]);
    expect(toTell([open, closed]).map(({ caseId }) => caseId)).toEqual([5]);
  });

  const write = () => ({ markdown: 'It is fixed.' });
  const telling = (file: ReturnType<typeof aFile>) => tellingFixed(file, 4, 1, write, workspace, policy);

  it('hear it where their case is answered', () => {
    expect(telling(aFile())?.replies).toEqual([
      expect.objectContaining({
        markdown: 'It is fixed.',
        send: true,
        place: expect.objectContaining({ type: 'thread' }),
      }),
    ]);
    expect(telling(aFile({ case: { kind: 'staff' } }))?.replies?.[0]?.place.type).toBe('dm');
  });

  it.each([
    ['a case that somebody is kept out of', aFile({ excluded: [{ userId: 'U0BO', reason: 'accused' }] })],
    ['a case that came by phone', aFile({ case: { thread: null, source: null } })],
  ])('are told by a person: %s', (_, file) => {
    const change = telling(file);
    expect(change?.replies).toBeUndefined();
    expect(change?.deliveries?.length).toBeGreaterThan(0);
  });

  it.each([
    ['who asked not to be recorded', aFile({ isOptedOut: true })],
    ['whose case was dismissed', aFile({ case: { state: 'dismissed' } })],
  ])('are not those %s', (_, file) => {
    expect(telling(file)).toBeNull();
  });
});

describe('what is shown', () => {
  it('names cases of another community with their community, and says what nobody has looked at', () => {
    const card = topicCard(aTopic([aMention(1), aMention(2, { workspaceId: there!.id })]), {
      policy,
      workspace,
      now: NOW,
    });
    const words = JSON.stringify(card);
    expect(words).toContain(`FB-2 (${there!.name})`);
    expect(words).toContain('2 of 2 by their words alone');
    expect(card.sections?.map(({ name }) => name)).toEqual(['FB-1']);
  });

  it('nothing of a topic on a case that is alone in it', () => {
    const file = aFile({ case: { caseId: 1 } });
    const view = { file, earlier: [], workspace, policy };
    expect(topicFact({ ...view, topic: aTopic([aMention(1)]) })).toEqual([]);
    expect(JSON.stringify(topicFact({ ...view, topic: aTopic(three) }))).toContain('FB-2');
  });

  it('a chart that counts each mention in one week', () => {
    const { points } = topicChart(
      aTopic([aMention(0), aMention(6), aMention(7), aMention(8)]),
      'UTC',
      NOW,
      textsIn('en'),
    );
    expect(points.map(({ first }) => first)).toEqual([0, 0, 0, 0, 0, 0, 2, 2]);
  });
});

it('words are taken apart from what says nothing of a subject', () => {
  expect(wordsOf("L'export de https://x.example n’est **pas** là, <@U0MIA>! 300 `code` can't")).toEqual([
    'export',
    'de',
    'est',
    'pas',
    'là',
    'cant',
  ]);
});
