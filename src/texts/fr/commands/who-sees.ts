import type { whoSees as english } from '../../en/commands/who-sees.ts';

export const whoSees: typeof english = {
  identity: {
    summary: 'Quels comptes sur Slack et Discord sont une même personne ; pour les admins',
    options: {
      do: 'link, unlink ou list',
      person: 'Quelqu’un de cette communauté',
      account: 'Son autre compte, par exemple slack:T0123ABCD/U0456',
    },
    forAdmins: 'Seuls les admins relient les comptes des gens. Demandez à l’un d’eux.',
    noPerson: (id, community) =>
      `Il n’y a personne ${id} dans ${community}. L’identifiant figure sur son profil là-bas : Copy member ID sur Slack, Copy User ID sur Discord (en mode développeur).`,
    linkedAlready: (one, other) => [one, ' et ', other, ' sont déjà reliés.'],
    linked: (one, other) => [one, ' et ', other, ' sont désormais une même personne.'],
    meaning: (one) => [
      'Ce qui est caché à l’un l’est à l’autre, partout. Ce que cette personne fait là-bas sur un dossier de cette communauté, elle le fait en tant que ',
      one,
      ', avec les mêmes droits. Là-bas, ses droits restent ce qu’ils étaient, sauf si un admin de cette autre communauté les relie aussi.',
    ],
    unlinked: (one, other) => [
      one,
      ' et ',
      other,
      ' sont de nouveau deux personnes, pour cette communauté. Ce qui était caché à l’une n’est plus caché à l’autre par ce seul fait.',
    ],
    notTheseTwo: (list) => `Cette communauté n’a pas relié ces deux comptes. ${list} montre ce qu’elle a.`,
    nobodyHere:
      'Cette communauté n’a relié personne à ce compte. Un lien fait par une autre communauté se défait là-bas.',
    none: (link) =>
      `Personne n’est encore relié ici. ${link} suivi d’une personne et de son autre compte s’en charge.`,
    is: (one, other, account) => [one, ' est ', other, ', ', account],
    isBy: (one, other, account, by) => [one, ' est ', other, ', ', account, ', selon ', by],
    more: 'Il y en a d’autres : nommez une personne pour voir les siens.',
    notOneOf: (typed) => `Écrivez link, unlink ou list, pas « ${typed} ».`,
    writeAccount: (communities) =>
      `Écrivez l’autre compte comme communauté/identifiant, par exemple slack:T0123ABCD/U0456. Les communautés sont : ${communities}.`,
    somebodyHere: (community) =>
      `Nommez d’abord quelqu’un de ${community}, puis son compte d’ailleurs. Deux comptes d’ailleurs se relient là-bas.`,
    sameAccount: 'C’est le même compte. Sur une plateforme, chacun n’en a qu’un dans toutes ses communautés.',
  },
  include: {
    summary: 'Laisser revenir dans un dossier quelqu’un qui en était tenu à l’écart',
    options: { person: 'Qui peut le voir de nouveau' },
    done: (name, who) => [`${name} n’est plus caché à `, who, '.'],
  },
  why: {
    summary: 'Qui peut voir un dossier et pourquoi, et qui ne le peut pas ; pour les admins',
    options: { person: 'Seulement cette personne' },
    forAdmins: 'Seuls les admins apprennent qui peut voir un dossier. Demandez à l’un d’eux.',
    sees: (name) => `Peuvent voir ${name}`,
    nobodySees: 'Personne dont le nom soit connu.',
    seesNot: 'Ne peuvent pas le voir',
    nobodyElse: 'Personne parmi ceux qui ont été examinés.',
    byGroup: 'Par un groupe ou un canal, sauf s’il leur est caché',
    byMail: 'Par e-mail : ce qui y a été envoyé',
    mailbox: (address, department) => `qui lit ${address}, la boîte de ${department}`,
    others: (count) =>
      `Autres personnes, non examinées : ${count}. Nommez quelqu’un après le dossier pour en savoir plus. Votre question figure dans le journal d’audit.`,
    noOthers: 'Personne d’autre ne peut le voir. Votre question figure dans le journal d’audit.',
    because: (who, reasons) => [who, ` : ${reasons}`],
    group: (group, members) => `qui est dans le groupe ${group}${members === null ? '' : ` (${members})`}`,
    channel: (channel) => ['qui est dans ', channel, ' et y pose la question'],
    groupSees: (reasons) => ` : le voit, ${reasons}`,
    groupSeesNot: (reasons) => ` : ne le voit pas, ${reasons}`,
    roles: {
      flagger: 'peut signaler des messages',
      moderator: 'modération',
      handler: 'responsable de dossiers',
      lead: 'responsable d’équipe',
      management: 'direction',
      admin: 'admin',
    },
    gone: 'n’est plus là, ou est un bot',
    ofDepartment: (department) => `de ${department}, qui l’a`,
    readsAlong: 'le lit en copie (cc)',
    elsewhere: 'est d’une autre communauté',
    keptOut: 'à l’écart',
    keptOutAs: {
      accused: 'à l’écart : le dossier porte sur cette personne',
      previous_handler: 'à l’écart : s’en est occupé avant',
      conflict: 'à l’écart : conflit d’intérêts',
      otherAccount: 'à l’écart : un autre de ses comptes l’est',
    },
    own: 'porte sur ce que la personne a dit elle-même',
    leadsOnly: 'réservé aux responsables d’équipe, dont elle n’est pas',
    noPart: 'aucun rôle qui le voie, et aucun service qui l’ait',
    handles: 'en est responsable',
    isMember: 'en est le membre',
    flagged: 'l’a signalé',
    follows: 'le suit',
  },
};
