import type { drafts as english } from '../../en/cards/drafts.ts';
import { plural } from '../../plural.ts';

export const drafts: typeof english = {
  toDm: (member) => `Réponse à ${member} par message privé, `,
  toThread: (member) => `Réponse à ${member} dans le fil public, `,
  asWritten: (by) => ['telle que ', by, ' l’a écrite.'],
  inLanguage: (language) => `en ${language}.`,
  noTemplates: (language, wanted) => `en ${language}, car il n’y a pas de modèles en ${wanted}.`,
  languageChanged: (language, wanted) => `en ${language} ; la langue du dossier est maintenant : ${wanted}.`,
  missing: (language, wanted, count, names) =>
    `en ${language}, car ${plural('fr', count, { one: 'ce modèle n’existe', other: 'ces modèles n’existent' })} pas en ${wanted} : ${names}.`,
  named: (name) => `« ${name} »`,
  giftWaits: ' Un cadeau l’accompagne, qui attend l’accord de quelqu’un d’autre :',
  waitsThenMember: (member) => ` En attente de votre clic ; ensuite, le dossier attend ${member} :`,
  waits: ' En attente de votre clic :',
  preview: {
    title: (name) => `Aperçu · ${name}`,
    summary: (member) => `Aperçu de votre réponse à ${member}`,
    toDm: (member, send) => [
      'Destinataire : ',
      member,
      `, par message privé. Rien ne part avant que vous appuyiez sur « ${send} ».`,
    ],
    toThread: (member, send) => [
      'Destinataire : ',
      member,
      `, dans le fil public, où tout le monde peut le lire. Rien ne part avant que vous appuyiez sur « ${send} ».`,
    ],
    thenWaits: (member) =>
      ` Le message pose une question : le dossier attend donc ensuite ${member}. Sans réponse, ${member} recevra un rappel, puis le dossier sera clos.`,
  },
  asksTwice: {
    title: (name) => `Déjà demandé · ${name}`,
    summary: (member) => `On l’a déjà demandé à ${member}, ou ${member} l’a déjà dit. Rien n’a été envoyé.`,
    asked: (member) =>
      `On l’a déjà demandé à ${member}, ou ${member} l’a déjà dit ; rien n’a donc encore été envoyé :`,
    advice: (edit) =>
      `Se voir poser deux fois la même question donne l’impression de ne pas être entendu. « ${edit} » permet de retirer les questions.`,
  },
};
