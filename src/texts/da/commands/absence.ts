import type { absence as english } from '../../en/commands/absence.ts';

export const absence: typeof english = {
  away: {
    summary: 'Du er væk et stykke tid: en anden får dine påmindelser',
    options: {
      until: 'Til hvornår, for eksempel fredag eller 3d; back: du er her igen',
      'stand-in': 'Hvem der tager sig af dine sager imens',
      for: 'En anden, der er væk; for ledere',
    },
    welcomeBack: 'Velkommen tilbage. Dine påmindelser kommer til dig igen.',
    isBack: (who) => [who, ' er tilbage og får igen sine påmindelser selv.'],
    byOption: (typed) => `Skriv afløseren efter stand-in:, for eksempel ${typed}`,
    title: 'Væk',
    submit: 'Gem',
    when: 'Til hvornår?',
    whenHint: 'For eksempel i morgen, fredag 14:00, 24/12 eller 2w. back: du er her igen',
    who: 'Hvem tager sig af dine sager imens?',
    onlyLeads: 'Kun ledere, ledelsen og administratorer kan melde en anden væk. Spørg en af dem.',
    getNone: 'Personen arbejder ikke med sager her og får derfor ingen påmindelser.',
    notThemselves: 'Ingen kan afløse sig selv. Nævn en anden, eller udelad det: så gør lederne det.',
    hasLeft: 'Personen har forladt fællesskabet. Nævn en anden som afløser.',
    cannotSee:
      'Personen arbejder ikke med sager her og kan derfor ikke se dem. Nævn en moderator, sagsbehandler eller leder som afløser.',
    awayForAPart: 'Personen er selv væk en del af den tid. Nævn en anden som afløser.',
    awayAllThatTime: 'Personen er selv væk hele den tid. Nævn en anden som afløser.',
    youStandIn: 'Du er afløser for en anden',
    theirReminders: (who, until) => [
      who,
      ' er væk til ',
      until,
      '. Påmindelserne kommer til dig imens, for alle de sager, du må se.',
    ],
    youAreAway: (until) => ['Du er væk til ', until, '. '],
    isAway: (who, until) => [who, ' er væk til ', until, '. '],
    leadsGetYours: 'Lederne får dine påmindelser imens.',
    leadsGetTheirs: 'Lederne får påmindelserne imens.',
    getsYours: (who) => [who, ' får dine påmindelser imens.'],
    getsTheirs: (who) => [who, ' får påmindelserne imens.'],
    backEarlier: (typed) => ` Tilbage før tid? ${typed}`,
  },
};
