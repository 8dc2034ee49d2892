import type { issueForm as english } from '../../en/commands/issue-form.ts';

export const issueForm: typeof english = {
  tooLong:
    'C’est devenu trop long pour un formulaire. Créez-le tel quel, ou jetez-le et écrivez-en un nouveau.',
  title: 'Ticket pour',
  submit: 'Aperçu',
  heading: 'Titre',
  text: 'Ce qu’il faut savoir pour y travailler',
  textHint:
    'D’autres peuvent le lire là-bas : ne dites pas qui est le membre, ni ce qu’il ne dirait pas en public.',
  where: 'Où',
  quote: 'Ajouter les mots du membre ?',
  quoteNo: 'Non',
  quoteYes: 'Oui, mot pour mot, sans son nom',
};
