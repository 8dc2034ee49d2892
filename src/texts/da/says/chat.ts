import type { chat as english } from '../../en/says/chat.ts';

export const chat: typeof english = {
  wentWrong: 'Noget gik galt hos os; intet er ændret. Prøv igen.',
  formTooLate: 'Formularen var for længe om at åbne. Prøv igen.',
  outdated: 'Knappen er fra en ældre version og virker ikke længere. Brug /feedback i stedet.',
  notOurServer: 'Det her hører ikke til en server, jeg tager mig af. Brug /feedback i dit fællesskab.',
  oneMoreStep: 'Der mangler ét skridt.',
  openedLate: 'Det tog for lang tid til at åbne af sig selv. Tryk på knappen for at komme videre.',
  goOn: 'Videre',
  cancel: 'Annuller',
  inMessagesTab:
    'Det ligger nu under fanen *Messages* i denne app. Kun du ser det dér, og det er væk, når du genindlæser Slack.',
  lookedAfterElsewhere:
    'Kanalen deles med et andet arbejdsområde, som tager sig af feedback herfra. Marker beskeden med en emoji, så når den frem til dem.',
  typed: {
    nobody: (option, usage) => `Nævn en person for ${option}, for eksempel @mia. Skriv ${usage}`,
    missing: (option, usage, what) => `${option} mangler. Skriv ${usage}. ${option}: ${what}`,
    surplus: (word, command, usage) => `"${word}" er mere, end ${command} kan tage. Skriv ${usage}`,
    unknown: (word) => `Kommandoen "${word}" kender jeg ikke. Skriv /feedback help for at se, hvad jeg kan.`,
    nearly: (word, usage) => `Kommandoen "${word}" kender jeg ikke. Mente du ${usage}?`,
  },
};
