import type { mail as english } from '../../en/says/mail.ts';

export const mail: typeof english = {
  answerAbove: 'Merci d’écrire votre réponse au-dessus de cette ligne.',
  subject: (department, community) => `Retour pour ${department} · ${community}`,
  sentBy: (community) =>
    `Envoyé par Hearback pour ${community}. C’est interne : merci de ne pas le transférer au membre.`,
  notRead:
    'Les réponses à cet e-mail ne sont pas lues. Merci de prévenir autrement les personnes qui s’occupent du dossier.',
  isRead: (name) =>
    `Répondez à cet e-mail : vos mots sont gardés dans ${name} comme note pour la personne responsable du dossier. Le membre ne les voit pas.`,
  restricted: (name) => `${name} · dossier restreint`,
  askForIt:
    'Il y a pour vous un dossier que tout le monde ne peut pas voir : rien n’en est dit par e-mail. Merci de demander aux personnes qui s’en occupent.',
};
