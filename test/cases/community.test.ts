import { describe, expect, it } from '@jest/globals';
import {
  askHelpers,
  communityRings,
  creditHelper,
  helpersAsked,
  helpersUnreachable,
} from '../../src/cases/community.ts';
import type { Reply } from '../../src/cases/case.ts';
import { changeKind, planKind } from '../../src/cases/kind.ts';
import { flaggedAgain, opened } from '../../src/cases/open.ts';
import { discard, replySent } from '../../src/cases/reply.ts';
import { snooze } from '../../src/cases/snooze.ts';
import { changeSeverity } from '../../src/cases/work.ts';
import { aClock, aFile, aReply, HANDLER, MEMBER, NOW, policy, workspace } from '../support/factories.ts';

const question = { markdown: 'Can somebody help?', language: 'en', steps: ['ask-community'] };
const kind = { kind: 'question' };
const helpThread = { channelId: workspace.helpers!, messageId: '1700000000.000900' };
const help = { thread: helpThread, said: 2, link: 'https://riverside.slack.com/x' };
const clock = aClock({
  kind: 'community',
  dueAt: new Date(NOW.getTime() + policy.kinds['question']!.community!.wait),
});
const post = aReply({
  replyId: 9,
  purpose: 'community',
  state: 'queued',
  place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.helpers! },
});
const ask = (file = aFile({ case: kind }), unasked: string | null = null, words: object = question) =>
  askHelpers(file, words as typeof question, unasked, workspace, policy, NOW);
const channels = (deliveries: { place: object }[] = []) =>
  deliveries.map(({ place }) => ('channelId' in place ? place.channelId : place));

describe('asking the community first', () => {
  it('posts in the helpers channel and starts their clock; no department has it yet', () => {
    const change = ask();
    expect(change.replies).toEqual([
      {
        ...question,
        asks: [],
        authorId: null,
        place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.helpers },
        purpose: 'community',
        send: true,
      },
    ]);
    expect(change.clocks).toMatchObject([
      {
        op: 'start',
        kind: 'community',
        dueAt: new Date(NOW.getTime() + policy.kinds['question']!.community!.wait),
      },
    ]);
    expect(change.departments).toBeUndefined();
    expect(opened(aFile({ case: kind }), HANDLER, null, workspace, policy, NOW).departments).toBeUndefined();
  });

  it('is left out where it cannot be: the departments have it at once, and people are told why', () => {
    for (const change of [
      ask(undefined, 'It was said in a private channel.'),
      ask(undefined, null, { problem: () => 'There is no template.' }),
      ask(aFile({ case: kind, excluded: [{ userId: 'U9', reason: 'accused' }] })),
    ]) {
      expect(change.replies).toBeUndefined();
      expect(change.departments).toEqual(['support']);
      expect(channels(change.deliveries)).toEqual(['C0SUPPORT', workspace.triage]);
    }
  });

  it('is nothing for other kinds, and not done twice', () => {
    expect(ask(aFile())).toEqual({ history: [] });
    expect(ask(aFile({ case: kind, replies: [post], clocks: [clock] }))).toEqual({ history: [] });
    expect(ask(aFile({ case: kind, help }))).toMatchObject({ departments: ['support'] });
  });

  it('goes to the departments when the post cannot be made, once', () => {
    const asking = aFile({ case: kind, replies: [post], clocks: [clock] });
    expect(helpersUnreachable(asking, workspace, policy, NOW)).toMatchObject({
      departments: ['support'],
      clocks: [
        { op: 'stop', kind: 'community' },
        { op: 'start', kind: 'department_answer', subject: 'support' },
      ],
    });
    expect(helpersUnreachable(aFile({ case: kind, replies: [post] }), workspace, policy, NOW)).toBeNull();
  });

  it('answers nobody: the member still waits, and the post is no draft', () => {
    const file = aFile({ case: kind, replies: [post], clocks: [aClock({ kind: 'first_response' })] });
    expect(replySent(file, post, policy, NOW).clocks).toBeUndefined();
    expect(() => discard(aFile({ replies: [{ ...post, state: 'draft' }] }), null, HANDLER)).toThrow();
    expect(helpersAsked(post, '17.9').help).toEqual({ channelId: workspace.helpers, messageId: '17.9' });
  });
});

describe('the time of the helpers', () => {
  it('ends with the departments, what was said so far, and no reminder', () => {
    const change = communityRings(aFile({ case: kind, help, clocks: [clock] }), workspace, policy, NOW);
    expect(change.history).toMatchObject([
      { action: 'community_did_not_solve', detail: { messages: '2' } },
      { action: 'routed', detail: { department: 'support' } },
    ]);
    expect(change).toMatchObject({ departments: ['support'], set: { state: 'waiting_on_team' } });
    expect(change.clocks).toMatchObject([
      { op: 'stop', kind: 'community' },
      { op: 'start', kind: 'department_answer', subject: 'support' },
    ]);
    expect(change.deliveries?.map(({ body }) => body.type)).toEqual(['escalation']);
  });

  it('ends with word to the moderators where no department is named, and in silence once it is solved', () => {
    const bare = { ...policy, kinds: { question: { ...policy.kinds['question']!, route: [] } } };
    expect(
      channels(communityRings(aFile({ case: kind, clocks: [clock] }), workspace, bare, NOW).deliveries),
    ).toEqual([workspace.triage]);
    const over = communityRings(
      aFile({ case: { ...kind, state: 'solved' }, clocks: [clock] }),
      workspace,
      policy,
      NOW,
    );
    expect(over).toEqual({ history: [], clocks: [{ op: 'stop', kind: 'community' }] });
  });

  it('is theirs, whatever staff put off, and runs again when a flag comes back', () => {
    const file = aFile({ case: kind, help, clocks: [clock] });
    expect(snooze(file, NOW, HANDLER, policy, NOW).clocks).toMatchObject([{ op: 'start', kind: 'wake' }]);
    expect(changeSeverity(file, 'high', HANDLER, policy, NOW).clocks).toMatchObject([
      { op: 'start', kind: 'resolution' },
    ]);
    const back = aFile({ case: { ...kind, state: 'dismissed' }, help });
    expect(flaggedAgain(back, HANDLER, workspace, policy, NOW).clocks).toMatchObject([
      { kind: 'first_response' },
      { kind: 'resolution' },
      { op: 'start', kind: 'community' },
    ]);
  });

  it('runs again while the question is still on its way; one that got nowhere leaves the case to the departments', () => {
    const back = (state: Reply['state']) => {
      const file = aFile({ case: { ...kind, state: 'dismissed' }, replies: [{ ...post, state }] });
      expect(helpersUnreachable(file, workspace, policy, NOW)).toBeNull();
      return flaggedAgain(file, HANDLER, workspace, policy, NOW);
    };
    for (const state of ['queued', 'sent'] as const) {
      expect(back(state).clocks).toMatchObject([
        { kind: 'first_response' },
        { kind: 'resolution' },
        { kind: 'community' },
      ]);
      expect(back(state).departments).toBeUndefined();
    }
    for (const state of ['failed', 'discarded'] as const) {
      expect(back(state)).toMatchObject({
        departments: ['support'],
        set: { state: 'waiting_on_team', closedAt: null },
        clocks: [{ kind: 'first_response' }, { kind: 'resolution' }, { kind: 'department_answer' }],
      });
      expect(back(state).deliveries?.map(({ body }) => body.type)).toEqual(['receipt', 'escalation']);
    }
    const routed = aFile({ case: { ...kind, state: 'dismissed' }, help, departments: ['support'] });
    expect(flaggedAgain(routed, HANDLER, workspace, policy, NOW).clocks).toMatchObject([
      { kind: 'first_response' },
      { kind: 'resolution' },
    ]);
  });

  it('ends when the case becomes one of another kind, whose departments have it then', () => {
    const file = aFile({ case: kind, help, clocks: [clock] });
    const plan = planKind(file, 'defect', policy);
    expect(changeKind(file, plan, null, HANDLER, workspace, policy, NOW)).toMatchObject({
      clocks: [
        { op: 'stop', kind: 'community' },
        { op: 'start', kind: 'resolution' },
        { op: 'start', kind: 'department_answer', subject: 'qa' },
      ],
      departments: ['qa'],
    });
  });
});

describe('a helper who solved it', () => {
  const thanks = { markdown: 'Thank you, Tomás!' };

  it('is credited, and thanked below the post', () => {
    const change = creditHelper(aFile({ case: kind, help }), 'U0TOMAS', HANDLER, thanks);
    expect(change).toMatchObject({
      credit: { userId: 'U0TOMAS', by: HANDLER },
      history: [{ action: 'solved_by_community', actorId: HANDLER, detail: { helper: 'U0TOMAS' } }],
      replies: [{ purpose: 'thanks', send: true, place: { type: 'thread', ...helpThread } }],
    });
    expect(creditHelper(aFile({ case: kind }), 'U0TOMAS', HANDLER, thanks).replies).toEqual([]);
  });

  it('is neither who asked nor somebody whom the case is kept from', () => {
    const file = aFile({ case: kind, help, excluded: [{ userId: 'U9', reason: 'conflict' }] });
    expect(() => creditHelper(file, MEMBER, HANDLER, thanks)).toThrow('asked themselves');
    expect(() => creditHelper(file, 'U9', HANDLER, thanks)).toThrow('not for them');
  });
});
