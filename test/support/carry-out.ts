import type { CaseFile, Clock, Reply } from '../../src/cases/case.ts';
import type { Change, ClockChange } from '../../src/cases/change.ts';

/** What the record makes of a change, as far as rules look at it: enough to play many of them one after the other. */
export function carryOut(file: CaseFile, change: Change, now: Date): CaseFile {
  const replies: Reply[] = [
    ...file.replies.map((reply) => ({
      ...reply,
      ...movedOn(
        change.replyStates?.find(({ replyId }) => replyId === reply.replyId),
        now,
      ),
    })),
    ...(change.replies ?? []).map(({ send, ...reply }, index): Reply => ({
      language: null,
      steps: [],
      asks: [],
      promises: null,
      giftId: null,
      consentFor: null,
      consent: null,
      waits: false,
      purpose: 'answer',
      ...reply,
      replyId: file.replies.length + index + 1,
      state: send ? 'queued' : 'draft',
      queuedAt: send ? now : null,
    })),
  ];
  return {
    ...file,
    case: { ...file.case, ...change.set, version: file.case.version + 1 },
    departments: [...file.departments, ...(change.departments ?? [])],
    clocks: (change.clocks ?? []).reduce((clocks, turn) => turned(clocks, turn, now), file.clocks),
    replies,
  };
}

function movedOn(move: NonNullable<Change['replyStates']>[number] | undefined, now: Date): Partial<Reply> {
  return { ...move, ...(move?.state === 'queued' && { queuedAt: now }) };
}

function turned(clocks: Clock[], turn: ClockChange, now: Date): Clock[] {
  if (turn.op === 'stop')
    return clocks.filter(({ kind, subject }) => kind !== turn.kind || subject !== (turn.subject ?? subject));
  if (turn.op === 'start') {
    const { kind, subject = '', dueAt, deadline = dueAt, setBy = 'policy' } = turn;
    const others = clocks.filter((clock) => clock.kind !== kind || clock.subject !== subject);
    const clockId = Math.max(0, ...clocks.map((clock) => clock.clockId)) + 1;
    const begun = { generation: 0, step: 0, restedGeneration: 0, isPutOff: false, startedAt: now };
    return [...others, { ...begun, clockId, kind, subject, dueAt, deadline, setBy }];
  }
  return clocks.map((clock) => (clock.clockId === turn.clockId ? moved(clock, turn) : clock));
}

function moved(clock: Clock, turn: Exclude<ClockChange, { op: 'start' | 'stop' }>): Clock {
  const next = { ...clock, dueAt: turn.dueAt, generation: clock.generation + 1 };
  if (turn.op === 'move') {
    const { deadline, rest } = turn;
    return { ...next, deadline, ...(rest && { step: 0, restedGeneration: next.generation }) };
  }
  if (turn.op === 'rest') return { ...next, step: 0, restedGeneration: next.generation, isPutOff: true };
  return { ...next, step: turn.step ?? clock.step + 1, isPutOff: true };
}
