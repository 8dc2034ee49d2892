import type { kept as english } from '../../en/commands/kept.ts';
import { plural } from '../../plural.ts';

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
  aboutAnother: 'En andens privatliv',
  theyOptedOut: (who) => ['Om ', who, ', der har sagt nej tak: intet, de skriver, bliver registreret.'],
  theyDidNot: (who) => ['Om ', who, ', der ikke har sagt nej tak.'],
  onlyWhenAsked: 'Gør det kun, når de har bedt dig om det. At du gjorde det, står i revisionsloggen.',
  buttons: { export: 'Hent', erase: 'Slet', optIn: 'Sig ja igen', optOut: 'Sig nej tak' },
  choices: {
    export: 'Hent: tag det med dig',
    erase: 'Slet: få det fjernet',
    'opt-out': 'Sig nej tak: intet nyt bliver registreret',
    'opt-in': 'Sig ja igen',
  },
  nothingThere: 'Der var ikke noget af deres.',
  receipt: {
    cases: 'sager lukket, uden navn og ord',
    messages: 'beskeder uden ord og afsender',
    versions: 'udgaver af ordene',
    files: 'filer',
    replies: 'svar til dem, tømt',
    notes: 'interne noter i deres sager',
    gifts: 'gaver i regnskabet, uden hvem der fik dem',
    notices: 'beskeder, der citerede dem, tømt',
    unsent: 'ting, der skulle siges og ikke bliver sagt',
    clocks: 'ure stoppet',
    intakes: 'hændelser, der var kommet ind',
    flags: 'markeringer fra dem, der ikke var registreret endnu',
    traces: 'andre steder med deres id',
    audit: 'linjer i revisionsloggen, uden hvem det var',
  },
};
