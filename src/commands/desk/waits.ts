import type { Choice } from '../../chat/card.ts';
import type { Answer } from '../../chat/command.ts';
import type { Inline } from '../../chat/rich.ts';
import { NotPossible } from '../../errors.ts';
import { readMoment } from '../../time/moment.ts';
import type { Texts } from '../../texts/index.ts';
import type { CommandContext } from './command.ts';
import { sayAndAsk, zoneAsk, zoneOf } from './zone-of.ts';

/** What people choose from mostly. */
export function commonWaits({ commands: { waits } }: Texts): Choice[] {
  return [
    { value: '30m', label: waits.halfHour },
    { value: '2h', label: waits.hours(2) },
    { value: '4h', label: waits.hours(4) },
    { value: 'tomorrow 9:00', label: waits.tomorrow },
    { value: '1d', label: waits.oneDay },
    { value: '3d', label: waits.days(3) },
    { value: 'monday 9:00', label: waits.monday },
    { value: '1w', label: waits.oneWeek },
  ];
}

/** No time, but what ends a snooze. */
export function untilMember({ commands: { waits } }: Texts): Choice {
  return { value: 'member', label: waits.untilMember };
}

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
        [...parts, ...(note === null ? [] : [` ${note(context.texts)}`])],
        byTheClock ? await zoneAsk(zone, context) : null,
      ),
  };
}

/** What is offered while somebody types a time: how it would be read, and else what people choose from mostly. */
export function waitChoices(typed: string, now: Date, zone: string, texts: Texts): Choice[] {
  const meant = readMoment(typed, now, zone);
  if ('problem' in meant) return commonWaits(texts);
  const shown = new Intl.DateTimeFormat(texts.commands.waits.dateStyle, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(meant.at);
  return [{ value: typed, label: `${typed.trim()}: ${shown}` }, ...commonWaits(texts)];
}
