import { describe, expect, it } from '@jest/globals';
import { ring } from '../../src/cases/ladder.ts';
import { wrote } from '../../src/cases/conversation.ts';
import { exclude, include } from '../../src/cases/exclude.ts';
import { flaggedAgain, takenBack } from '../../src/cases/open.ts';
import type { Change } from '../../src/cases/change.ts';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import type { Place } from '../../src/chat/ref.ts';
import { AppError } from '../../src/errors.ts';
import { contentOf } from '../../src/replies/content.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { instead } from '../../src/replies/instead.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { aClock, aFile, HANDLER, MEMBER, NOW, policy, workspace } from '../support/factories.ts';

const LEAD = workspace.roles.lead.people[0]!;
const leak = new AppError('WOULD_LEAK', 'It was about to be sent to somebody it is not for.', 'never');
const out = (...people: string[]) => people.map((userId) => ({ userId, reason: 'accused' as const }));
const message = {
  ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000000.000200' },
  author: { userId: MEMBER, name: 'Alma Berg', isBot: false },
  text: 'SECRET words',
  postedAt: NOW,
  permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000000000200',
  files: [],
};
const people = (places: { place: Place }[] | undefined) =>
  places?.map(({ place }) => (place.type === 'dm' ? place.userId : place.channelId));
/** Whom a ring reaches. */
const rung = ({ reminders = [], deliveries = [] }: Change) => [
  ...reminders.map(({ personId }) => personId),
  ...(people(deliveries) ?? []),
];

describe('keeping somebody out of a case', () => {
  it('writes down who, why and by whom', () => {
    expect(exclude(aFile(), { userId: 'U0VICTOR', reason: 'accused' }, LEAD, workspace)).toEqual({
      exclude: [{ userId: 'U0VICTOR', reason: 'accused', by: LEAD }],
      history: [{ action: 'excluded', actorId: LEAD, detail: { person: 'U0VICTOR', reason: 'accused' } }],
    });
  });

  it('takes the case from them when it is theirs', () => {
    const file = aFile({ case: { handlerId: 'U0VICTOR' } });
    expect(exclude(file, { userId: 'U0VICTOR', reason: 'conflict' }, LEAD, workspace).set).toEqual({
      handlerId: null,
    });
  });

  it('happens once, unless the reason is another one', () => {
    const file = aFile({ excluded: out('U0VICTOR') });
    expect(() => exclude(file, { userId: 'U0VICTOR', reason: 'accused' }, LEAD, workspace)).toThrow(
      /already/,
    );
    expect(exclude(file, { userId: 'U0VICTOR', reason: 'conflict' }, LEAD, workspace).exclude).toHaveLength(
      1,
    );
  });

  it('lets people declare a conflict of their own, but never the last who can see the case', () => {
    expect(exclude(aFile(), { userId: LEAD, reason: 'conflict' }, LEAD, workspace).exclude).toHaveLength(1);
    const onlyLead = aFile({ excluded: out(HANDLER) });
    expect(() => exclude(onlyLead, { userId: LEAD, reason: 'conflict' }, LEAD, workspace)).toThrow(
      /would be lost/,
    );
    // A group may have nobody else in it: it does not count.
    const others = aFile({ excluded: out(HANDLER) });
    expect(exclude(others, { userId: 'U0VICTOR', reason: 'conflict' }, LEAD, workspace).exclude).toHaveLength(
      1,
    );
  });

  it('can be taken back', () => {
    expect(include(aFile({ excluded: out('U0VICTOR') }), 'U0VICTOR', LEAD)).toEqual({
      include: ['U0VICTOR'],
      history: [{ action: 'included', actorId: LEAD, detail: { person: 'U0VICTOR' } }],
    });
    expect(() => include(aFile(), 'U0VICTOR', LEAD)).toThrow(/not kept out/);
  });
});

describe('what goes out about a case', () => {
  it("reminds the policy's handler in the place of one who is kept out, and the leads in the place of both", () => {
    const held = { case: { handlerId: 'U0VICTOR' } };
    const remind = (excluded: string[], step = 0) =>
      rung(ring(aFile({ ...held, excluded: out(...excluded) }), aClock({ step }), workspace, policy, NOW));

    expect(remind([])).toEqual(['U0VICTOR']);
    expect(remind(['U0VICTOR'])).toEqual([HANDLER]);
    expect(remind(['U0VICTOR', HANDLER])).toEqual([LEAD]);
    expect(remind(['U0VICTOR', HANDLER, LEAD])).toEqual([workspace.triage]);
    expect(remind([], 1)).toEqual([LEAD]);
    expect(remind([LEAD], 1)).toEqual([HANDLER]);
  });

  it('reminds nobody of what they said themselves', () => {
    const own = aFile({ case: { member: { userId: HANDLER, name: 'Mia' } } });
    expect(rung(ring(own, aClock(), workspace, policy, NOW))).toEqual([LEAD]);
  });

  it("brings the member's answer to somebody who may read it", () => {
    const file = aFile({ excluded: out(HANDLER) });
    expect(people(wrote(file, message, workspace, policy, NOW).deliveries)).toEqual([LEAD]);
  });

  it('neither ends nor reopens a case for a flag of somebody who is kept out', () => {
    const mine = { reporters: ['U0VICTOR'], excluded: out('U0VICTOR') };
    expect(takenBack(aFile(mine), 'U0VICTOR', NOW).set).toBeUndefined();
    expect(
      flaggedAgain(aFile({ ...mine, case: { state: 'dismissed' } }), 'U0VICTOR', workspace, policy, NOW).set,
    ).toBeUndefined();
  });

  it('goes to the others, or the moderators, when it was meant for somebody who has lost their role since', () => {
    const place: Place = { type: 'dm', workspaceId: workspace.id, userId: 'U0VICTOR' };
    const words = { type: 'notice' as const, title: 'The member has answered', blocks: [] };
    const others = (body: DeliveryBody, handlerId: string) =>
      instead({ deliveryId: 1, place, body }, aFile({ case: { handlerId } }), leak, workspace, 1);
    expect(people(others(words, 'U0SAM'))).toEqual(['U0SAM']);
    expect(people(others(words, 'U0VICTOR'))).toEqual([workspace.triage]);
    expect(others({ ...words, confidential: true }, 'U0SAM')).toEqual([]);
  });

  it('goes to those who look after the case when it was meant for somebody who is kept out since', () => {
    const file = aFile({ excluded: out('U0VICTOR') });
    const place: Place = { type: 'dm', workspaceId: workspace.id, userId: 'U0VICTOR' };
    const bodies: DeliveryBody[] = [
      { type: 'reminder', clock: 'update_due', step: 0, personId: 'U0VICTOR' },
      { type: 'notice', title: 'The member has answered', blocks: [{ type: 'code', text: 'SECRET words' }] },
    ];
    for (const body of bodies) {
      const others = instead({ deliveryId: 1, place, body }, file, leak, workspace, 1);
      expect(people(others)).toEqual([HANDLER]);
      expect(JSON.stringify(others)).not.toMatch(/SECRET|U0VICTOR/);
    }
  });
});

describe('a case that keeps somebody out, in a channel', () => {
  const compose = createComposer(loadTemplates('templates'));
  const file = aFile({
    excluded: out('U0VICTOR'),
    departments: ['qa'],
    reporters: ['U0REPORTER'],
    noteCount: 3,
    fileCount: 2,
    case: { quote: 'SECRET quote', severity: 'urgent', handlerId: 'U0SAM', kind: 'staff' },
  });
  const view = { file, earlier: [], workspace, policy };
  const channel: Place = { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage };
  const bodies: Exclude<DeliveryBody, { type: 'receipt' | 'reply' }>[] = [
    { type: 'triage' },
    { type: 'escalation', department: 'qa', cc: false },
    { type: 'escalation', department: 'qa', cc: true },
    { type: 'reminder', clock: 'update_due', step: 1, personId: 'U0SAM' },
    { type: 'notice', title: 'SECRET title', blocks: [{ type: 'code', text: 'SECRET words' }] },
  ];

  it.each(bodies.map((body) => [body.type, body] as const))(
    'shows its number and one button, as %s',
    (_type, body) => {
      const content = contentOf(body, channel, view, compose);
      expect(content).toMatchObject({
        type: 'card',
        card: {
          title: 'FB-12 · restricted case',
          tone: 'neutral',
          facts: [],
          footer: [],
          actions: [{ type: 'button', invoke: { command: 'show', values: { case: 'FB-12' } } }],
        },
      });
      expect(JSON.stringify(content)).not.toMatch(/SECRET|Alma|U0|https?:|urgent|staff|note|file/i);
    },
  );

  it('is told in full to a person who may see it, and no more at all to one who is kept out', () => {
    const to = (userId: string): Place => ({ type: 'dm', workspaceId: workspace.id, userId });
    const told = (userId: string) => JSON.stringify(contentOf(bodies[3]!, to(userId), view, compose));

    expect(told(HANDLER)).toContain('SECRET quote');
    expect(told('U0VICTOR')).not.toMatch(/SECRET|FB-12|Alma/);
  });
});
