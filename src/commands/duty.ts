import { attendanceFor, type Attendance } from '../cases/attendance.ts';
import { onDuty, turns, type Turn } from '../cases/duty.ts';
import { bold, paragraph, person, text, time, type Inline } from '../chat/rich.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { say, type Command } from './desk/command.ts';

export const duty: Command = {
  name: 'duty',
  summary: 'Who is on duty now, and who comes next',
  options: [],
  mayOpenForm: false,
  allow: 'staff',
  async run({ workspace, people, chat, now }) {
    if (!workspace.duty) return say(...withoutRoster(workspace));
    const roster = turns(workspace, now);
    const attendance = await attendanceFor(
      (known) => roster.map(({ userId }) => [known.awayUntil(userId), known.isGone(userId)]),
      { people, chat, workspace, now },
    );
    return {
      type: 'say',
      blocks: [
        paragraph(...onDutyNow(onDuty(workspace, now, attendance), workspace)),
        { type: 'list', ordered: false, items: roster.map((turn) => line(turn, attendance)) },
      ],
    };
  },
};

function withoutRoster({ handler }: WorkspacePolicy): (string | Inline)[] {
  const how = ' A roster is written down in hearback.yaml, under duty; whoever runs Hearback can do that.';
  return handler === undefined
    ? [`Nobody takes turns here: reminders of new cases go to the moderator channel.${how}`]
    : ['Nobody takes turns here: reminders of new cases go to ', person(handler), `.${how}`];
}

function onDutyNow(userId: string | null, { handler }: WorkspacePolicy): (string | Inline)[] {
  if (userId !== null)
    return [bold('On duty: '), person(userId), '. Reminders of cases nobody has claimed go there.'];
  const instead = handler === undefined ? text('the moderator channel') : person(handler);
  return ['Nobody of the roster is there. Reminders of cases nobody has claimed go to ', instead, '.'];
}

function line({ userId, from }: Turn, attendance: Attendance): Inline[] {
  const until = attendance.awayUntil(userId);
  return [
    text(`from ${from}: `),
    person(userId),
    ...(attendance.isGone(userId) ? [text(' (has left)')] : []),
    ...(attendance.isGone(userId) || attendance.worksHere(userId)
      ? []
      : [text(' (has no role that works on cases)')]),
    ...(until ? [text(' (away until '), time(until), text(')')] : []),
  ];
}
