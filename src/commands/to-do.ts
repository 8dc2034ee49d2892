import { NotPossible } from '../errors.ts';
import { clockTimeIn } from '../time/clock-time.ts';
import { plainWords } from '../time/plain-words.ts';
import { say, type Command } from './desk/command.ts';
import { sayAndAsk, zoneAsk, zoneOf } from './desk/zone-of.ts';

const OFF = new Set(['off', 'no', 'none', 'stop']);

export const toDo: Command = {
  name: 'to-do',
  summary: (texts) => texts.commands.toDo.summary,
  options: [
    { name: 'at', summary: (texts) => texts.commands.toDo.options.at, required: false, type: 'text' },
  ],
  mayOpenForm: false,
  allow: 'staff',
  async run(context) {
    const { command, people, workspace, texts } = context;
    const words = texts.commands.toDo;
    const { userId } = command.by;
    const typed = plainWords(command.values['at'] ?? '');
    const { zone, from } = await zoneOf(context);
    if (typed === '') {
      const now = (await people.of(workspace.id, [userId])).get(userId)?.toDoAt ?? null;
      return say(now === null ? words.none : words.comes(now, zone));
    }
    if (OFF.has(typed)) {
      await people.set(workspace.id, userId, { toDoAt: null });
      return say(words.stopped);
    }
    const at = timeIn(typed);
    await people.set(workspace.id, userId, { toDoAt: at });
    return sayAndAsk([words.set(at, zone)], await zoneAsk({ zone, from }, context));
  },
};

/** `8:30` as `08:30`. @throws {NotPossible} */
function timeIn(typed: string): string {
  const found = /^\d{1,2}$/.test(typed) ? clockTimeIn(`${typed}:00`) : clockTimeIn(typed);
  if ('wrong' in found) throw new NotPossible((texts) => texts.commands.toDo.noClock(found.wrong));
  if (found.time === null || found.before !== '')
    throw new NotPossible((texts) => texts.commands.toDo.notATime(typed.slice(0, 40)));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(found.time.hour)}:${two(found.time.minute)}`;
}
