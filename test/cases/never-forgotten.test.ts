import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseFile } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { departmentSpoke, wasAnswered, whenPolicyChanged } from '../../src/cases/clock-turns.ts';
import { both } from '../../src/cases/both.ts';
import { wrote } from '../../src/cases/conversation.ts';
import { followedUp } from '../../src/cases/followed-up.ts';
import { changeKind, planKind } from '../../src/cases/kind.ts';
import { ring } from '../../src/cases/ladder.ts';
import { silenceRings } from '../../src/cases/nudges.ts';
import { flaggedAgain, opened, takenBack } from '../../src/cases/open.ts';
import { draft, replySent, send } from '../../src/cases/reply.ts';
import { route } from '../../src/cases/route.ts';
import { remindAt, snooze } from '../../src/cases/snooze.ts';
import { isOpen } from '../../src/cases/states.ts';
import { addNote, changeSeverity, claim, dismiss, reopen, resolve } from '../../src/cases/work.ts';
import { NotPossible } from '../../src/errors.ts';
import { SEVERITIES, type Policy } from '../../src/policy/schema.ts';
import { carryOut } from '../support/carry-out.ts';
import { aFile, HANDLER, MEMBER, NOW, policy as usual, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const HOUR = 3_600_000;
const timesFor = (severity: (typeof SEVERITIES)[number], hours: number) => ({
  [severity]: { firstResponse: hours * HOUR, updateDue: 3 * hours * HOUR },
});

/** Gives no time to departments and the solution. */
const bare: Policy = {
  ...usual,
  severities: { ...usual.severities, ...timesFor('normal', 1), ...timesFor('urgent', 2) },
};

/** What can happen to a case. */
const acts: Record<string, (file: CaseFile, policy: Policy, now: Date) => Change> = {
  claim: (file) => claim(file, HANDLER),
  note: (file) => addNote(file, 'Called back', HANDLER),
  route: (file, policy, now) =>
    route(file, file.departments.includes('qa') ? 'support' : 'qa', HANDLER, workspace, policy, now),
  'department notes': (file) => {
    const change = addNote(file, 'Found it', 'U0QUINN');
    return both(
      { history: [], clocks: departmentSpoke(file, { departments: new Set(['qa']) }, change) },
      change,
    );
  },
  reply: (file, policy) => draft(file, 'We are on it.', HANDLER, null, policy),
  send: (file, policy) => send(file, null, HANDLER, policy, null),
  'ask and send': (file, policy) => send(file, null, HANDLER, policy, null, true),
  arrives: (file, policy, now) => {
    const queued = file.replies.find(({ state }) => state === 'queued');
    return queued ? replySent(file, queued, policy, now) : { history: [] };
  },
  'the member writes': (file, policy, now) => wrote(file, message(now), workspace, policy, now),
  done: (file, policy, now) => followedUp(file, HANDLER, policy, now),
  snooze: (file, policy, now) => snooze(file, new Date(now.getTime() + 5 * HOUR), HANDLER, policy, now),
  'snooze until they write': (file, policy, now) => snooze(file, 'member', HANDLER, policy, now),
  remind: (file, policy, now) => remindAt(file, new Date(now.getTime() + HOUR), HANDLER, policy, now),
  resolve: (file, policy, now) =>
    resolve(file, HANDLER, { markdown: 'Solved?', language: 'en', steps: ['close-request'] }, policy, now),
  'resolve in silence': (file, policy, now) => resolve(file, HANDLER, null, policy, now),
  dismiss: (file, _policy, now) => dismiss(file, 'spam', HANDLER, now, textsIn('en')),
  'take the flag back': (file, _policy, now) => takenBack(file, HANDLER, now),
  'flag again': (file, policy, now) => flaggedAgain(file, HANDLER, workspace, policy, now),
  reopen: (file, policy, now) => reopen(file, '', HANDLER, policy, now, textsIn('en')),
  severity: (file, policy, now) =>
    changeSeverity(file, SEVERITIES[(SEVERITIES.indexOf(file.case.severity) + 1) % 4]!, HANDLER, policy, now),
  kind: (file, policy, now) => {
    const plan = planKind(file, file.case.kind === 'defect' ? 'refund' : 'defect', policy);
    return changeKind(file, plan, { markdown: 'Sorry.' }, HANDLER, workspace, policy, now);
  },
  ring: (file, policy, now) => {
    const clock = file.clocks.find(
      ({ kind }) => kind !== 'silence' && kind !== 'community' && kind !== 'wake',
    );
    return clock ? ring(file, clock, workspace, policy, now) : { history: [] };
  },
  'silence rings': (file, policy, now) => {
    const clock = file.clocks.find(({ kind }) => kind === 'silence');
    return clock
      ? silenceRings(file, clock, workspace, policy, () => ({ markdown: 'Hello?' }), now)
      : { history: [] };
  },
  'the policy changes': (file, policy, now) => ({
    history: [],
    clocks: file.clocks.flatMap((clock) => whenPolicyChanged(file, clock, policy, now) ?? []),
  }),
};

const message = (now: Date) => ({
  ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: `${now.getTime()}.1` },
  author: { userId: MEMBER, name: 'Alma Berg', isBot: false },
  text: 'Still broken',
  postedAt: now,
  permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1',
  files: [],
});

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...Object.keys(acts)),
    hours: fc.integer({ min: 0, max: 60 }),
    quick: fc.boolean(),
  }),
  { maxLength: 40 },
);

it('whatever happens, an open case has a clock, and whoever was answered hears from us again', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom('feedback', 'refund', 'defect'), (happens, kind) => {
      let now = NOW;
      let file = aFile({ case: { kind } });
      file = carryOut(file, opened(file, HANDLER, { markdown: 'Sorry.' }, workspace, usual, now), now);
      for (const { act, hours, quick } of happens) {
        now = new Date(now.getTime() + hours * HOUR);
        try {
          file = carryOut(file, acts[act]!(file, quick ? usual : bare, now), now);
        } catch (error) {
          if (!(error instanceof NotPossible)) throw error;
        }
        const running = file.clocks.map((clock) => clock.kind);
        const { state, snoozedForMember } = file.case;
        if (!isOpen(file.case)) continue;
        expect({ act, state, forgotten: running.length === 0 && !snoozedForMember }).toMatchObject({
          forgotten: false,
        });
        const isPromised = wasAnswered(file) && state !== 'waiting_on_member';
        expect({ act, state, silent: isPromised && !running.includes('update_due') }).toMatchObject({
          silent: false,
        });
        // Nothing but what a clock can be made of.
        for (const clock of file.clocks) expect(clock.dueAt.getTime()).not.toBeNaN();
      }
    }),
    {
      numRuns: 500,
      // Found once: the member writes before the question whether it is solved has arrived.
      examples: [
        [
          ['resolve', 'the member writes', 'arrives'].map((act) => ({ act, hours: 0, quick: false })),
          'refund',
        ],
      ],
    },
  );
});
