import type { kept as english } from '../../en/rules/kept.ts';

export const kept: typeof english = {
  noTopic: (topic) => `Le sujet ${topic} n’existe pas. Vérifiez son numéro sur la carte.`,
  ofNoTopic: 'Ce dossier n’appartient à aucun sujet.',
  eraseElsewhere: (workspaceId, userId) =>
    `Cela ne peut pas se faire d’ici. La personne qui s’occupe de Hearback peut le faire : hearback erase --workspace ${workspaceId} --user ${userId}`,
  optedOut:
    'La personne qui a écrit ce message a demandé que rien ne soit enregistré : il ne l’a donc pas été, et rien n’en est gardé. Parlez-lui directement, et répondez-lui sur place.',
  erased:
    'La personne qui a écrit ce message a fait effacer tout ce qu’elle avait écrit jusque-là, il n’est donc pas enregistré de nouveau. Ce qu’elle écrit désormais peut être signalé.',
  otherCase:
    'Ce point concerne un autre dossier. Un point est vu par les personnes qui peuvent voir son dossier : ne nommez pas l’autre, ou ajoutez un point pour lui.',
  erasedMember: 'Membre effacé',
  erasedQuote: '(effacé à la demande du membre)',
  erasedTitle: 'Effacé',
  erasedNotice: 'Ce qui se trouvait ici a été effacé à la demande de la personne concernée.',
};
