import type { topics as english } from '../../en/commands/topics.ts';

export const topics: typeof english = {
  choices: {
    show: 'Afficher le sujet, ou tous les sujets',
    link: 'Un dossier en fait partie',
    unlink: 'Un dossier parle d’autre chose',
    merge: 'C’est le même qu’un autre sujet',
    rename: 'Lui donner un autre nom',
    fixed: 'C’est réparé : prévenir les membres',
  },
  fixedAndTold: (topic) => `${topic} est déjà réparé, et ses membres ont été prévenus.`,
  somebodyQuicker: (topic) => `${topic} est déjà réparé : quelqu’un a été plus rapide.`,
  willHear: (members) =>
    `Bravo ! La nouvelle part à ${members}, à tour de rôle, dans la langue de chaque membre. Si je ne peux pas joindre quelqu’un, je le signale à la personne responsable de son dossier.`,
  fixedForm: {
    title: (topic) => `${topic} est réparé`,
    submit: 'Prévenir',
    who: 'Qui apprend que c’est réparé ?',
    hint: 'Chacun une fois, dans sa langue, là où on répond à son dossier. Vérifiez d’abord les liens douteux.',
    all: (members) => `Tous : ${members}`,
    onlyLinked: (count) => `Seulement les ${count} rattachés à la main`,
  },
  notForEverybody:
    'Ce dossier n’est pas pour tout le monde, il ne fait donc partie d’aucun sujet : ce que beaucoup de gens voient en parlerait.',
  otherNotForEverybody: 'L’autre dossier n’est pas pour tout le monde, il ne fait donc partie d’aucun sujet.',
  sameCase: 'C’est le même dossier. Nommez-en un autre.',
  belongs: (name, show) => `${name} en fait partie. ${show} montre avec qui.`,
  isAboutElse: (name, topic) =>
    `${name} parle d’autre chose que ${topic}, et ne sera plus proposé avec ce sujet.`,
  notNamed: (typed, example, list) =>
    `« ${typed} » n’est ni un sujet ni un dossier. Écrivez-le comme T-4 ou ${example} ; ${list} montre les sujets.`,
  nameCase: (typed) => `Nommez un dossier, par exemple : ${typed}`,
  noneSame:
    'Aucun dossier ne semble parler de la même chose qu’un autre. Quand ce sera le cas, les cartes le diront.',
  title: 'Sujets',
  listed: (title, members, cases) => ` ${title} · ${members}, ${cases}`,
  fixedOn: (at) => [' · réparé : ', at],
  showsOne: (typed) => `${typed} en affiche un.`,
  noTopic: (topic, list) => `Il n’y a pas de sujet ${topic} ici. ${list} en donne la liste.`,
  ofNoTopic: 'Ce dossier ne fait partie d’aucun sujet.',
  rename: {
    title: (topic) => `Renommer ${topic}`,
    submit: 'Renommer',
    label: 'De quoi s’agit-il ?',
    hint: 'Interne : les membres ne le voient jamais.',
  },
};
