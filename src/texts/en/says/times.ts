const HOW = 'Write for example 2h, 3d, tomorrow 9:00, friday, 24/12 or 2026-12-24 14:30.';
const CITY = 'Write the nearest big city, such as Copenhagen, Lisbon or New York.';

/** What is wrong with a time or a time zone that somebody typed, and how it was read. `typed` is theirs, without quotes. */
export const times = {
  /** Which is no time at all, and what to write. */
  when: `When? ${HOW}`,
  tooLong: `That is too long for a time. ${HOW}`,
  past: (typed: string) =>
    `"${typed}" is in the past. Write a time to come: for example 2h, 3d, tomorrow 9:00, friday, 24/12 or 2026-12-24 14:30.`,
  tooFar: 'That is more than a year away. Choose something nearer.',
  noClock: (typed: string) => `No clock shows "${typed}". Write for example 9:00, 14:30 or 9am.`,
  isTime: (time: string, typed: string) =>
    `This is read as the time ${time}. For a length write "in ${typed}".`,
  over: (typed: string) =>
    `"${typed}" is over already. Write a time to come, such as 17:00, 2h or tomorrow 9:00.`,
  twice: (time: string) => `${time} comes twice that day, since the clocks are put back; this is the first.`,
  leftOut: (time: string, next: string) =>
    `There is no ${time} that day: the clocks are put forward. The next time is ${next}.`,
  unknown: (typed: string) => `"${typed}" is not a time. ${HOW}`,
  nearly: (typed: string, meant: string) => `"${typed}" is not a time. Did you mean "${meant}"?`,
  noMonthButTime: (month: number, time: string) =>
    `There is no month ${month}. For a time of the day write ${time}.`,
  monthFirst: (month: number, numbers: string, day: string) =>
    `The day comes first here, and there is no month ${month}. Did you mean ${numbers}, ${day}?`,
  dayFirst: (numbers: string, day: string) => `${numbers} is read as ${day}: the day comes first.`,
  noMonth: (month: number) => `There is no month ${month}. Write a day such as 24/12 or 2026-12-24.`,
  noDay: (day: string, month: string, last: number) =>
    `There is no ${day}: ${month} ends on the ${last}${last === 31 ? 'st' : 'th'}.`,
  /** A day with its month and, where it was written, its year. `month` is its name. */
  day: (day: number, month: string, year: string) => `${day} ${month}${year === '' ? '' : ` ${year}`}`,
  zone: {
    which: `Which time zone? ${CITY}`,
    tooLong: `That is too long for a time zone. ${CITY}`,
    onlyHours: (typed: string) => `"${typed}" does not say when the clocks are changed. ${CITY}`,
    nearly: (typed: string, meant: string) => `There is no time zone "${typed}". Did you mean ${meant}?`,
    unknown: (typed: string) => `There is no time zone "${typed}". ${CITY}`,
  },
};
