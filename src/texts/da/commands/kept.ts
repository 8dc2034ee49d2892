import type { kept as english } from '../../en/commands/kept.ts';
import { plural } from '../../plural.ts';

const of = (one: string, other: string) => (count: number) => plural('da', count, { one, other });

export const kept: typeof english = {
  title: 'Det, vi gemmer om dig',
  cases: (count) =>
    plural('da', count, { one: 'stykke feedback fra dig', other: 'stykker feedback fra dig' }),
  messages: (count) =>
    plural('da', count, {
      one: 'besked, du har skrevet, i alle dens udgaver',
      other: 'beskeder, du har skrevet, i alle deres udgaver',
    }),
  files: (count) => plural('da', count, { one: 'fil sammen med dem', other: 'filer sammen med dem' }),
  replies: () => 'svar, du har fået',
  gifts: (count) => plural('da', count, { one: 'gave, du har fået', other: 'gaver, du har fået' }),
  reported: (count) =>
    plural('da', count, {
      one: 'besked fra andre, du har markeret',
      other: 'beskeder fra andre, du har markeret',
    }),
  optedOut: 'Du har sagt nej tak: intet, du skriver, bliver registreret.',
  whenRecorded:
    'En besked bliver registreret, når en, der tager sig af feedback, markerer den, med nogle få beskeder før den og med det, der bliver sagt i dens tråd.',
  aboutAnother: 'En andens data',
  theyOptedOut: (who) => [
    'Om ',
    who,
    ', der har sagt nej tak: intet, vedkommende skriver, bliver registreret.',
  ],
  theyDidNot: (who) => ['Om ', who, ', der ikke har sagt nej tak.'],
  onlyWhenAsked: 'Gør det kun, når personen har bedt dig om det. At du gjorde det, står i revisionsloggen.',
  buttons: { export: 'Hent', erase: 'Slet', optIn: 'Sig ja igen', optOut: 'Sig nej tak' },
  choices: {
    export: 'Hent: tag det med dig',
    erase: 'Slet: få det fjernet',
    'opt-out': 'Sig nej tak: intet nyt bliver registreret',
    'opt-in': 'Sig ja igen',
  },
  nothingThere: 'Der var intet gemt om personen.',
  receipt: {
    cases: of('sag lukket, uden navn og ord', 'sager lukket, uden navn og ord'),
    messages: of('besked uden ord og afsender', 'beskeder uden ord og afsender'),
    versions: of('udgave af ordene', 'udgaver af ordene'),
    files: of('fil', 'filer'),
    replies: of('svar til personen, tømt', 'svar til personen, tømt'),
    notes: of('intern note i personens sager', 'interne noter i personens sager'),
    gifts: of('gave i gaveregnskabet, uden modtager', 'gaver i gaveregnskabet, uden modtager'),
    notices: of('besked, der citerede personen, tømt', 'beskeder, der citerede personen, tømt'),
    unsent: of(
      'besked, der skulle sendes og nu ikke bliver det',
      'beskeder, der skulle sendes og nu ikke bliver det',
    ),
    clocks: of('frist stoppet', 'frister stoppet'),
    intakes: of('hændelse, der var kommet ind', 'hændelser, der var kommet ind'),
    flags: of(
      'markering fra personen, der ikke var registreret endnu',
      'markeringer fra personen, der ikke var registreret endnu',
    ),
    traces: of('andet sted med personens id', 'andre steder med personens id'),
    audit: of('linje i revisionsloggen, uden hvem det var', 'linjer i revisionsloggen, uden hvem det var'),
  },
};
