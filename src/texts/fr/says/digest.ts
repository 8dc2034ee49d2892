import type { digest as english } from '../../en/says/digest.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('fr', number, { one, other })}`;

export const digest: typeof english = {
  name: 'Récapitulatif',
  since: (name, from) => `${name} · depuis le ${from}`,
  from: (name, from, to) => `${name} · du ${from} au ${to}`,
  runningFooter: 'La situation en ce moment, avec ce que vous pouvez voir.',
  footer: 'Les dossiers que tout le monde ici ne peut pas voir sont laissés de côté.',
  quietSoFar: 'Tout est calme jusqu’ici : rien de nouveau, rien en retard, rien à décider.',
  quietTime:
    '🌿 Une période calme : rien de nouveau n’est arrivé, rien n’est en retard et il ne reste rien à décider. Profitez de la réunion, ou faites-en l’économie.',
  quiet: 'une période calme',
  summary: (opened, overdue, items) =>
    `${count(opened, 'nouveau', 'nouveaux')}, ${overdue} en retard, ${items} pour la réunion`,
  more: (left) => `et ${left} de plus`,
  newCases: (opened) => count(opened, 'nouveau dossier', 'nouveaux dossiers'),
  comparedAndKinds: (compared, kinds) => ` (${compared})${kinds === '' ? '' : ` : ${kinds}`}.`,
  sameAsBefore: 'autant que la fois précédente',
  moreThanBefore: (many) => `${many} de plus que la fois précédente`,
  fewerThanBefore: (many) => `${many} de moins que la fois précédente`,
  satisfaction: (mean, ratings) => ` Satisfaction ${mean} sur 5, d’après ${count(ratings, 'note', 'notes')}.`,
  overdue: 'En retard',
  late: {
    first_response: (ago) => `première réponse attendue ${ago}`,
    next_response: (ago) => `réponse attendue ${ago}`,
    update_due: (ago) => `nouvelles au membre attendues ${ago}`,
    department_answer: (ago) => `réponse du service attendue ${ago}`,
    resolution: (ago) => `solution attendue ${ago}`,
    other: (ago) => `attendu ${ago}`,
  },
  justNow: 'à l’instant',
  promised: 'Promis d’ici la prochaine fois',
  promisedBy: (day) => `avant le ${day}`,
  promises: (kept) => `Promesses aux membres : ${kept}.`,
  cameBack: 'De retour',
  oneMember: 'Un même membre : ',
  unsatisfied: 'Pas satisfaits',
  rated: (stars) => `a mis ${stars} sur 5`,
  saysNotSolved: 'dit que ce n’est pas résolu',
  praise: 'Compliments 💛',
  items: 'Pour la réunion',
  carriedOver: (day) => `reporté depuis le ${day}`,
  toDecide: (command) => `Décidé ? ${command} et le numéro. `,
  comesAgain: 'Ce qui n’est pas décidé revient la prochaine fois.',
  decided: 'Décidé',
  gifts: 'Cadeaux',
  giftsGiven: (names, value) => ` ${names}${value > 0 ? `, valeur ${value}` : ''}.`,
  budget: (budget, command) => ` Le budget est de ${budget} par mois ; ${command} montre ce qu’il en reste.`,
  thanks: 'Merci',
  toHelpers: ' à celles et ceux de la communauté qui ont résolu des dossiers : ',
  forNextMeeting: 'Pour la prochaine réunion',
  asCsv: 'En CSV',
  digestWithdrawn: 'Ce récapitulatif a été retiré',
  listWithdrawn: 'Cette liste a été retirée',
  whyWithdrawn:
    'Une partie n’est plus visible pour tout le monde ici, et le reste ne peut plus s’afficher sans elle. Il n’y a rien à faire : l’envoi suivant sera refait à neuf.',
};
