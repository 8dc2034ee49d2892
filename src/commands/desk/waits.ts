import type { Choice } from '../../chat/card.ts';
import type { Answer } from '../../chat/command.ts';
import type { Inline } from '../../chat/rich.ts';
import { NotPossible } from '../../errors.ts';
import { readMoment } from '../../time/moment.ts';
import type { CommandContext } from './command.ts';
import { sayAndAsk, zoneAsk, zoneOf } from './zone-of.ts';

/** What people choose from mostly. */
export const WAITS: Choice[] = [
  { value: '30m', label: 'Half an hour' },
  { value: '2h', label: '2 hours' },
  { value: '4h', label: '4 hours' },
  { value: 'tomorrow 9:00', label: 'Tomorrow at 9:00' },
  { value: '1d', label: 'One day' },
  { value: '3d', label: '3 days' },
  { value: 'monday 9:00', label: 'Monday at 9:00' },
  { value: '1w', label: 'A week' },
];

/** No time, but what ends a snooze. */
export const UNTIL_MEMBER: Choice = { value: 'member', label: 'Until the member writes' };

/** Whether somebody wrote that it rests until the member writes, in one way or another. */
export function isUntilMember(typed: string): boolean {
  return /^(until )?(the )?member( (writes|answers))?\.?$/i.test(typed.trim());
}

/** A moment somebody meant. */
export interface MomentMeant {
  at: Date;
  /** The answer, with what they should know about how it was read behind it; mostly nothing. */
  answered(...parts: (string | Inline)[]): Promise<Answer>;
}

/**
 * A length of time (`3d`) or a moment (`tomorrow 9:00`) by the clock of whoever asks.
 * @throws {NotPossible} with what to write instead
 */
export async function momentMeant(typed: string, context: CommandContext): Promise<MomentMeant> {
  const zone = await zoneOf(context);
  const meant = readMoment(typed, context.now, zone.zone);
  if ('problem' in meant) throw new NotPossible(meant.problem);
  const { at, note, byTheClock } = meant;
  return {
    at,
    answered: async (...parts) =>
      sayAndAsk(
        [...parts, ...(note === null ? [] : [` ${note}`])],
        byTheClock ? await zoneAsk(zone, context) : null,
      ),
  };
}

/** What is offered while somebody types a time: how it would be read, and else what people choose from mostly. */
export function waitChoices(typed: string, now: Date, zone: string): Choice[] {
  const meant = readMoment(typed, now, zone);
  if ('problem' in meant) return WAITS;
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(meant.at);
  return [{ value: typed, label: `${typed.trim()}: ${shown}` }, ...WAITS];
}
