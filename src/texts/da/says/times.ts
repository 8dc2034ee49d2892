import type { times as english } from '../../en/says/times.ts';

const EXAMPLES = '2h, 3d, i morgen 9:00, fredag, 24/12 eller 2026-12-24 14:30';
const HOW = `Skriv for eksempel ${EXAMPLES}.`;
const CITY = 'Skriv den nærmeste storby, for eksempel København, Lissabon eller New York.';

export const times: typeof english = {
  when: `Hvornår? ${HOW}`,
  tooLong: `Det er for langt til at være et tidspunkt. ${HOW}`,
  past: (typed) => `"${typed}" er i fortiden. Skriv et tidspunkt, der kommer: for eksempel ${EXAMPLES}.`,
  tooFar: 'Det er mere end et år ude i fremtiden. Vælg noget, der ligger nærmere.',
  noClock: (typed) => `Intet ur viser "${typed}". Skriv for eksempel 9:00, 14:30 eller kl. 9.`,
  isTime: (time, typed) =>
    `Det er læst som klokken ${time}. Mener du, hvor længe der skal gå, så skriv "om ${typed}".`,
  over: (typed) =>
    `"${typed}" er allerede forbi. Skriv et tidspunkt, der kommer, for eksempel 17:00, 2h eller i morgen 9:00.`,
  twice: (time) =>
    `Klokken er ${time} to gange den dag, fordi urene stilles tilbage; dette er den første gang.`,
  leftOut: (time, next) =>
    `Klokken bliver ikke ${time} den dag, for urene stilles frem. Det næste tidspunkt er ${next}.`,
  unknown: (typed) => `"${typed}" er ikke et tidspunkt. ${HOW}`,
  nearly: (typed, meant) => `"${typed}" er ikke et tidspunkt. Mente du "${meant}"?`,
  noMonthButTime: (month, time) => `Der er ingen måned ${month}. Skriv ${time}, hvis du mener et klokkeslæt.`,
  monthFirst: (month, numbers, day) =>
    `Dagen står først her, og der er ingen måned ${month}. Mente du ${numbers}, altså ${day}?`,
  dayFirst: (numbers, day) => `${numbers} er læst som ${day}: dagen står først.`,
  noMonth: (month) => `Der er ingen måned ${month}. Skriv en dag som 24/12 eller 2026-12-24.`,
  noDay: (day, month, last) => `Der er ingen ${day}: ${month} slutter den ${last}.`,
  day: (day, month, year) => `${day}. ${month}${year === '' ? '' : ` ${year}`}`,
  zone: {
    which: `Hvilken tidszone? ${CITY}`,
    tooLong: `Det er for langt til at være en tidszone. ${CITY}`,
    onlyHours: (typed) => `"${typed}" siger ikke, hvornår urene stilles. ${CITY}`,
    nearly: (typed, meant) => `Tidszonen "${typed}" findes ikke. Mente du ${meant}?`,
    unknown: (typed) => `Tidszonen "${typed}" findes ikke. ${CITY}`,
  },
};
