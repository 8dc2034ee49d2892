import { describe, expect, it } from '@jest/globals';
import { isBarred, maySee, standingOf, whyBarred } from '../../src/cases/access.ts';
import { handlerAmongLeads, setAudience } from '../../src/cases/audience.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import { caretakers, responsible } from '../../src/cases/caretakers.ts';
import { ring } from '../../src/cases/ladder.ts';
import { wrote } from '../../src/cases/conversation.ts';
import { isRestricted } from '../../src/cases/exclude.ts';
import { assertInternal } from '../../src/cases/leaks.ts';
import { opened } from '../../src/cases/open.ts';
import { recommend } from '../../src/cases/recommend.ts';
import { route } from '../../src/cases/route.ts';
import type { Place } from '../../src/chat/ref.ts';
import { AppError } from '../../src/errors.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { contentOf } from '../../src/replies/content.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { instead } from '../../src/replies/instead.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { aClock, aFile, MEMBER, NOW, policy, workspace as sandbox } from '../support/factories.ts';

const nobody = { everyone: false, people: [] as string[], groups: [] as string[] };
const only = (...people: string[]) => ({ ...nobody, people });

/** Otto is the default handler and no lead; leads are also whoever is in a group. */
const workspace: WorkspacePolicy = {
  ...sandbox,
  handler: 'U0OTTO',
  roles: {
    flagger: nobody,
    moderator: { ...nobody, groups: ['S0MODS'] },
    handler: only('U0OTTO'),
    lead: { ...only('U0LENA'), groups: ['S0LEADS'] },
    management: only('U0MANA'),
    admin: only('U0ADA'),
  },
};
const leads = (over: Parameters<typeof aFile>[0] = {}): CaseFile =>
  aFile({ ...over, case: { audience: 'leads', kind: 'staff', ...over.case } });
const out = (...people: string[]) => people.map((userId) => ({ userId, reason: 'accused' as const }));
const people = (places: { place: Place }[] | undefined) =>
  places?.map(({ place }) => (place.type === 'dm' ? place.userId : place.channelId));
/** Whom a ring reaches. */
const rung = ({ reminders = [], deliveries = [] }: Change) => [
  ...reminders.map(({ personId }) => personId),
  ...(people(deliveries) ?? []),
];
const as = (userId: string, groups: string[] = [], channelId: string | null = null) =>
  standingOf(workspace, { userId, groups, channelId });

describe('a case that only leads see', () => {
  it.each([
    ['a lead', as('U0LENA'), true],
    ['a lead by group', as('U0NEW', ['S0LEADS']), true],
    ['management', as('U0MANA'), true],
    ['an admin', as('U0ADA'), true],
    ['a moderator', as('U0VICTOR', ['S0MODS']), false],
    ['the default handler', as('U0OTTO'), false],
    ["one of a department's", as('U0QUINN', [], workspace.departments['qa']!.channel), false],
  ])('is seen or not by %s', (_who, standing, sees) => {
    const file = leads({ departments: ['qa'], reporters: [standing.userId] });
    expect(maySee(standing, file)).toBe(sees);
    expect(maySee(standing, { ...file, case: { ...file.case, audience: 'staff' } })).toBe(true);
  });

  it('is kept from an accused lead all the same', () => {
    expect(maySee(as('U0LENA'), leads({ excluded: out('U0LENA') }))).toBe(false);
  });

  it('is looked after by a lead who said it themselves only when no other lead could', () => {
    const named = { ...workspace, roles: { ...workspace.roles, lead: only('U0LENA') } };
    const own = (...excluded: string[]) =>
      leads({ case: { member: { userId: 'U0LENA', name: 'Lena' } }, excluded: out(...excluded) });
    const lena = standingOf(named, { userId: 'U0LENA', groups: [], channelId: null });

    expect(whyBarred(lena, own('U0MANA'))).toBe('own');
    // A moderator may be left, but does not see it.
    expect(whyBarred(lena, own('U0MANA', 'U0ADA'))).toBeNull();
    // A group of leads may have somebody in it.
    expect(whyBarred(as('U0LENA'), own('U0MANA', 'U0ADA'))).toBe('own');
  });

  it('is for those whom the policy names, where only the id is known, and for the lead who took it on', () => {
    const barred = (userId: string, handlerId: string | null = null) =>
      isBarred(workspace, leads({ case: { handlerId } }), userId);
    expect(['U0LENA', 'U0MANA', 'U0ADA'].map((each) => barred(each))).toEqual([false, false, false]);
    expect([barred('U0VICTOR'), barred('U0OTTO'), barred('U0NEW')]).toEqual([true, true, true]);
    expect(barred('U0NEW', 'U0NEW')).toBe(false);
  });

  it('shows channels its number alone', () => {
    expect(isRestricted(leads())).toBe(true);
    expect(isRestricted(aFile())).toBe(false);
  });
});

describe('who hears of a case that only leads see', () => {
  it('is its handler or the leads, never the default handler', () => {
    expect(responsible(leads(), workspace)).toBeNull();
    // Were the default handler admin as well: the case is all the leads' until one of them takes it on.
    expect(caretakers(leads(), { ...workspace, handler: 'U0ADA' })).toEqual(['U0LENA']);
    expect(caretakers(leads(), workspace)).toEqual(['U0LENA']);
    expect(caretakers(leads({ case: { handlerId: 'U0ADA' } }), workspace)).toEqual(['U0ADA']);
    expect(caretakers(leads({ excluded: out('U0LENA') }), workspace)).toEqual(['U0MANA', 'U0ADA']);
    const remind = (file: CaseFile, step: number) =>
      rung(ring(file, aClock({ step }), workspace, policy, NOW));
    expect(remind(leads(), 0)).toEqual(['U0LENA']);
    expect(remind(leads(), 1)).toEqual(['U0LENA']);
    expect(remind(leads({ excluded: out('U0LENA', 'U0MANA', 'U0ADA') }), 0)).toEqual([workspace.triage]);
  });

  it('is reminded where the policy names no lead but an admin', () => {
    const admins = { ...workspace, roles: { ...workspace.roles, lead: nobody, management: nobody } };
    expect(rung(ring(leads(), aClock({ step: 1 }), admins, policy, NOW))).toEqual(['U0ADA']);
    expect(rung(ring(aFile(), aClock({ step: 1 }), admins, policy, NOW))).toEqual([workspace.triage]);
  });

  it('is told when the member writes', () => {
    const message = {
      ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000000.000200' },
      author: { userId: MEMBER, name: 'Alma Berg', isBot: false },
      text: 'SECRET words',
      postedAt: NOW,
      permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1',
      files: [],
    };
    expect(people(wrote(leads(), message, workspace, policy, NOW).deliveries)).toEqual(['U0LENA']);
  });

  it('is told the moment it is opened: each lead once, with what to do next, and nobody else', () => {
    const kind = { ...policy.kinds['staff']!, tell: ['management' as const], route: ['qa'] };
    const own: Policy = { ...policy, kinds: { ...policy.kinds, staff: kind } };
    const change = opened(leads(), 'U0VICTOR', null, workspace, own, NOW);
    const told = change.deliveries!.filter(({ body }) => body.type === 'notice');

    expect(people(told)).toEqual(['U0MANA', 'U0LENA']);
    expect(JSON.stringify(told)).toContain('/feedback exclude FB-12 @name');
    // The playbook says qa; what only leads see goes nowhere.
    expect(change.departments).toBeUndefined();
    expect(change.deliveries!.map(({ body }) => body.type)).not.toContain('escalation');
    expect(opened(leads(), 'U0VICTOR', null, workspace, own, NOW)).toEqual(change);
  });

  it('is told what could not be written or delivered, in the place of the channel', () => {
    const change = opened(leads(), 'U0VICTOR', { problem: () => 'No template.' }, workspace, policy, NOW);
    const problem = change.deliveries!.filter(({ key }) => key.startsWith('answer-problem'));
    expect(people(problem)).toEqual(['U0LENA']);
    const shut = new AppError('PERSON_UNREACHABLE', 'Their direct messages are closed.', 'never');
    const place: Place = { type: 'dm', workspaceId: workspace.id, userId: MEMBER };
    const undeliverable = { deliveryId: 1, place, body: { type: 'reply' as const, replyId: 5 } };
    expect(people(instead(undeliverable, leads(), shut, workspace, 1))).toEqual(['U0LENA']);
    expect(people(instead(undeliverable, aFile(), shut, workspace, 1))).toEqual([workspace.triage]);
  });
});

describe('words about a case that only leads see', () => {
  const compose = createComposer(loadTemplates('templates'));
  const dm = (userId: string): Place => ({ type: 'dm', workspaceId: workspace.id, userId });
  const around = (groups: string[], isMember = true) => ({
    fetchChannel: async () => ({ channelId: 'C', name: 'c', isPrivate: true }),
    fetchPerson: async () => ({ groups, isMember }),
  });
  const send = (userId: string, groups: string[], file = leads({ case: { handlerId: 'U0NEW' } })) =>
    assertInternal(dm(userId), file, workspace, around(groups));

  it('are sent to whoever is a lead at that moment, and to nobody else', async () => {
    await expect(send('U0LENA', [])).resolves.toBeUndefined();
    await expect(send('U0NEW', ['S0LEADS'])).resolves.toBeUndefined();
    await expect(send('U0NEW', [])).rejects.toMatchObject({ code: 'WOULD_LEAK' });
    await expect(send('U0VICTOR', ['S0MODS'])).rejects.toMatchObject({ code: 'WOULD_LEAK' });
    await expect(
      assertInternal(
        dm('U0NEW'),
        leads({ case: { handlerId: 'U0NEW' } }),
        workspace,
        around(['S0LEADS'], false),
      ),
    ).rejects.toMatchObject({ code: 'WOULD_LEAK' });
  });

  it.each<[string, Exclude<DeliveryBody, { type: 'receipt' | 'reply' }>]>([
    ['a card', { type: 'triage' }],
    ["a department's card", { type: 'escalation', department: 'qa', cc: false }],
    ['a reminder', { type: 'reminder', clock: 'update_due', step: 0, personId: '' }],
    ['a notice', { type: 'notice', title: 'SECRET', blocks: [] }],
  ])('are withdrawn as %s: from channels, and from whoever is no lead', (_what, body) => {
    const file = leads({ case: { quote: 'SECRET quote' } });
    const view = { file, earlier: [], workspace, policy };
    const drawn = (place: Place) => JSON.stringify(contentOf(body, place, view, compose));

    expect(drawn({ type: 'channel', workspaceId: workspace.id, channelId: workspace.triage })).not.toMatch(
      /SECRET|Alma/,
    );
    expect(drawn(dm('U0VICTOR'))).not.toMatch(/SECRET|Alma|FB-12/);
    if (body.type === 'notice') expect(drawn(dm('U0LENA'))).toContain('SECRET');
  });

  it('go to no department, by hand or by recommendation', () => {
    expect(() => route(leads(), 'qa', 'U0LENA', workspace, policy, NOW)).toThrow(/goes to no department/);
    const refund = leads({ case: { kind: 'refund' } });
    expect(() => recommend(refund, '1', 'because', 'U0LENA', workspace, policy)).toThrow(
      /goes to no department/,
    );
  });
});

describe('changing who sees a case', () => {
  it('narrows it, and takes it from a handler who is no lead', () => {
    const change = setAudience(aFile({ case: { handlerId: 'U0VICTOR' } }), 'leads', 'U0LENA', workspace);
    expect(change.set).toEqual({ audience: 'leads', handlerId: null });
    expect(change.history).toEqual([{ action: 'kept_to_leads', actorId: 'U0LENA' }]);
    const kept = (handlerId: string | null, by: string | null) =>
      handlerAmongLeads(aFile({ case: { handlerId } }), workspace, by).handlerId;
    expect(kept('U0ADA', 'U0LENA')).toBe('U0ADA');
    // Whoever narrows it is a lead, named or by group.
    expect([kept('U0NEW', 'U0NEW'), kept('U0NEW', null), kept(null, null)]).toEqual(['U0NEW', null, null]);
  });

  it('waits for helpers no longer, since the case would go on to departments', () => {
    expect(setAudience(aFile(), 'leads', 'U0LENA', workspace).clocks).toEqual([
      { op: 'stop', kind: 'community' },
    ]);
  });

  it('opens it to all staff again, and says so in the history', () => {
    expect(setAudience(leads({ excluded: out('U0VICTOR') }), 'staff', 'U0LENA', workspace)).toEqual({
      set: { audience: 'staff' },
      history: [{ action: 'opened_to_staff', actorId: 'U0LENA' }],
    });
  });

  it('is refused when it is so already', () => {
    expect(() => setAudience(leads(), 'leads', 'U0LENA', workspace)).toThrow(
      /Only leads see this case already/,
    );
    expect(() => setAudience(aFile(), 'staff', 'U0LENA', workspace)).toThrow(/see this one already/);
  });
});

describe('the thanks to whoever brought it', () => {
  it('are told to nobody else when they cannot be reached', () => {
    const shut = new AppError('PERSON_UNREACHABLE', 'Their direct messages are closed.', 'never');
    const place: Place = { type: 'dm', workspaceId: workspace.id, userId: 'U0VICTOR' };
    const thanks = { type: 'notice' as const, title: 'Thank you', blocks: [] };
    const other = (body: DeliveryBody) => instead({ deliveryId: 1, place, body }, null, shut, workspace, 0);
    expect(people(other(thanks))).toEqual([workspace.triage]);
    expect(other({ ...thanks, confidential: true })).toEqual([]);
  });
});

describe('a triage channel that cannot be posted in', () => {
  it('is told of to the handler, or to those who see the case whose card it stopped', () => {
    const gone = new AppError('TARGET_GONE', 'It is archived.', 'never');
    const place: Place = { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage };
    const card = { deliveryId: 1, place, body: { type: 'triage' as const } };
    expect(people(instead(card, aFile(), gone, workspace, 1))).toEqual(['U0OTTO']);
    expect(people(instead(card, leads(), gone, workspace, 1))).toEqual(['U0LENA']);
    expect(people(instead(card, null, gone, workspace, 1))).toEqual(['U0OTTO']);
    expect(instead(card, leads(), gone, { ...workspace, handler: undefined }, 1)).toEqual([]);
  });
});
