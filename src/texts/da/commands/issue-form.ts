import type { issueForm as english } from '../../en/commands/issue-form.ts';

export const issueForm: typeof english = {
  tooLong:
    'Det er blevet for langt til en formular. Opret det, som det er, eller smid det væk, og skriv et nyt.',
  title: 'Issue til',
  submit: 'Se det først',
  heading: 'Titel',
  text: 'Hvad skal den, der arbejder på det, vide?',
  textHint: 'Andre kan læse det dér: udelad, hvem medlemmet er, og det, der ikke bør siges offentligt.',
  where: 'Hvor',
  quote: 'Skal medlemmets ord med?',
  quoteNo: 'Nej',
  quoteYes: 'Ja, ord for ord, uden medlemmets navn',
};
