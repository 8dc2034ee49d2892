/** A time of the day, and the words around it. */
export interface ClockTime {
  hour: number;
  minute: number;
}

/** Words for a time of the day. */
const TIMES: Readonly<Record<string, ClockTime>> = {
  morning: { hour: 9, minute: 0 },
  noon: { hour: 12, minute: 0 },
  afternoon: { hour: 14, minute: 0 },
  evening: { hour: 18, minute: 0 },
  formiddag: { hour: 9, minute: 0 },
  middag: { hour: 12, minute: 0 },
  eftermiddag: { hour: 14, minute: 0 },
  aften: { hour: 18, minute: 0 },
  matin: { hour: 9, minute: 0 },
  midi: { hour: 12, minute: 0 },
  'apres-midi': { hour: 14, minute: 0 },
  soir: { hour: 18, minute: 0 },
  manha: { hour: 9, minute: 0 },
  'meio-dia': { hour: 12, minute: 0 },
  tarde: { hour: 14, minute: 0 },
  noite: { hour: 18, minute: 0 },
};

/** All of them. */
export const TIME_WORDS: readonly string[] = Object.keys(TIMES);

const AT = String.raw`(?:\b(?:at|kl\.?|klokken|a|as|um|in the|this|om|le|de|da|do|pela)\s+)?`;
const HOUR_AND_MINUTE = new RegExp(
  String.raw`(?:^|[\s,t])${AT}(\d{1,2})(?::|h)(\d{2})(?::\d{2})?\s*(am|pm)?$`,
);
const DOT = /(?:^|[\s,])(?:at|kl\.?|klokken)\s*(\d{1,2})\.(\d{2})$/;
const HOUR = new RegExp(String.raw`(?:^|[\s,])${AT}(\d{1,2})\s*(h|am|pm)$`);
const BARE = /(?:^|[\s,])(?:at|kl\.?|klokken|as)\s*(\d{1,2})$/;
const WORD = new RegExp(String.raw`(?:^|[\s,])${AT}(${TIME_WORDS.join('|')})$`);

/**
 * The time of the day at the end of some plain words, and what stands before it: `fri 14:30`, `tomorrow at 9am`, `kl. 9.15`.
 * Null for a time: there is none; `wrong`: there is one, but no clock shows it.
 */
export function clockTimeIn(words: string): { before: string; time: ClockTime | null } | { wrong: string } {
  const named = WORD.exec(words);
  const namedTime = named?.[1] === undefined ? undefined : TIMES[named[1]];
  if (named && namedTime) return { before: rest(words, named.index), time: namedTime };
  const found = HOUR_AND_MINUTE.exec(words) ?? DOT.exec(words);
  const hourOnly = found ? null : (HOUR.exec(words) ?? BARE.exec(words));
  const match = found ?? hourOnly;
  if (!match) return { before: words, time: null };
  const half = found ? found[3] : hourOnly?.[2];
  const hour = hourIn24(Number(match[1]), half);
  const minute = found ? Number(found[2]) : 0;
  if (hour === null || minute > 59) return { wrong: match[0].replace(/^[\s,]+/, '') };
  return { before: rest(words, match.index), time: { hour, minute } };
}

function hourIn24(hour: number, half: string | undefined): number | null {
  if (half !== 'am' && half !== 'pm') return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function rest(words: string, end: number): string {
  return words.slice(0, end).replace(/[\s,]+$/, '');
}
