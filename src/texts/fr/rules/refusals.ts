import type { refusals as english } from '../../en/rules/refusals.ts';

export const refusals: typeof english = {
  already: (state) => `Ce dossier est déjà ${state}.`,
  cannotBecome: (state, wanted) => `Ce dossier est ${state}, il ne peut donc pas devenir ${wanted}.`,
  reopenToBecome: (state, wanted) =>
    `Ce dossier est ${state}, il ne peut donc pas devenir ${wanted}. Rouvrez-le d’abord avec /feedback reopen.`,
  mergedCannot: (state, wanted) =>
    `Ce dossier est ${state}, il ne peut donc pas devenir ${wanted}. Continuez dans le dossier auquel il a été réuni.`,
  merged: 'Ce dossier a été réuni à un autre ; continuez là-bas.',
  reopenFirst: (state) => `Ce dossier est ${state}. Rouvrez-le d’abord avec /feedback reopen.`,
  youHandle: 'Vous êtes déjà responsable de ce dossier.',
  othersHandle:
    'Quelqu’un d’autre est déjà responsable de ce dossier. Pour le reprendre, demandez-lui de vous le confier, ou utilisez /feedback assign.',
  handlesSelf: 'Vous êtes déjà responsable de ce dossier. Choisissez qui doit s’en occuper désormais.',
  theyHandle: 'Cette personne est déjà responsable de ce dossier. Choisissez quelqu’un d’autre.',
  keepsHandler: (kind) =>
    `Qui prend un dossier du type « ${kind} » le garde jusqu’à ce qu’il soit résolu, pour que le membre ne soit pas renvoyé de l’un à l’autre. Seul un responsable d’équipe peut le confier à quelqu’un d’autre ; demandez-lui.`,
  noSeverity: (typed, known) => `« ${typed} » n’est pas une gravité. Choisissez parmi : ${known}.`,
  severityAlready: (severity) => `La gravité est déjà ${severity}.`,
  kindAlready: (kind) => `Le dossier est déjà du type « ${kind} ».`,
  emptyNote:
    'La note est vide. Écrivez-la après le dossier, par exemple /feedback note FB-12 Rappelé, ligne occupée.',
  whyDismissed: 'Dites pourquoi il est écarté ; le motif est gardé avec le dossier.',
  following: 'Vous suivez déjà ce dossier.',
  notFollowing: 'Vous ne suivez pas ce dossier.',
  copied:
    'Cette personne ou ce canal est déjà en copie de ce dossier. Choisissez quelqu’un d’autre ou un autre canal.',
  copiesFull: (most) =>
    `${most} personnes et canaux sont déjà en copie de ce dossier ; retirez-en un d’abord.`,
  copyNotFor: 'Ce dossier n’est pas pour cette personne, elle ne peut donc pas être mise en copie.',
  notCopied:
    'Cette personne ou ce canal n’est pas en copie de ce dossier. Choisissez quelqu’un d’autre ou un autre canal.',
  hasCard: 'Ce canal a déjà une carte de ce dossier.',
  keptOut: 'Cette personne est déjà tenue à l’écart de ce dossier. Choisissez quelqu’un d’autre.',
  notKeptOut: 'Cette personne n’est pas tenue à l’écart de ce dossier.',
  lastToSee:
    'On ne connaît personne d’autre qui travaille sur les dossiers et qui voie celui-ci : il serait perdu. Demandez qu’une autre personne devienne responsable d’équipe ou admin dans hearback.yaml, et laissez-la faire.',
  leadsAlready: 'Ce dossier est déjà réservé aux responsables d’équipe.',
  staffAlready:
    'Tous ceux qui travaillent sur les dossiers voient déjà celui-ci, sauf les personnes tenues à l’écart nommément.',
  notForDepartments:
    'Seuls les responsables d’équipe voient ce dossier, il ne va donc à aucun service. Pour le transmettre, ouvrez-le d’abord à tous ceux qui travaillent sur les dossiers, avec /feedback audience.',
  noChecklist: 'Ce dossier n’a pas de liste de contrôle.',
  checklistLines: (lines) =>
    `La liste de contrôle va de la ligne 1 à la ligne ${lines}. Écrivez l’un de ces numéros.`,
  ticked: 'Cette ligne est déjà cochée.',
  notTicked: 'Cette ligne n’est pas cochée.',
  notRecommended: (kind) =>
    `Rien n’est recommandé pour les dossiers du type « ${kind} ». Notez-le avec /feedback note, ou changez le type.`,
  chooseOne: (choices) => `Choisissez parmi : ${choices}.`,
  whyRecommended: 'Dites pourquoi. La personne qui décide a besoin des raisons.',
  reasonTooLong: (length, most) => `La raison compte ${length} caractères ; restez en dessous de ${most}.`,
  atTop: 'Il est déjà à la direction, au niveau L3 : on ne peut pas monter plus haut.',
  atLevel: (level, above) =>
    `Il est déjà au niveau L${level}. Un dossier ne redescend jamais tout seul ; pour le faire monter encore, choisissez L${above}.`,
};
