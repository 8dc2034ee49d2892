import { describe, expect, it } from '@jest/globals';
import { whenExtreme, whenRated } from '../../src/cases/extremes.ts';
import { rate } from '../../src/cases/closing.ts';
import { opened } from '../../src/cases/open.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
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
    expect([rated('1'), rated('3'), rated('5')]).toEqual([
      ['management-1-rating-U0BOSS'],
      [],
      ['management-1-rating-U0BOSS'],
    ]);
  });
});
