/** What an issue is to say, before it is made. */
export const issueForm = {
  tooLong: 'It has become too long for a form. Make it as it is, or discard it and write a new one.',
  title: 'Issue for',
  submit: 'Preview',
  heading: 'Title',
  text: 'What whoever works on it needs to know',
  textHint: 'Others may read it there: leave out who the member is, and what they would not say in public.',
  where: 'Where',
  quote: 'Add the member’s words?',
  quoteNo: 'No',
  quoteYes: 'Yes, word for word, without their name',
};
