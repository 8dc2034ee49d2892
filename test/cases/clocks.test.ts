import { describe, expect, it } from '@jest/globals';
import { nextClock, ring } from '../../src/cases/clocks.ts';
import { aClock, aFile, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

const leads = workspace.roles.lead.people;

describe('a clock that runs out', () => {
  it('reminds the handler by direct message and comes back for the leads', () => {
    const change = ring(aFile({ case: { handlerId: 'U0VICTOR' } }), aClock(), workspace, policy, NOW);
    expect(change?.deliveries).toEqual([
      {
        key: 'reminder-7-0-U0VICTOR',
        place: { type: 'dm', workspaceId: workspace.id, userId: 'U0VICTOR' },
        body: { type: 'reminder', clock: 'follow_up', step: 0, personId: 'U0VICTOR' },
      },
    ]);
    expect(change?.clocks).toEqual([
      { op: 'again', clockId: 7, dueAt: new Date(NOW.getTime() + policy.ladder.lead) },
    ]);
  });

  it("reminds the policy's handler while nobody has claimed the case", () => {
    const change = ring(aFile(), aClock(), workspace, policy, NOW);
    expect(change?.deliveries?.map(({ place }) => place)).toEqual([
      { type: 'dm', workspaceId: workspace.id, userId: HANDLER },
    ]);
  });

  it('reminds the leads at the second step, and then rests', () => {
    const change = ring(aFile(), aClock({ step: 1, generation: 1 }), workspace, policy, NOW);
    expect(leads.length).toBeGreaterThan(0);
    expect(change?.deliveries?.map(({ key }) => key)).toEqual(leads.map((lead) => `reminder-7-1-${lead}`));
    expect(change?.clocks).toEqual([{ op: 'stop', kind: 'follow_up' }]);
  });

  it('tells the moderator channel when there is nobody to remind', () => {
    const { handler: _nobody, ...without } = workspace;
    const change = ring(aFile(), aClock(), without, policy, NOW);
    expect(change?.deliveries?.map(({ place }) => place)).toEqual([
      { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    ]);
  });

  it.each(['solved', 'dismissed', 'closed', 'merged'] as const)(
    'says nothing about a case that is %s',
    (state) => {
      const change = ring(aFile({ case: { state } }), aClock(), workspace, policy, NOW);
      expect(change).toEqual({ history: [], clocks: [{ op: 'stop', kind: 'follow_up' }] });
    },
  );

  it('is the first of several', () => {
    const soon = aClock({ clockId: 1, dueAt: new Date(NOW.getTime() + 1) });
    const later = aClock({ clockId: 2, dueAt: new Date(NOW.getTime() + 2) });
    expect(nextClock(aFile({ clocks: [later, soon] }))).toBe(soon);
    expect(nextClock(aFile())).toBeNull();
  });
});
