import type { times as english } from '../../en/says/times.ts';

const EXAMPLES = '2h, 3 jours, demain 9:00, vendredi, 24/12 ou 2026-12-24 14:30';
const HOW = `Écrivez par exemple ${EXAMPLES}.`;
const CITY = 'Écrivez la grande ville la plus proche, par exemple Paris, Dakar ou New York.';

export const times: typeof english = {
  when: `Quand ? ${HOW}`,
  tooLong: `C’est trop long pour une date ou une heure. ${HOW}`,
  past: (typed) => `« ${typed} » est dans le passé. Écrivez un moment à venir : par exemple ${EXAMPLES}.`,
  tooFar: 'C’est dans plus d’un an. Choisissez un moment plus proche.',
  noClock: (typed) => `Aucune horloge n’affiche « ${typed} ». Écrivez par exemple 9:00, 14:30 ou 14h30.`,
  isTime: (time, typed) => `C’est compris comme l’heure ${time}. Pour une durée, écrivez « dans ${typed} ».`,
  over: (typed) =>
    `« ${typed} » est déjà passé. Écrivez un moment à venir, par exemple 17:00, 2h ou demain 9:00.`,
  twice: (time) =>
    `Il est deux fois ${time} ce jour-là, car on retarde les horloges ; c’est la première qui compte.`,
  leftOut: (time, next) =>
    `Il n’est jamais ${time} ce jour-là, car on avance les horloges. Le prochain moment possible est ${next}.`,
  unknown: (typed) => `« ${typed} » n’est ni une date ni une heure. ${HOW}`,
  nearly: (typed, meant) => `« ${typed} » n’est ni une date ni une heure. Vouliez-vous dire « ${meant} » ?`,
  noMonthButTime: (month, time) => `Il n’y a pas de mois ${month}. Pour une heure, écrivez ${time}.`,
  monthFirst: (month, numbers, day) =>
    `Ici le jour vient en premier, et il n’y a pas de mois ${month}. Vouliez-vous dire ${numbers}, le ${day} ?`,
  dayFirst: (numbers, day) => `${numbers} est compris comme le ${day} : le jour vient en premier.`,
  noMonth: (month) => `Il n’y a pas de mois ${month}. Écrivez un jour comme 24/12 ou 2026-12-24.`,
  noDay: (day, month, last) => `Il n’y a pas de ${day} : le mois de ${month} finit le ${last}.`,
  day: (day, month, year) => `${day === 1 ? '1er' : day} ${month}${year === '' ? '' : ` ${year}`}`,
  zone: {
    which: `Quel fuseau horaire ? ${CITY}`,
    tooLong: `C’est trop long pour un fuseau horaire. ${CITY}`,
    onlyHours: (typed) => `« ${typed} » ne dit pas quand les horloges changent d’heure. ${CITY}`,
    nearly: (typed, meant) => `Le fuseau horaire « ${typed} » n’existe pas. Vouliez-vous dire ${meant} ?`,
    unknown: (typed) => `Le fuseau horaire « ${typed} » n’existe pas. ${CITY}`,
  },
};
