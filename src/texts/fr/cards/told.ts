import type { told as english } from '../../en/cards/told.ts';
import { plural } from '../../plural.ts';

export const told: typeof english = {
  forDepartment: (name, kind, department, state) => `${name} · ${kind} pour ${department} · ${state}`,
  copyForDepartment: (name, kind, department, state) =>
    `${name} · ${kind} pour ${department} (copie) · ${state}`,
  keptAsNote:
    'Ce qui s’écrit sous cette carte est gardé comme note. Cela reste interne : le membre ne voit que les réponses envoyées par la personne responsable du dossier.',
  mayQuote: 'Le membre accepte que ces mots vous parviennent, et que vous les citiez.',
  kindWords: 'Ces mots gentils sont pour vous. Il n’y a rien à faire.',

  toRead: (name, kind, state) => `${name} · ${kind} (pour lecture) · ${state}`,
  readAlong: {
    title: (name) => `${name} · pour lecture`,
    added: 'On vous a mis en copie de ce dossier : vous pouvez le voir, et rien ne vous est demandé.',
    follow: (follow, typed) =>
      `Avec « ${follow} », vous apprenez ici ce qui s’y passe. Cela reste dans l’équipe. Pour le revoir plus tard : ${typed}`,
  },
  followed: {
    title: 'Les dossiers que vous suivez',
    news: (names) => `Du nouveau pour ${names}`,
    newsAndMore: (names, count) => `Du nouveau pour ${names} et ${count} de plus`,
    lost: (count) =>
      plural('fr', count, {
        one: 'Un dossier que vous suiviez n’est plus pour vous ; vous ne le suivez donc plus.',
        other: `${count} dossiers que vous suiviez ne sont plus pour vous ; vous ne les suivez donc plus.`,
      }),
    earlier: (count) => `${count} avant cela`,
  },
  management: {
    title: (name, kind, state) => `${name} · ${kind} pour la direction · ${state}`,
    severity: (severities) => `Vous l’apprenez tout de suite, en raison de la gravité : ${severities}.`,
    kind: (kind) => `Vous l’apprenez tout de suite, en raison du type : « ${kind} ».`,
    rated: 'Vous l’apprenez tout de suite, car le membre a noté le suivi de son dossier.',
    ratedWith: (stars) =>
      `Vous l’apprenez tout de suite : le membre a noté le suivi de son dossier ${stars} sur 5.`,
    level: 'Ce dossier est remonté jusqu’à vous : la carte dit par qui, et pourquoi.',
  },
  praise: {
    title: 'Des mots gentils pour vous',
    summary: (member) => `Des mots gentils pour vous, de ${member}`,
    wrote: (member) => `${member} a écrit ceci à propos de ce que vous avez fait. Bravo !`,
    where: 'là où cela a été dit',
  },
  about: (message) => ['à propos de ', message],
  thisMessage: 'ce message',
  restricted: {
    title: (name) => `${name} · dossier restreint`,
    waits: 'Il attend une personne qui peut le voir.',
    kept: (open) =>
      `Ce dossier n’est pas visible pour tout le monde ici ; ses mots restent donc hors du canal. Avec « ${open} », il s’affiche pour vous seulement, si vous en avez le droit.`,
  },
  withdrawn: { title: 'Ce message a été retiré', text: 'Il n’y a rien à faire pour vous ici.' },
  evidence: {
    title: (name, member) => `${name} · fichiers de ${member}`,
    gone: (name) => `${name} · fichiers`,
    notHere: 'Absents ici',
    withdrawn: (open) =>
      `Les fichiers ont été retirés. Avec « ${open} », sur la carte, on voit où en est le dossier, si on en a le droit.`,
  },
  blind: {
    title: 'J’ai peut-être manqué des signalements',
    away: (what) => [
      'J’étais hors connexion un moment. Quand j’ai cherché ce qui avait été signalé entre-temps, je n’ai pas pu lire ',
      what,
      '.',
    ],
    channels: 'la liste des canaux',
    toDo: 'Pour y remédier : ',
    until:
      'En attendant, enregistrez ce que vous y voyez avec /feedback flag ou /feedback new. Je regarde à nouveau au prochain redémarrage ou à la prochaine reconnexion.',
  },
};
