import type { issueForm as english } from '../../en/commands/issue-form.ts';

export const issueForm: typeof english = {
  tooLong: 'Ficou demasiado longo para um formulário. Crie-o como está, ou deite-o fora e escreva um novo.',
  title: 'Issue de',
  submit: 'Pré-visualizar',
  heading: 'Título',
  text: 'O que precisa de saber quem o vai tratar',
  textHint: 'Outros podem lê-lo lá: não diga quem é o membro, nem o que ele não diria em público.',
  where: 'Onde',
  quote: 'Juntar as palavras do membro?',
  quoteNo: 'Não',
  quoteYes: 'Sim, palavra por palavra, sem o nome',
};
