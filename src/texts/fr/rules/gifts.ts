import type { gifts as english } from '../../en/rules/gifts.ts';
import { plural } from '../../plural.ts';

const given = (count: number) =>
  plural('fr', count, { one: `${count} cadeau a été offert`, other: `${count} cadeaux ont été offerts` });
const counted = (count: number) => plural('fr', count, { one: `${count} cadeau`, other: `${count} cadeaux` });

export const gifts: typeof english = {
  kindNever: (kind) =>
    `Aucun cadeau n’est offert pour « ${kind} » : c’est ce que dit hearback.yaml pour ce type de retour. Si le type est faux, changez-le d’abord.`,
  noGifts:
    'Il n’y a pas encore de cadeaux. La personne qui s’occupe de Hearback les ajoute dans hearback.yaml, sous gifts.',
  noAccount:
    'Ce membre n’a pas de compte ici, le cadeau ne pourrait donc pas lui parvenir. Offrez-le par le même chemin que son retour, et notez-le avec /feedback note.',
  toThemselves: 'Personne ne se fait un cadeau à soi-même. Demandez à quelqu’un d’autre de l’équipe.',
  memberKeptOut: 'Le membre est tenu à l’écart de ce dossier, rien ne doit donc lui en parvenir.',
  unknown: (typed, choices) => `Le cadeau « ${typed} » n’existe pas. Choisissez parmi : ${choices}.`,
  perCase: (had, most) =>
    `Ce dossier a déjà ${counted(had)}, et on en offre ${most} au plus par dossier (giftLimits.perCase).`,
  perMember: (most) =>
    `Plus de cadeau pour ce membre ce mois-ci : on en offre ${most} au plus (giftLimits.perMember).`,
  perMonth: (number) =>
    `${given(number)} ce mois-ci, et c’est tout ce qui est prévu (giftLimits.perMonth). Le compte repart à zéro le mois prochain.`,
  budget: (left, all) =>
    `C’est plus que ce qui reste du budget du mois : ${left} sur ${all} (giftLimits.budget).`,
  noCodes:
    'Il ne reste plus de code pour ce cadeau. La personne qui s’occupe de Hearback en importe avec : hearback gifts import',
  lastCodeGone: 'Le dernier code de ce cadeau vient d’être offert. Choisissez un autre cadeau.',
  waits:
    'Ce cadeau attend que quelqu’un d’autre l’approuve (/feedback approve). Pour le dire autrement, jetez-le et proposez-le à nouveau.',
  codePlace: '(le code sera ici)',
  keepPlace: (place) => `Gardez les mots « ${place} » : le code du membre y sera mis.`,
  wordsTooLong: (most) =>
    `Avec un cadeau, restez en dessous de ${most} caractères : il part en un seul message.`,
  unwritten: (problem) => `Les mots pour ce cadeau ne peuvent pas être écrits. ${problem}`,
  wordsGone: 'Les mots de ce cadeau ont été jetés. Proposez-le à nouveau.',
  whyRefused: 'Dites pourquoi ; la personne qui l’a proposé le saura.',
  arrived: 'Ce cadeau est arrivé, ou il est en route.',
  noneWaits: 'Aucun cadeau de ce dossier n’attend un oui ou un non.',
  refused: 'Ce cadeau a déjà été refusé ; rien n’a été envoyé.',
  withdrawn: 'Ce cadeau a été annulé ; rien n’a été envoyé.',
  approved: 'Ce cadeau a déjà été approuvé ; il part une seule fois.',
  ownProposal: 'Vous avez proposé ce cadeau vous-même, quelqu’un d’autre doit donc décider.',
  ownGift: 'Personne ne décide d’un cadeau pour soi-même. Demandez à quelqu’un d’autre de l’équipe.',
  refusedNote: (reason) => `Cadeau refusé : ${reason}`,
  approvedTitle: 'Votre cadeau a été approuvé',
  refusedTitle: 'Votre cadeau a été refusé',
  saidYes: (who, member) => [who, ` a dit oui. Le cadeau est en route vers ${member}.`],
  saidNo: (who) => [who, ' a dit non. Rien n’a été envoyé. La raison :'],
};
