import type { mail as english } from '../../en/says/mail.ts';

export const mail: typeof english = {
  answerAbove: 'Skriv dit svar over denne linje.',
  subject: (department, community) => `Feedback til ${department} · ${community}`,
  sentBy: (community) =>
    `Sendt af Hearback for ${community}. Det er internt: send det ikke videre til medlemmet.`,
  notRead:
    'Svar på denne mail bliver ikke læst. Giv besked på en anden måde til dem, der tager sig af sagen.',
  isRead: (name) =>
    `Svar på denne mail, så gemmes dine ord på ${name} som en note til den, der tager sig af sagen. Medlemmet ser dem ikke.`,
  restricted: (name) => `${name} · fortrolig sag`,
  askForIt:
    'Der er en sag til jer, som ikke alle må se, så der står intet om den i en mail. Spørg dem, der tager sig af den.',
};
