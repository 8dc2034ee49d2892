import type { flagging as english } from '../../en/commands/flagging.ts';

export const flagging: typeof english = {
  flag: {
    summary: 'Enregistrer un message comme retour, par son lien',
    options: { link: 'Le lien du message' },
    botTold:
      'Les messages de bots ne peuvent pas être signalés : personne ne lirait la réponse. Si une personne vous a dit quelque chose, enregistrez-le avec /feedback new.',
    byBot: 'Les messages de bots ne peuvent pas être signalés : personne ne lirait la réponse.',
    thanksAnd: (leads) => `Merci. ${leads}`,
    thanks: 'Merci. C’est enregistré.',
    recordedAs: (name) => `Merci. C’est enregistré sous ${name}.`,
    belongsTo: (name) =>
      `Merci. Cela fait partie de ${name}, dont quelqu’un s’occupe déjà ; votre signalement y est noté.`,
    gone: 'Ce message n’existe plus. Si vous vous souvenez de ce qu’il disait, enregistrez-le avec /feedback new.',
    noLink:
      'Ce n’est pas un lien vers un message de cette communauté. Copiez-le avec « Copier le lien » dans le menu du message.',
    notWatched:
      'Les messages de ce canal ne sont pas enregistrés. Les canaux qui comptent sont listés sous « watch » dans hearback.yaml.',
    cannotRead: (needed) => `Je ne peux pas lire ce message. ${needed}`,
    title: 'Signaler comme retour',
    submit: 'Enregistrer',
    kind: 'De quoi s’agit-il ?',
    severity: 'Est-ce urgent ?',
    note: 'Note à la modération',
    noteHint: 'Le membre ne la voit jamais.',
  },
  dismiss: {
    summary: 'Pas un retour à traiter : gardé avec un motif, rien n’est dit au membre',
    options: { reason: 'Pourquoi ; gardé avec le dossier' },
    title: 'Écarter',
    submit: 'Écarter',
    why: 'Pourquoi est-il écarté ?',
    whyHint: 'Gardé avec le dossier. Rien n’est dit au membre.',
    isDismissed: (name) => `${name} est écarté ; le motif y est gardé.`,
  },
  approve: {
    summary: 'Approuver un cadeau proposé par quelqu’un d’autre : il part aussitôt',
    onItsWay: (member, name) => `Approuvé : le cadeau est en route vers ${member} (${name}).`,
  },
  discard: {
    summary: 'Jeter la réponse qui attend un clic',
    discarded: (name) => `Jeté ; rien n’a été envoyé pour ${name}.`,
  },
  credit: {
    summary: 'Résolu par la communauté : le dossier est résolu, et on remercie qui a aidé',
    options: { person: 'Qui de la communauté l’a résolu' },
    thanked: (name, who) => [
      `${name} est résolu, et `,
      who,
      ' reçoit un merci sous la question aux bénévoles.',
    ],
    noted: (name, who) => [
      `${name} est résolu, et c’est noté au nom de `,
      who,
      '. Les bénévoles n’ont pas été consultés par un message : remerciez donc cette personne vous-même.',
    ],
    notHere: 'Cette personne n’est pas dans cette communauté. Nommez qui a écrit la réponse utile.',
    title: 'Résolu ·',
    submit: 'Résolu',
    who: 'Qui de la communauté l’a résolu ?',
    whoHint: 'Un merci paraît sous la question, et le membre apprend que c’est résolu.',
  },
  comment: {
    summary: 'Quelques mots sur votre note',
    options: { text: 'Ce que vous aimeriez dire' },
  },
  consent: {
    summary: 'Si vos mots gentils peuvent être transmis',
    options: { say: 'yes ou no' },
    write: 'Écrivez yes (oui) ou no (non).',
  },
};
