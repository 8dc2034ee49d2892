import { describe, expect, it } from '@jest/globals';
import { whenExtreme, whenRated } from '../../src/cases/extremes.ts';
import { rate } from '../../src/cases/closing.ts';
import { opened } from '../../src/cases/open.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { AppError } from '../../src/errors.ts';
import { instead } from '../../src/replies/instead.ts';
import { aCloseRequest, aFile, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

const home: WorkspacePolicy = {
  ...workspace,
  roles: { ...workspace.roles, management: { everyone: false, people: ['U0BOSS'], groups: [] } },
};
const keysOf = (deliveries: readonly { key: string }[] = []) => deliveries.map(({ key }) => key);
const withKind: Policy = { ...policy, extremes: { ...policy.extremes, kinds: ['praise'] } };

describe('what is very bad or very good', () => {
  it('reaches management the moment it is recorded: what is urgent, and kinds the policy names', () => {
    const told = (file: ReturnType<typeof aFile>, by: Policy = policy) =>
      (opened(file, HANDLER, null, home, by, NOW).deliveries ?? []).filter(
        ({ body }) => body.type === 'management',
      );
    expect(keysOf(told(aFile({ case: { severity: 'urgent' } })))).toEqual(['management-1-severity-U0BOSS']);
    expect(told(aFile({ case: { severity: 'high' } }))).toEqual([]);
    expect(told(aFile({ case: { kind: 'praise' } }))).toEqual([]);
    expect(keysOf(told(aFile({ case: { kind: 'praise' } }), withKind))).toEqual(['management-1-kind-U0BOSS']);
  });

  it('reaches them once it becomes so, and not again for what it was before', () => {
    const calm = aFile();
    const urgent = aFile({ case: { severity: 'urgent' } });
    expect(keysOf(whenExtreme(calm.case, urgent, home, policy))).toEqual(['management-1-severity-U0BOSS']);
    expect(whenExtreme(urgent.case, urgent, home, policy)).toEqual([]);
    expect(whenExtreme(urgent.case, calm, home, policy)).toEqual([]);
  });

  it('reaches them for each of its reasons by itself', () => {
    const urgent = aFile({ case: { severity: 'urgent' } });
    const both = aFile({ case: { severity: 'urgent', kind: 'praise' } });
    const calm = aFile({ case: { kind: 'praise' } });
    expect(keysOf(whenExtreme(urgent.case, both, home, withKind))).toEqual(['management-1-kind-U0BOSS']);
    expect(keysOf(whenExtreme(calm.case, both, home, withKind))).toEqual(['management-1-severity-U0BOSS']);
    // One message for what is new, and none for what is less.
    expect(keysOf(whenExtreme(null, both, home, withKind))).toEqual(['management-1-severity-U0BOSS']);
    expect(whenExtreme(both.case, calm, home, withKind)).toEqual([]);
  });

  it('comes in the channel of management where there is one, and to nobody it is kept from', () => {
    const urgent = aFile({
      case: { severity: 'urgent' },
      excluded: [{ userId: 'U0BOSS', reason: 'accused' }],
    });
    expect(whenExtreme(null, urgent, { ...home, management: 'C0BOSS' }, policy)[0]?.place).toMatchObject({
      channelId: 'C0BOSS',
    });
    expect(keysOf(whenExtreme(null, urgent, home, policy))).toEqual(
      workspace.roles.lead.people.map((lead) => `management-1-severity-${lead}`),
    );
  });

  it('is said once where a kind tells management anyway', () => {
    const kind = { ...policy.kinds['feedback']!, tell: ['management' as const] };
    const telling = { ...policy, kinds: { ...policy.kinds, feedback: kind } };
    const urgent = aFile({ case: { severity: 'urgent' } });
    expect(whenExtreme(null, urgent, home, telling)).toEqual([]);
    expect(whenExtreme(null, urgent, { ...home, management: 'C0BOSS' }, telling)).toHaveLength(1);
    // Of that kind since it was recorded, and urgent only now: nobody has told them that.
    expect(whenExtreme(aFile().case, urgent, home, telling)).toHaveLength(1);
  });

  it('is the best and the worst rating of a member too, and no other', () => {
    const file = aFile({
      case: { state: 'closed' },
      closeRequests: [aCloseRequest({ answer: 'solved' })],
    });
    const rated = (rating: string) => {
      const verdict = rate(file, null, rating);
      if (typeof verdict === 'string') throw new Error(verdict);
      return keysOf(whenRated(verdict, file, home, policy).deliveries);
    };
    // Each of the two by itself: whoever heard of a 5 hears of a 1 as well, should the case come back.
    expect([rated('1'), rated('3'), rated('5')]).toEqual([
      ['management-1-rating-1-U0BOSS'],
      [],
      ['management-1-rating-5-U0BOSS'],
    ]);
  });

  it('is told in the triage channel where nobody is known by name, so that somebody tells them', () => {
    const nobody = { everyone: false, people: [], groups: ['S0BOSSES'] };
    const roles = { ...home.roles, management: nobody, lead: nobody, admin: nobody };
    const urgent = aFile({ case: { severity: 'urgent' } });
    const byGroup: WorkspacePolicy = { ...home, roles };
    const [told, ...more] = whenExtreme(null, urgent, byGroup, policy);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      place: { type: 'channel', channelId: workspace.triage },
      body: { type: 'notice', title: 'Management could not be told' },
    });
    // That its kind tells management helps nobody then.
    const kind = { ...policy.kinds['feedback']!, tell: ['management' as const] };
    const telling = { ...policy, kinds: { ...policy.kinds, feedback: kind } };
    expect(whenExtreme(null, urgent, byGroup, telling)).toEqual([told]);
  });
});

describe('word of it that was meant for somebody whom the case is kept from by now', () => {
  const kept = aFile({
    case: { severity: 'urgent' },
    excluded: [{ userId: 'U0BOSS', reason: 'accused' }],
  });
  const missed = {
    deliveryId: 7,
    place: { type: 'dm' as const, workspaceId: workspace.id, userId: 'U0BOSS' },
    body: { type: 'management' as const, why: 'severity' as const },
  };
  const leak = new AppError('WOULD_LEAK', 'It is not for them.', 'never');

  it('reaches the others in their place, and nobody of them twice', () => {
    expect(keysOf(instead(missed, kept, leak, home, 0))).toEqual(
      workspace.roles.lead.people.map((lead) => `management-1-severity-${lead}`),
    );
    const rated = { ...missed, body: { ...missed.body, why: 'rating' as const } };
    const file = { ...kept, closeRequests: [aCloseRequest({ answer: 'solved', rating: 1 })] };
    expect(keysOf(instead(rated, file, leak, home, 0))).toEqual(
      workspace.roles.lead.people.map((lead) => `management-1-rating-1-${lead}`),
    );
  });
});
