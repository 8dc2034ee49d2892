import type { search as english } from '../en/search.ts';
import { plural } from '../plural.ts';

export const search: typeof english = {
  found: (count) => plural('fr', count, { one: `${count} dossier`, other: `${count} dossiers` }),
  foundMore: (count) => `Les ${count} meilleurs résultats. Il y en a d’autres :`,
  foundFurther: (count) => `${count} de plus`,
  none: 'Rien de ce que vous pouvez voir ne correspond.',
  noneAdvice:
    'Essayez avec moins de mots ou d’autres mots, sans guillemets, ou retirez un filtre. La recherche porte sur les messages, les réponses et les notes des dossiers.',
  help: 'Les mots trouvent des dossiers par ce qui y est écrit ; les filtres restreignent : kind:refund, state:open, from:@anna, older:7d. Les guillemets gardent des mots ensemble, et un moins exclut un mot.',
  inAnswer: 'dans une réponse',
  inNote: 'dans une note',
  more: 'Plus',
  moreByDashboard: 'La suite ne tient pas ici. Ajoutez un mot ou un filtre, ou ouvrez le tableau de bord : ',
  tookTooLong:
    'Cette recherche prend trop de temps. Utilisez des mots qui figurent dans moins de dossiers, ou restreignez-la, par exemple avec newer:4w ou un type.',
  faults: {
    tooLong: (length, max) =>
      `Votre recherche compte ${length} caractères, et ${max} sont acceptés. Gardez les quelques mots qui comptent.`,
    tooMany: (max) => `Cela fait plus de ${max} mots et filtres. Gardez les quelques-uns qui comptent.`,
    nothing: () =>
      'Il n’y a aucun mot à chercher. Écrivez-en un, par exemple export, ou un filtre, par exemple kind:refund. Un moins retire quelque chose des résultats : il lui faut un mot ou un filtre à côté.',
    unknownFilter: (place, typed, meant, filters) =>
      `Au caractère ${place} : le filtre « ${typed}: » n’existe pas. ${meant === null ? `Il y a : ${filters}.` : `Vouliez-vous dire ${meant}: ?`} Pour le chercher comme des mots, mettez-le entre guillemets.`,
    emptyFilter: (place, filter, example) =>
      `Au caractère ${place} : il n’y a rien après ${filter}:. Écrivez-le sans espace, par exemple ${example}.`,
    turnedFilter: (place, filter) =>
      `Au caractère ${place} : un moins retire des mots, pas des filtres. Écrivez plutôt ce que doit être ${filter}:.`,
    notOneOf: (place, filter, typed, meant, choices) =>
      `Au caractère ${place} : ${filter}: ne connaît pas « ${typed} ». ${meant === null ? (choices ? `Choisissez parmi : ${choices}.` : 'Il n’y en a pas ici.') : `Vouliez-vous dire ${filter}:${meant} ?`}`,
    notALength: (place, filter, typed) =>
      `Au caractère ${place} : « ${typed} » n’est pas une durée. Écrivez ${filter}: avec un nombre et h, d ou w, par exemple ${filter}:7d ou ${filter}:2w.`,
    notALanguage: (place, typed) =>
      `Au caractère ${place} : « ${typed} » n’est pas le code d’une langue. Écrivez deux lettres, par exemple lang:da.`,
    notAChannel: (place, typed) =>
      `Au caractère ${place} : « ${typed} » n’est pas un canal. Tapez # et choisissez-le dans la liste, ou écrivez son identifiant.`,
  },
};
