import type { issueForm as english } from '../../en/commands/issue-form.ts';

export const issueForm: typeof english = {
  tooLong:
    'Det er blevet for langt til en formular. Opret det, som det er, eller smid det væk, og skriv et nyt.',
  title: 'Issue for',
  submit: 'Se det først',
  heading: 'Titel',
  text: 'Det, den, der arbejder på det, skal vide',
  textHint: 'Andre kan læse det dér: udelad, hvem medlemmet er, og det, de ikke ville sige offentligt.',
  where: 'Hvor',
  quote: 'Skal medlemmets ord med?',
  quoteNo: 'Nej',
  quoteYes: 'Ja, ord for ord, uden deres navn',
};
