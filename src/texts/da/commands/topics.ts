import type { topics as english } from '../../en/commands/topics.ts';

export const topics: typeof english = {
  choices: {
    show: 'Vis det, eller dem alle',
    link: 'En sag hører til det',
    unlink: 'En sag handler om noget andet',
    merge: 'Det er det samme som et andet emne',
    rename: 'Kald det noget andet',
    fixed: 'Det er rettet: giv medlemmerne besked',
  },
  fixedAndTold: (topic) => `${topic} er allerede rettet, og medlemmerne har fået besked.`,
  somebodyQuicker: (topic) => `${topic} er allerede rettet: en anden kom først.`,
  willHear: (members) =>
    `Godt gået! ${members} får besked, en efter en, hver på sit eget sprog. Dem, jeg ikke kan give besked, nævner jeg for den, der tager sig af deres sag.`,
  fixedForm: {
    title: (topic) => `${topic} er rettet`,
    submit: 'Giv besked',
    who: 'Hvem får besked om, at det er rettet?',
    hint: 'Hver får det én gang, på sit sprog, dér, hvor sagen besvares. Se på de tvivlsomme først.',
    all: (members) => `Alle ${members}`,
    onlyLinked: (count) => `Kun de ${count}, som folk har knyttet til`,
  },
  notForEverybody:
    'Sagen er ikke for alle, så den hører ikke til noget emne: det, mange ser, ville røbe den.',
  otherNotForEverybody: 'Den anden sag er ikke for alle, så den hører ikke til noget emne.',
  sameCase: 'Det er den samme sag. Nævn en anden.',
  belongs: (name, show) => `${name} hører til dér. ${show} viser sammen med hvem.`,
  isAboutElse: (name, topic) =>
    `${name} handler om noget andet end ${topic} og bliver ikke foreslået sammen med det igen.`,
  notNamed: (typed, example, list) =>
    `"${typed}" er hverken et emne eller en sag. Skriv det som T-4 eller ${example}; ${list} viser emnerne.`,
  nameCase: (typed) => `Nævn en sag, for eksempel: ${typed}`,
  noneSame:
    'Ingen to sager her ser ud til at handle om det samme. Når nogle gør det, står det på deres kort.',
  title: 'Emner',
  listed: (title, members, cases) => ` ${title} · ${members}, ${cases}`,
  fixedOn: (at) => [' · rettet ', at],
  showsOne: (typed) => `${typed} viser ét.`,
  noTopic: (topic, list) => `Der er intet emne ${topic} her. ${list} viser dem.`,
  ofNoTopic: 'Sagen hører ikke til noget emne.',
  rename: {
    title: (topic) => `Omdøb ${topic}`,
    submit: 'Omdøb',
    label: 'Hvad handler det om?',
    hint: 'Internt: medlemmerne ser det aldrig.',
  },
};
