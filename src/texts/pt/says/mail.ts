import type { mail as english } from '../../en/says/mail.ts';

export const mail: typeof english = {
  answerAbove: 'Escreva a sua resposta acima desta linha.',
  subject: (department, community) => `Feedback para ${department} · ${community}`,
  sentBy: (community) =>
    `Enviado pelo Hearback em nome de ${community}. É interno: por favor não o reencaminhe ao membro.`,
  notRead: 'As respostas a este e-mail não são lidas. Avise de outra forma quem cuida do caso.',
  isRead: (name) =>
    `Responda a este e-mail, e as suas palavras ficam em ${name} como nota para quem cuida do caso. O membro não as vê.`,
  restricted: (name) => `${name} · caso restrito`,
  askForIt:
    'Há um caso para vocês que nem todos podem ver, por isso nada dele é dito por e-mail. Perguntem, por favor, a quem cuida dele.',
};
