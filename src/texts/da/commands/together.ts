import type { together as english } from '../../en/commands/together.ts';
import { plural } from '../../plural.ts';

export const together: typeof english = {
  help: {
    summary: 'Hvad du kan her',
    options: { command: 'En af dem, for at læse mere om den' },
    forMembers: (community) =>
      `Er der noget i ${community}, der irriterer eller glæder dig, så skriv det bare i en kanal. Folk her ser det og svarer.`,
    usual: (emojis) =>
      `Reager på en besked for at registrere den: ${emojis}. Eller skriv /feedback og en af disse:`,
    besides: (names) =>
      `Og, mest som knapper: ${names}. Mere om hver af dem: /feedback help og kommandoens navn.`,
    besidesBehind: (listed, names) =>
      `Og, bag ${listed} eller mest som knapper: ${names}. Mere om hver af dem: /feedback help og kommandoens navn.`,
    notForYou: (typed) => `Der er ingen kommando "${typed}" til dig her. /feedback help viser, hvad du kan.`,
  },
  meeting: {
    summary: 'Hvad holdet skal tale om næste gang, og hvad det beslutter',
    options: {
      do: 'add, decide eller list (standard)',
      text: 'Hvad det handler om; ved decide punktets nummer og beslutningen',
    },
    notOneOf: (typed) => `Skriv add, decide eller list, ikke "${typed}".`,
    added: (number, command) => `Punkt ${number} er på listen til næste møde. ${command} viser dem alle.`,
    addedAndNamed: (number, command) =>
      `Punkt ${number} er på listen til næste møde. Det næste overblik nævner det. ${command} viser dem alle.`,
    oneCase: 'Nævn én sag ad gangen: et punkt ses af dem, der må se dets sag. Skriv et punkt til hver.',
    title: 'Til næste møde',
    submit: 'Tilføj',
    what: 'Hvad skal holdet tale om?',
    whatAbout: (name) => `Hvad skal der tales om ved ${name}?`,
    hint: 'Internt: det står i overblikket, indtil det er besluttet.',
    howToDecide: (decide) =>
      `Skriv punktets nummer og det, der blev besluttet, for eksempel: ${decide} 3 vi tilbyder pengene retur`,
    noItem: (number, command) => `Der er intet åbent punkt ${number} her. ${command} viser dem, der er.`,
    decided: (number, item, decision) => ['Besluttet: ', number, ` ${item} → ${decision}.`],
    digestSays: 'Det står i det næste overblik.',
    nothing: (command) =>
      `Der er intet på listen til næste møde. Med ${command} og dine ord sætter du noget på den.`,
    more: (count) => `og ${count} til: beslut nogle af disse først`,
    toDecide: (command) => `Besluttet? ${command}, nummeret, og hvad der blev besluttet.`,
    noWords: 'Sig med få ord, hvad det handler om.',
    tooLong: (length, max) =>
      `Det er på ${length} tegn, og der er plads til ${max}. Gem detaljer som en note på sagen.`,
  },
  topic: {
    summary: 'Hvad flere medlemmer siger om det samme, og besked til dem, når det er rettet',
    options: {
      about: 'Emnet eller sagen, for eksempel T-4 eller FB-12',
      text: 'Det andet emne eller den anden sag; ved rename det nye navn',
    },
    which: (example, all) => `Skriv hvilket, for eksempel: ${example}. ${all} viser emnerne.`,
    forStaff: 'Hvad der hører sammen, er for dem, der passer alle sager. Sig det til dem i en note.',
    tooLong: (length, max) => `Det er på ${length} tegn, og der er plads til ${max}. Gør det kortere.`,
    called: (name, title) => `${name} hedder nu "${title}".`,
    intoWhich: (example) => `Nævn det emne, det skal lægges ind i: ${example}`,
    merged: (from, into) => `Alt i ${from} hører nu til ${into}.`,
    notOneOf: (steps, typed, example) => `Skriv en af ${steps}, ikke "${typed}". For eksempel: ${example}`,
  },
  helpers: {
    summary: 'Hvem i fællesskabet der har løst sager i denne måned, og hvor mange',
    none: 'Ingen i fællesskabet er nævnt for en løst sag i denne måned. /feedback credit nævner dem.',
    title: 'Løst af fællesskabet i denne måned',
    solved: (who, cases) => [who, `: ${cases} ${plural('da', cases, { one: 'sag', other: 'sager' })}`],
  },
  promises: {
    summary: 'Hvor tit medlemmer hørte fra os inden det lovede tidspunkt',
    title: 'Løfter til medlemmer',
    thisMonth: (kept) => `Denne måned: ${kept}`,
    lastMonth: (kept) => `Sidste måned: ${kept}`,
    meaning:
      'Et løfte er holdt, når medlemmet hører fra os inden det tidspunkt, vi har lovet. Det, der løses forinden eller venter på medlemmet, tælles ikke med.',
  },
};
