import type { absence as english } from '../../en/commands/absence.ts';

export const absence: typeof english = {
  away: {
    summary: 'Du er væk et stykke tid: en anden får dine påmindelser',
    options: {
      until: 'Til hvornår, for eksempel friday eller 3d; back: du er her igen',
      'stand-in': 'Hvem der tager sig af dine sager imens',
      for: 'En anden, der er væk; for ledere',
    },
    welcomeBack: 'Velkommen tilbage. Dine påmindelser kommer til dig igen.',
    isBack: (who) => [who, ' er tilbage. Deres påmindelser kommer til dem igen.'],
    byOption: (typed) => `Nævn afløseren med valgmuligheden, for eksempel ${typed}`,
    title: 'Væk',
    submit: 'Gem',
    when: 'Til hvornår?',
    whenHint: 'For eksempel tomorrow, friday 14:00, 24/12 eller 2w. back: du er her igen',
    who: 'Hvem tager sig af dine sager imens?',
    onlyLeads: 'Kun ledere, ledelsen og administratorer siger, at en anden er væk. Spørg en af dem.',
    getNone: 'De arbejder ikke med sager her, så der går ingen påmindelser til dem.',
    notThemselves: 'Ingen afløser sig selv. Nævn en anden, eller lad det stå tomt: så gør lederne det.',
    hasLeft: 'De har forladt fællesskabet. Nævn en anden som afløser.',
    cannotSee:
      'De arbejder ikke med sager her, så de kunne ikke se dem. Nævn en moderator, sagsbehandler eller leder som afløser.',
    awayForAPart: 'De er selv væk en del af den tid. Nævn en anden som afløser.',
    awayAllThatTime: 'De er selv væk hele den tid. Nævn en anden som afløser.',
    youStandIn: 'Du er afløser for en anden',
    theirReminders: (who, until) => [
      who,
      ' er væk til ',
      until,
      '. Deres påmindelser kommer til dig imens, for alle de sager, du må se.',
    ],
    youAreAway: (until) => ['Du er væk til ', until, '. '],
    isAway: (who, until) => [who, ' er væk til ', until, '. '],
    leadsGetYours: 'Lederne får dine påmindelser imens.',
    leadsGetTheirs: 'Lederne får deres påmindelser imens.',
    getsYours: (who) => [who, ' får dine påmindelser imens.'],
    getsTheirs: (who) => [who, ' får deres påmindelser imens.'],
    backEarlier: (typed) => ` Tilbage før? ${typed}`,
  },
};
