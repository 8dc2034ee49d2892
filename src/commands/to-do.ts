import { NotPossible } from '../errors.ts';
import { clockTimeIn } from '../time/clock-time.ts';
import { plainWords } from '../time/plain-words.ts';
import { say, type Command } from './desk/command.ts';
import { sayAndAsk, zoneAsk, zoneOf } from './desk/zone-of.ts';

const OFF = new Set(['off', 'no', 'none', 'stop']);

export const toDo: Command = {
  name: 'to-do',
  summary: 'Each morning a message with what waits for you that day; off stops it',
  options: [{ name: 'at', summary: 'When, such as 8:30; off', required: false, type: 'text' }],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, people, workspace } = context;
    const { userId } = command.by;
    const typed = plainWords(command.values['at'] ?? '');
    const { zone, from } = await zoneOf(context);
    if (typed === '') {
      const now = (await people.of(workspace.id, [userId])).get(userId)?.toDoAt ?? null;
      return say(
        now === null
          ? 'You get no list of the day. Type the command with a time, such as 8:30, and you do.'
          : `Your list of the day comes at ${now} (${zone}), when something waits for you. off stops it.`,
      );
    }
    if (OFF.has(typed)) {
      await people.set(workspace.id, userId, { toDoAt: null });
      return say('Your list of the day has stopped.');
    }
    const at = timeIn(typed);
    await people.set(workspace.id, userId, { toDoAt: at });
    return sayAndAsk(
      [`Each working day at ${at} (${zone}) you get what waits for you, and nothing when nothing does.`],
      await zoneAsk({ zone, from }, context),
    );
  },
};

/** `8:30` as `08:30`. @throws {NotPossible} */
function timeIn(typed: string): string {
  const found = /^\d{1,2}$/.test(typed) ? clockTimeIn(`${typed}:00`) : clockTimeIn(typed);
  if ('wrong' in found) throw new NotPossible(`No clock shows ${found.wrong}. Write a time such as 8:30.`);
  if (found.time === null || found.before !== '')
    throw new NotPossible(
      `"${typed.slice(0, 40)}" is not a time of the day. Write for example 8:30, or off.`,
    );
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(found.time.hour)}:${two(found.time.minute)}`;
}
