import type { waits as english } from '../../en/commands/waits.ts';

export const waits: typeof english = {
  halfHour: 'En halv time',
  hours: (count) => `${count} timer`,
  tomorrow: 'I morgen kl. 9.00',
  oneDay: 'Et døgn',
  days: (count) => `${count} dage`,
  monday: 'Mandag kl. 9.00',
  oneWeek: 'En uge',
  untilMember: 'Indtil medlemmet skriver',
  dateStyle: 'da-DK',
  zoneAsk: (zone) =>
    `Jeg kender ikke din tidszone, så det er efter uret i ${zone}. Hvilken er din? Du bliver kun spurgt denne ene gang.`,
  yourZone: 'Din tidszone',
  anotherZone: 'En anden …',
  remindedBefore: (deadline) => [
    ' Det, medlemmet har fået lovet, gælder stadig: der skal være nyt fra dig senest ',
    deadline,
    ', og du får en påmindelse inden.',
  ],
  remindedThen: (deadline) => [
    ' Medlemmet har fået lovet at høre fra dig senest ',
    deadline,
    ', så dér får du en påmindelse igen. Send gerne et par ord inden.',
  ],
};
