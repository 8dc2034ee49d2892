import type { mail as english } from '../../en/says/mail.ts';

export const mail: typeof english = {
  answerAbove: 'Merci d’écrire votre réponse au-dessus de cette ligne.',
  subject: (department, community) => `Retour pour ${department} · ${community}`,
  sentBy: (community) =>
    `Envoyé par Hearback pour ${community}. C’est interne : merci de ne pas le transférer au membre.`,
  notRead:
    'Les réponses à ce mail ne sont pas lues. Merci de prévenir autrement les personnes qui suivent le dossier.',
  isRead: (name) =>
    `Répondez à ce mail : vos mots sont gardés dans ${name} comme note pour la personne qui suit le dossier. Le membre ne les voit pas.`,
  restricted: (name) => `${name} · dossier restreint`,
  askForIt:
    'Il y a pour vous un dossier que tout le monde ne peut pas voir : rien n’en est dit par mail. Merci de demander aux personnes qui le suivent.',
};
