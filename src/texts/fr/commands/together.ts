import type { together as english } from '../../en/commands/together.ts';
import { plural } from '../../plural.ts';

export const together: typeof english = {
  help: {
    summary: 'Ce que vous pouvez faire ici',
    options: { command: 'L’une d’elles, pour en lire plus' },
    forMembers: (community) =>
      `Si quelque chose dans ${community} vous gêne ou vous réjouit, écrivez-le simplement dans un canal. Des gens d’ici le voient et répondent.`,
    usual: (emojis) =>
      `Réagissez à un message pour l’enregistrer : ${emojis}. Ou tapez /feedback suivi de l’un de ces mots :`,
    besides: (names) =>
      `Et, le plus souvent en boutons : ${names}. Pour en savoir plus : /feedback help suivi du nom.`,
    besidesBehind: (listed, names) =>
      `Et, derrière ${listed} ou le plus souvent en boutons : ${names}. Pour en savoir plus : /feedback help suivi du nom.`,
    notForYou: (typed) =>
      `Il n’y a pas de commande « ${typed} » pour vous ici. /feedback help montre ce que vous pouvez faire.`,
  },
  meeting: {
    summary: 'Ce dont l’équipe parle la prochaine fois, et ce qu’elle décide',
    options: {
      do: 'add, decide ou list (par défaut)',
      text: 'De quoi il s’agit ; pour decide, le numéro du point et la décision',
    },
    notOneOf: (typed) => `Écrivez add, decide ou list, pas « ${typed} ».`,
    added: (number, command) =>
      `Le point ${number} est sur la liste de la prochaine réunion. ${command} montre tout.`,
    addedAndNamed: (number, command) =>
      `Le point ${number} est sur la liste de la prochaine réunion. Le prochain récapitulatif le cite. ${command} montre tout.`,
    oneCase:
      'Nommez un seul dossier à la fois : un point est vu par qui peut voir son dossier. Écrivez un point pour chacun.',
    title: 'La prochaine réunion',
    submit: 'Ajouter',
    what: 'De quoi l’équipe devrait-elle parler ?',
    whatAbout: (name) => `De quoi parler au sujet de ${name} ?`,
    hint: 'Interne : le point reste dans le récapitulatif jusqu’à la décision.',
    howToDecide: (decide) =>
      `Écrivez le numéro du point et ce qui a été décidé, par exemple : ${decide} 3 nous remboursons`,
    noItem: (number, command) =>
      `Il n’y a pas de point ouvert ${number} ici. ${command} montre ceux qu’il y a.`,
    decided: (number, item, decision) => ['Décidé : ', number, ` ${item} → ${decision}.`],
    digestSays: 'Le prochain récapitulatif le dira.',
    nothing: (command) =>
      `Rien n’est sur la liste de la prochaine réunion. ${command} suivi de vos mots y ajoute un point.`,
    more: (count) => `et ${count} de plus : décidez d’abord de certains de ceux-ci`,
    toDecide: (command) => `C’est décidé ? ${command}, le numéro, et ce qui a été décidé.`,
    noWords: 'Dites en quelques mots de quoi il s’agit.',
    tooLong: (length, max) =>
      `Cela fait ${length} caractères, pour ${max} au plus. Gardez les détails dans une note du dossier.`,
  },
  topic: {
    summary: 'Ce que plusieurs membres disent de la même chose, et leur dire que c’est réparé',
    options: {
      about: 'Le sujet ou le dossier, par exemple T-4 ou FB-12',
      text: 'L’autre sujet ou dossier ; pour rename, le nouveau nom',
    },
    which: (example, all) => `Dites lequel, par exemple : ${example}. ${all} montre les sujets.`,
    forStaff:
      'Ce qui va ensemble est l’affaire de l’équipe qui s’occupe de tous les dossiers. Dites-le-lui dans une note.',
    tooLong: (length, max) => `Cela fait ${length} caractères, pour ${max} au plus. Raccourcissez.`,
    called: (name, title) => `${name} s’appelle maintenant « ${title} ».`,
    intoWhich: (example) => `Nommez le sujet qui l’accueille : ${example}`,
    merged: (from, into) => `Tout ${from} fait maintenant partie de ${into}.`,
    notOneOf: (steps, typed, example) =>
      `Écrivez un de ces mots : ${steps}, pas « ${typed} ». Par exemple : ${example}`,
  },
  helpers: {
    summary: 'Qui, dans la communauté, a résolu combien de dossiers ce mois-ci',
    none: 'Personne de la communauté n’a été cité pour un dossier résolu ce mois-ci. /feedback credit sert à citer quelqu’un.',
    title: 'Résolus par la communauté ce mois-ci',
    solved: (who, cases) => [
      who,
      ` : ${cases} ${plural('fr', cases, { one: 'dossier', other: 'dossiers' })}`,
    ],
  },
  promises: {
    summary: 'Combien de fois les membres ont eu de nos nouvelles à temps',
    title: 'Promesses aux membres',
    thisMonth: (kept) => `Ce mois-ci : ${kept}`,
    lastMonth: (kept) => `Le mois dernier : ${kept}`,
    meaning:
      'Une promesse est tenue quand le membre a de nos nouvelles avant le moment annoncé. Ce qui est résolu avant, ou attend le membre, n’est pas compté.',
  },
};
