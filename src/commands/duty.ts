import { attendanceFor, type Attendance } from '../cases/attendance.ts';
import { onDuty, turns, type Turn } from '../cases/duty.ts';
import { bold, inlines, paragraph, person, time, type Inline } from '../chat/rich.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { Texts } from '../texts/index.ts';
import { say, type Command } from './desk/command.ts';

export const duty: Command = {
  name: 'duty',
  summary: ({ commands }) => commands.duty.summary,
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run({ workspace, people, chat, now, texts }) {
    if (!workspace.duty) return say(...withoutRoster(workspace, texts));
    const roster = turns(workspace, now);
    const attendance = await attendanceFor(
      (known) => roster.map(({ userId }) => [known.awayUntil(userId), known.isGone(userId)]),
      { people, chat, workspace, now },
    );
    return {
      type: 'say',
      blocks: [
        paragraph(...onDutyNow(onDuty(workspace, now, attendance), workspace, texts)),
        { type: 'list', ordered: false, items: roster.map((turn) => line(turn, attendance, texts)) },
      ],
    };
  },
};

function withoutRoster({ handler }: WorkspacePolicy, { commands }: Texts): (string | Inline)[] {
  return handler === undefined ? [commands.duty.noTurns] : commands.duty.noTurnsBut(person(handler));
}

function onDutyNow(
  userId: string | null,
  { handler }: WorkspacePolicy,
  { commands: { duty: words } }: Texts,
): (string | Inline)[] {
  if (userId !== null) return [bold(words.onDuty), person(userId), words.goThere];
  return handler === undefined ? [words.nobody] : words.nobodyBut(person(handler));
}

function line({ userId, from }: Turn, attendance: Attendance, { commands }: Texts): Inline[] {
  const { duty: words } = commands;
  const until = attendance.awayUntil(userId);
  return inlines(
    ...words.turn(from, person(userId)),
    ...(attendance.isGone(userId) ? [words.hasLeft] : []),
    ...(attendance.isGone(userId) || attendance.worksHere(userId) ? [] : [words.hasNoRole]),
    ...(until ? words.isAway(time(until)) : []),
  );
}
