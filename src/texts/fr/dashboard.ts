import type { dashboard as english } from '../en/dashboard.ts';
import { plural } from '../plural.ts';
import { door } from './door.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('fr', number, { one, other })}`;

export const dashboard: typeof english = {
  frame: {
    skip: 'Aller au contenu',
    pages: 'Pages',
    signOut: 'Se déconnecter',
    in: 'dans',
    zone: (zone: string) =>
      `Les heures sont celles du fuseau ${zone}. Cette page ne fait que montrer ; on travaille sur les dossiers dans le chat.`,
    live: 'Actualiser toute seule',
    news: 'Il y a du nouveau.',
    show: 'Le voir',
    updated: 'Page actualisée.',
    stale: 'Cette page n’est pas tenue à jour en ce moment. Rechargez-la pour voir pourquoi.',
    print: 'Imprimer',
  },
  pages: {
    cases: 'Dossiers',
    search: 'Recherche',
    barometer: 'Baromètre',
    topics: 'Sujets',
    promises: 'Promesses',
    gifts: 'Cadeaux',
    playbooks: 'Scénarios',
  },
  door,
  installs: {
    installed: {
      title: 'Hearback est installé',
      text: (name) => `Il écoute maintenant dans ${name}. Invitez-le dans vos canaux avec /invite @hearback.`,
    },
    limited: (missing) =>
      `Certains droits ont été écartés (${missing}) : tout ne fonctionnera pas. Rouvrez cette page et accordez-les tous.`,
    again: 'L’installer dans un espace de travail',
    denied: {
      title: 'Rien n’a été installé',
      text: 'Quelqu’un a appuyé sur « Annuler ». Si c’était une erreur, recommencez.',
    },
    expired: {
      title: 'Trop de temps a passé, ou cela a commencé ailleurs',
      text: 'Rien n’a été installé. Recommencez dans ce navigateur et autorisez l’application dans les dix minutes.',
    },
    notNamed: {
      title: 'Cet espace de travail n’est pas suivi ici',
      text: (name, id) =>
        `Rien n’a été installé dans ${name}. Envoyez l’identifiant ${id} à la personne qui gère Hearback ici : elle l’ajoutera à hearback.yaml, et vous pourrez recommencer.`,
    },
    organisation: {
      title: 'Un espace de travail à la fois',
      text: 'L’application a été autorisée pour toute une organisation, ce qui ne fonctionne pas ; elle a été retirée. Recommencez et choisissez un seul espace de travail.',
    },
    failed: {
      title: 'L’application n’a pas pu être installée',
      text: (why) =>
        `Slack a refusé (${why}). Recommencez ; si cela persiste, prévenez la personne qui gère Hearback ici.`,
    },
  },
  notices: {
    spent: {
      title: 'Ce lien n’ouvre rien (ou plus rien)',
      text: 'Un lien sert une seule fois, pendant dix minutes. Demandez-en un nouveau avec /feedback dashboard, ou de la même façon que celui-ci.',
    },
    missing: { title: 'Il n’y a rien ici', text: 'Cela n’existe pas, ou ce n’est pas pour vous.' },
    signedOut: {
      title: 'Il faut d’abord vous connecter',
      text: 'Écrivez /feedback dashboard dans votre communauté pour recevoir un lien. Si votre session est déjà ouverte et que vous venez d’un lien placé ailleurs, continuez simplement :',
    },
    foreign: {
      title: 'Cela ne venait pas de cette page',
      text: 'Rien n’a été fait. Revenez en arrière, rechargez la page et appuyez sur le bouton qui s’y trouve.',
    },
    tooMany: { title: 'C’était beaucoup à la fois', text: 'Attendez quelques minutes et réessayez.' },
    unreadable: {
      title: 'Cela n’a pas pu être lu',
      text: 'Revenez en arrière, rechargez la page et réessayez.',
    },
    notNow: {
      title: 'Pas pour le moment',
      text: 'Impossible de vérifier qui vous êtes en ce moment. Rien n’est perdu ; réessayez dans une minute.',
    },
    tooLong: {
      title: 'C’est trop long',
      text: 'Il y a trop de chiffres à compter d’un coup. Revenez en arrière et choisissez une période plus courte, ou un seul service.',
    },
    broken: {
      title: 'Quelque chose s’est mal passé chez nous',
      text: 'Réessayez. Si cela continue, dites-le à la personne qui s’occupe de Hearback ici.',
    },
  },
  cases: {
    which: 'Quels dossiers',
    open: 'Ouverts',
    finished: 'Terminés',
    all: 'Tous',
    filter: 'Filtrer',
    any: 'tous',
    me: 'moi',
    nobody: 'personne encore',
    apply: 'Afficher',
    clear: 'Sans filtre',
    none: 'Il n’y a pas encore de dossier que vous pouvez voir. Un dossier commence quand quelqu’un signale un message : avec un emoji, par le menu du message ou avec /feedback new.',
    noneOpen:
      'Rien n’est ouvert. Un dossier commence quand quelqu’un signale un message ; ceux qui sont finis sont sous « Terminés ».',
    noneFit: 'Aucun dossier ne correspond à ce filtre. Retirez-en une partie, ou regardez dans « Tous ».',
    counted: (number: number) => count(number, 'dossier', 'dossiers'),
    more: (number: number) => `Plus de ${number} dossiers`,
    next: 'Page suivante',
    first: 'Revenir au début',
    urgentFirst: 'les plus urgents d’abord',
    newestFirst: 'les plus récents d’abord',
    example: 'export kind:refund older:7d',
    search: 'Rechercher',
  },
  fields: {
    state: 'État',
    severity: 'Gravité',
    kind: 'Type',
    department: 'Service',
    handler: 'Responsable',
    channel: 'Canal',
    from: 'Du',
    to: 'Au',
    age: 'Âge',
    member: 'Membre',
    q: 'Mots',
    after: 'Page',
    month: 'Mois',
  },
  faults: {
    title: 'Cette adresse n’a pas pu être lue',
    text: 'Rien n’est affiché pour elle. Corrigez ce qui est indiqué, ou continuez sans filtre.',
    searchTitle: 'Cette recherche n’a pas pu être lue',
    searchText: 'Rien n’a été cherché. Corrigez-la ci-dessus et relancez la recherche.',
    unknown: (value: string) => `« ${value} » est inconnu ici. Choisissez dans la liste.`,
    date: (value: string) => `« ${value} » n’est pas une date. Écrivez-la comme 2026-11-30.`,
    month: (value: string) => `« ${value} » n’est pas un mois. Écrivez-le comme 2026-11.`,
    order: 'La fin est avant le début. Choisissez une fin plus tardive.',
    far: 'Cela fait plus de deux ans. Choisissez une période plus courte.',
    page: 'Ce n’est pas une page de cette liste. Recommencez à la première.',
    tooLong: 'C’est trop long. Écrivez moins de mots.',
    field: (name: string) => `« ${name} » n’est pas un filtre de cette page.`,
  },
  severities: { urgent: 'urgente', high: 'élevée', normal: 'normale', low: 'faible' },
  states: {
    new: 'nouveau',
    open: 'ouvert',
    waiting_on_member: 'en attente du membre',
    waiting_on_team: 'en attente du service',
    solved: 'résolu',
    closed: 'clos',
    closed_unconfirmed: 'clos sans confirmation',
    reopened: 'rouvert',
    dismissed: 'écarté',
    merged: 'réuni à un autre dossier',
  },
  case: {
    flaggedBy: 'Signalé par',
    recorded: 'Enregistré',
    told: 'Reçu',
    inChat: 'Ouvrir le message dans le chat',
    cut: (command: string) =>
      `Ce dossier est long : les parties les plus anciennes ne sont pas affichées. ${command} donne le tout.`,
    story: 'Ce qui s’est passé',
    notes: 'Notes',
    internal: 'interne',
    noNotes: 'Personne n’a rien noté.',
    showAll: 'Tout afficher',
    firstWritten: 'Première version',
    edited: 'Modifié',
    deleted: 'Supprimé',
    notCopied: 'pas copié',
    seen: 'vu par le membre',
    unseen: 'pas vu par le membre',
    picture: (name: string) => `Image : ${name}`,
    roles: {
      source: 'a écrit ce qui a été signalé',
      member: 'a répondu',
      thread: 'a écrit dans le fil',
      context: 'a écrit juste avant',
    },
    replies: {
      draft: 'Brouillon de réponse, pas envoyé',
      queued: 'Réponse en route vers le membre',
      sent: 'Réponse au membre',
      failed: 'Réponse qui n’a pas pu être remise',
      discarded: 'Brouillon jeté',
      community: 'Question aux bénévoles',
      thanks: 'Remerciement à un bénévole',
    },
  },
};
