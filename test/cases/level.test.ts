import { describe, expect, it } from '@jest/globals';
import { both } from '../../src/cases/both.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { escalate, RaisedAlready, withLevel } from '../../src/cases/level.ts';
import { route } from '../../src/cases/route.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { aFile, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

const home: WorkspacePolicy = {
  ...workspace,
  roles: { ...workspace.roles, management: { everyone: false, people: ['U0BOSS', 'U0CHIEF'], groups: [] } },
  departments: { qa: { ...workspace.departments['qa']!, leads: ['U0HEAD'] } },
};
const LEAD = workspace.roles.lead.people[0]!;

const placesOf = ({ deliveries = [] }: Change) =>
  deliveries.map(({ place, body }) => [
    body.type,
    place.type === 'dm' ? place.userId : place.type === 'channel' ? place.channelId : '',
  ]);
const up = (file: CaseFile, level: 2 | 3, more: { from?: 1 | 2; reason?: string; by?: string } = {}) =>
  escalate(file, { level, reason: '', by: HANDLER, ...more }, home);

describe('taking a case up by hand', () => {
  it('to the second level tells its leads, and each department that has it with its own leads', () => {
    const change = up(aFile({ departments: ['qa'] }), 2, { reason: ' Third time ' });
    expect(change.raise).toEqual({ level: 2, why: 'person', reason: 'Third time', by: HANDLER });
    expect(placesOf(change)).toEqual([
      ['notice', LEAD],
      ['notice', home.departments['qa']!.channel],
      ['notice', 'U0HEAD'],
    ]);
    expect(change.history).toEqual([{ action: 'escalated', actorId: HANDLER, detail: { level: 'L2' } }]);
    expect(JSON.stringify(change.history)).not.toContain('Third');
  });

  it('to the third tells management: in its channel where it has one, else each of them but whoever did it', () => {
    expect(placesOf(up(aFile(), 3, { by: 'U0BOSS' }))).toEqual([
      ['notice', LEAD],
      ['management', 'U0CHIEF'],
    ]);
    const change = escalate(
      aFile(),
      { level: 3, reason: '', by: HANDLER },
      { ...home, management: 'C0BOSS' },
    );
    expect(placesOf(change).at(-1)).toEqual(['management', 'C0BOSS']);
  });

  it('tells nobody whom the case is kept from, and the leads where management is', () => {
    const out = (...people: string[]) => people.map((userId) => ({ userId, reason: 'accused' as const }));
    expect(placesOf(up(aFile({ excluded: out('U0BOSS') }), 3))).toEqual([
      ['notice', LEAD],
      ['management', 'U0CHIEF'],
    ]);
    expect(placesOf(up(aFile({ excluded: out('U0BOSS', 'U0CHIEF') }), 3)).at(-1)).toEqual([
      'management',
      LEAD,
    ]);
    const all = up(aFile({ departments: ['qa'], excluded: out('U0HEAD') }), 2);
    expect(JSON.stringify(placesOf(all))).not.toContain('U0HEAD');
  });

  it('is told in the triage channel where nobody is known by name who could hear of it', () => {
    const nobody = { everyone: false, people: [], groups: ['S0ALL'] };
    const byGroup: WorkspacePolicy = {
      ...home,
      roles: { ...home.roles, lead: nobody, management: nobody, admin: nobody },
    };
    const raised = (level: 2 | 3, file = aFile()) =>
      placesOf(escalate(file, { level, reason: 'Third', by: HANDLER }, byGroup));
    expect(raised(2)).toEqual([['notice', workspace.triage]]);
    expect(raised(3)).toEqual([['notice', workspace.triage]]);
    // Its department hears.
    expect(raised(2, aFile({ departments: ['qa'] })).map(([, to]) => to)).not.toContain(workspace.triage);
    const routed = { level: 2, reason: '', by: HANDLER, isRouted: true } as const;
    expect(placesOf(escalate(aFile(), routed, byGroup))).toEqual([]);
    // The only lead took it up: they know.
    expect(placesOf(up(aFile(), 2, { by: LEAD }))).toEqual([]);
  });

  it('counts once: of two at once the second is told, also when they would have gone one further', () => {
    const raised = [{ level: 2 as const, why: 'person' as const, reason: '', by: 'U0MIA', at: NOW }];
    const file = aFile({ case: { level: 2 }, raised });
    expect(() => up(file, 2)).toThrow(RaisedAlready);
    // Both were asked while it was at the first level; the second one chose management.
    expect(() => up(file, 3, { from: 1 })).toThrow(expect.objectContaining({ raised: raised[0] }));
    expect(up(file, 3, { from: 2 }).raise).toMatchObject({ level: 3 });
    expect(() => up(aFile({ case: { level: 3 } }), 3)).toThrow(/nobody is above/);
    expect(() => up(aFile({ case: { state: 'closed' } }), 2)).toThrow(/reopen/i);
  });
});

describe('the level of a case', () => {
  it('is at least the second with a department, and says so in the line that brought it there', () => {
    const file = aFile();
    const change = withLevel(file, route(file, 'qa', HANDLER, home, policy, NOW));
    expect(change.set).toMatchObject({ level: 2, state: 'waiting_on_team' });
    expect(change.raise).toEqual({ level: 2, why: 'department', reason: '', by: HANDLER });
    expect(change.history).toEqual([
      { action: 'routed', actorId: HANDLER, detail: { department: 'qa', level: 'L2' } },
    ]);
  });

  it('is the third once reminders have got to management', () => {
    const reminders = [
      { personId: 'U0BOSS', clockId: 1, generation: 0, rung: 'management' as const, skipped: [] },
    ];
    const history = [{ action: 'reminded', actorId: null, detail: { rung: 'management' } }];
    const change = withLevel(aFile({ case: { level: 2 } }), { history, reminders });
    expect(change).toMatchObject({ set: { level: 3 }, raise: { why: 'ladder', by: null } });
    expect(change.history[0]?.detail).toEqual({ rung: 'management', level: 'L3' });
    expect(
      withLevel(aFile(), { history, reminders: [{ ...reminders[0]!, rung: 'lead' }] }),
    ).not.toHaveProperty('set');
  });

  it('goes up when the member says that it is not solved, and never down, whatever is asked', () => {
    const history = [{ action: 'said_not_yet', actorId: 'U0ALMA', detail: { level: 'L2' } }];
    expect(withLevel(aFile(), { set: { level: 2 }, history }).raise).toMatchObject({
      why: 'member',
      by: 'U0ALMA',
    });
    const down = withLevel(aFile({ case: { level: 3 } }), { set: { level: 1, state: 'open' }, history });
    expect(down).toEqual({ set: { state: 'open' }, history });
    const again = withLevel(aFile({ case: { level: 3 } }), { departments: ['qa'], history: [] });
    expect(again).toEqual({ departments: ['qa'], history: [] });
  });

  it('goes to the highest of several at once, and whoever chose it is who raised it', () => {
    const file = aFile();
    const change = both(route(file, 'qa', HANDLER, home, policy, NOW), up(file, 3, { reason: 'Now' }));
    expect(withLevel(file, change)).toMatchObject({
      set: { level: 3 },
      raise: { level: 3, why: 'person', reason: 'Now' },
    });
    const second = both(route(file, 'qa', HANDLER, home, policy, NOW), up(file, 2));
    expect(withLevel(file, second).raise).toMatchObject({ why: 'person' });
  });
});

describe('a department with leads', () => {
  it('hears of a case in its channel and by its leads, in the same change', () => {
    const change = route(aFile(), 'qa', HANDLER, home, policy, NOW);
    expect(placesOf(change)).toEqual([
      ['escalation', home.departments['qa']!.channel],
      ['notice', 'U0HEAD'],
    ]);
  });

  it('has them reached where it lives, also in another workspace', () => {
    const away = { ...home.departments['qa']!, workspace: 'discord:42', leads: ['998877'] };
    const elsewhere = { ...home, departments: { qa: away } };
    const [, lead] = route(aFile(), 'qa', HANDLER, elsewhere, policy, NOW).deliveries!;
    expect(lead?.place).toEqual({ type: 'dm', workspaceId: 'discord:42', userId: '998877' });
    const kept = aFile({ excluded: [{ userId: 'discord:42/998877', reason: 'conflict' }] });
    expect(route(kept, 'qa', HANDLER, elsewhere, policy, NOW).deliveries).toHaveLength(1);
  });
});
