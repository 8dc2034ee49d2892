import type { giving as english } from '../../en/commands/giving.ts';
import { plural } from '../../plural.ts';

export const giving: typeof english = {
  gift: {
    summary: 'Offrir quelque chose au membre pour le dérangement : vous relisez avant l’envoi',
    options: { gift: 'Quel cadeau', note: 'Un mot personnel pour le membre' },
    title: 'Cadeau ·',
    preview: 'Aperçu',
    which: 'Quel cadeau ?',
    line: 'Un mot personnel pour le membre',
    lineHint: (member) => `À ${member}, par message privé. Vous le revoyez avant l’envoi.`,
    lineTooLong: (max) => `Gardez le mot personnel en dessous de ${max} caractères.`,
    onceMore: (member, name) => `Le cadeau repart vers ${member} (${name}).`,
    waitsForYes: (gift, member, name) =>
      `${gift} pour ${member} attend l’accord de quelqu’un d’autre (${name}). Je vous préviens dès que c’est décidé ; d’ici là, rien n’est envoyé.`,
    gone: 'Ce cadeau a été envoyé ou annulé entre-temps.',
  },
  gifts: {
    summary: 'Ce qui a été offert ce mois-ci, ce qui reste, et les derniers cadeaux',
    options: { member: 'Seulement ce que ce membre a reçu', month: 'Un autre mois, par exemple 2026-10' },
    states: {
      proposed: 'attend un accord',
      approved: 'pas encore envoyé',
      given: 'offert',
      refused: 'refusé',
      withdrawn: 'annulé',
      failed: 'n’a pas pu être remis',
    },
    notAMonth: (typed) => `« ${typed} » n’est pas un mois. Écrivez-le comme 2026-10.`,
    noneThere:
      'Il n’y a pas encore de cadeaux. La personne qui s’occupe de Hearback les ajoute dans hearback.yaml, sous gifts.',
    ofMonth: (month) => `Cadeaux de ${month}`,
    sum: (gift, counts, codes) => [gift, ` : ${counts}${codes === '' ? '' : ` ; ${codes}`}`],
    noneGiven: 'aucun offert',
    given: (count) => `${count} ${plural('fr', count, { one: 'offert', other: 'offerts' })}`,
    onTheWay: (count) => `${count} en route`,
    notDelivered: (count) => `${count} non remis`,
    value: (value) => `valeur ${value}`,
    codesLeft: (count) =>
      plural('fr', count, { one: `reste ${count} code`, other: `restent ${count} codes` }),
    heldBack: (count) => `${count} mis de côté depuis la restauration d’une sauvegarde`,
    together: (count, most, value, budget) =>
      `En tout ${count} sur ${most} par mois, valeur ${value}${budget === null ? '' : ` sur ${budget}`}.`,
    noneSeen: 'Vous ne pouvez voir aucun cadeau fait à ce membre.',
    noneListed: 'Aucun à afficher.',
    removed: '(retiré)',
    erased: 'membre effacé',
    by: ' · par ',
    refusedBy: ' · refusé par ',
    approvedBy: ' · approuvé par ',
    ofMember: (count, isAll) => `Ce que ce membre a reçu : ${isAll ? count : `les ${count} derniers`}`,
    last: 'Les derniers',
  },
  refuse: {
    summary: 'Refuser un cadeau proposé par quelqu’un d’autre ; cette personne apprend pourquoi',
    options: { reason: 'Pourquoi ; la personne qui l’a proposé le lira' },
    title: 'Refus ·',
    submit: 'Refuser',
    why: 'Pourquoi pas ?',
    hint: 'La personne qui l’a proposé le lira. Le membre n’en saura rien.',
    refused: (name) =>
      `Refusé : rien n’a été envoyé (${name}). La personne qui l’a proposé apprend pourquoi.`,
  },
  praise: {
    summary: 'Transmettre des mots gentils à la personne concernée, ou à son service',
    options: { person: 'La personne dont on parle', department: 'Le service dont on parle' },
    title: 'Transmettre',
    submit: 'Transmettre',
    onItsWay: (name, to) => [`${name} est en route vers `, to, '. '],
    onItsWayToBoth: (name, to, team) => [`${name} est en route vers `, to, ` et ${team}. `],
    isAsked: (team, send) =>
      `${team} reçoit ces mots quand le membre est d’accord. La question attend sur la carte : appuyez sur « ${send} ».`,
    noPraise: (kind, button) =>
      `Les dossiers du type « ${kind} » ne se transmettent pas. Si ce sont des mots gentils, changez d’abord le type, avec « ${button} » sur la carte ou avec /feedback kind.`,
    mayNotHear:
      'Cette personne n’est pas dans le canal où cela a été dit, ou pas dans cette communauté : rien n’a donc été transmis. Son service peut tout de même recevoir ces mots.',
    whom: 'De qui parle-t-on ?',
    whomHint: 'La personne reçoit les mots, et le chemin vers le message, par message privé.',
    whose: 'Ou de quel service ?',
  },
};
