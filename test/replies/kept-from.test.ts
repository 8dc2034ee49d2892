import { describe, expect, it } from '@jest/globals';
import type { CaseFile } from '../../src/cases/case.ts';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import type { View } from '../../src/cases/cards/view.ts';
import type { Place } from '../../src/chat/ref.ts';
import { contentOf } from '../../src/replies/content.ts';
import { mailContent } from '../../src/replies/mail-content.ts';
import { aClock, aFile, policy, workspace } from '../support/factories.ts';
import { composerOf } from './factory.ts';

// Everything that is posted of a case has a line here (the compiler asks for it): of a case that is kept from somebody it says
// nothing, wherever they could read it.

const SOMEBODY = 'U0VICTOR';
const clock = aClock({ clockId: 7 });

/** Why something is not drawn from one case: it is for its member, or of many cases, which are read for their reader. */
type Other = 'for the member' | 'of many cases' | 'of none';

const BODIES = {
  reply: 'for the member',
  triage: { type: 'triage' },
  escalation: { type: 'escalation', department: 'qa', cc: false },
  evidence: { type: 'evidence', department: 'qa' },
  reminder: { type: 'reminder', clock: 'update_due', step: 0, personId: SOMEBODY },
  reminders: 'of many cases',
  approval: { type: 'approval', giftId: 1 },
  management: { type: 'management', why: 'kind' },
  copy: { type: 'copy' },
  followed: 'of many cases',
  praise: { type: 'praise' },
  digest: 'of many cases',
  topic: 'of many cases',
  hot_thread: 'of none',
  to_do: 'of many cases',
  table: 'of many cases',
  receipt: 'of none',
  hint: 'of none',
  notice: {
    type: 'notice',
    title: 'SECRET news',
    blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'SECRET words' }] }],
  },
} satisfies { [Type in DeliveryBody['type']]: Extract<DeliveryBody, { type: Type }> | Other };

type Drawn = Parameters<typeof contentOf>[0];
const drawn = Object.values(BODIES).filter(
  (body): body is Extract<typeof body, object> => typeof body === 'object',
);

const compose = composerOf({ 'en/thanks': 'Thank you' });
const { id: workspaceId } = workspace;
const channels: Place[] = [workspace.triage, workspace.departments['qa']!.channel].map((channelId) => ({
  type: 'channel',
  workspaceId,
  channelId,
}));
const toThem: Place = { type: 'dm', workspaceId, userId: SOMEBODY };

const secret = (over: Partial<Omit<CaseFile, 'case'>>, audience: 'staff' | 'leads' = 'staff'): View => ({
  file: aFile({
    departments: ['qa'],
    clocks: [clock],
    cc: [{ userId: SOMEBODY }],
    case: { quote: 'SECRET quote', member: { userId: 'U0SECRET', name: 'SECRET name' }, audience },
    ...over,
  }),
  earlier: [],
  workspace,
  policy,
});
const says = (body: Drawn, place: Place, view: View) => JSON.stringify(contentOf(body, place, view, compose));

it('is worth a look: everybody on the team reads the words of other cases', () => {
  for (const place of channels) expect(says(BODIES.triage, place, secret({}))).toContain('SECRET');
});

describe.each(drawn)('a posted $type', (body) => {
  it('says nothing in a channel of a case that is kept from somebody, or for leads alone', () => {
    for (const view of [
      secret({ excluded: [{ userId: SOMEBODY, reason: 'conflict' }] }),
      secret({}, 'leads'),
    ])
      for (const place of channels) expect(says(body, place, view)).not.toContain('SECRET');
  });

  it('says nothing to somebody whom the case is kept from, by whichever account', () => {
    for (const excluded of [
      [{ userId: SOMEBODY, reason: 'conflict' as const }],
      [
        { userId: 'discord:1/2', reason: 'accused' as const },
        { userId: SOMEBODY, reason: 'accused' as const, of: 'discord:1/2' },
      ],
    ])
      expect(says(body, toThem, secret({ excluded }))).not.toContain('SECRET');
  });

  it('says nothing to somebody who has lost the role they got it for, but for thanks', () => {
    const view = secret({ lostRole: [SOMEBODY], cc: [] });
    if (body.type !== 'praise') expect(says(body, toThem, view)).not.toContain('SECRET');
  });

  it('says nothing by mail of a case that is kept from somebody', () => {
    const view = secret({ excluded: [{ userId: SOMEBODY, reason: 'conflict' }] });
    expect(JSON.stringify(mailContent(body, view, { files: [], left: [] }))).not.toContain('SECRET');
  });
});
