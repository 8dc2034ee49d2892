import type { topics as english } from '../../en/says/topics.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('fr', number, { one, other })}`;

export const topics: typeof english = {
  withoutWords: 'Sans texte',
  summary: (title, members) => `${title} : ${count(members, 'membre', 'membres')}`,
  said: (members, times) =>
    `${count(members, 'membre l’a dit', 'membres l’ont dit')} ${times === 1 ? 'une fois' : `${times} fois`}`,
  saidSince: (said, since) => [said, ' (depuis : ', since, '). '],
  cameBack: 'C’était réparé, et c’est revenu.',
  whenFixed: (button) => `Une fois que c’est réparé, appuyez sur « ${button} » : chaque membre est prévenu.`,
  fixedAt: (at) => ['Réparé (', at, ') : chaque membre est prévenu.'],
  quoted: (words) => ` « ${words} » · `,
  more: (left) => `et ${left} de plus`,
  footer: 'Les dossiers que tout le monde ici ne peut pas voir sont laissés de côté et ne sont pas comptés.',
  where: 'Où',
  departments: 'Services',
  linked: 'Rattachés',
  byPeople: 'par des personnes',
  byWords: (found, all) => `${found} sur ${all} par leurs seuls mots : à vérifier`,
  same: 'Même chose',
  showAll: 'Tout afficher',
  rename: 'Renommer',
  byHand: {
    title: 'Dites au membre que c’est réparé',
    notTold: (topic, name, why) =>
      `${topic} est réparé, et le membre de ${name} n’a pas été prévenu : ${why}`,
    kept: 'ce dossier n’est pas pour tout le monde, rien n’y est donc dit automatiquement.',
    noMessage: 'il est arrivé sans message. Prévenez le membre par le même chemin.',
    empty: 'le modèle ne dit rien ; prévenez-le vous-même avec « Répondre ».',
  },
};
