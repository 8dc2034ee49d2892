import type { tone as english } from '../../en/rules/tone.ts';

export const tone: typeof english = {
  hindsight: 'Diz o que a pessoa fez mal, e isso já ninguém pode mudar.',
  repeating: 'Diz que a pessoa não ouviu. Talvez não tenha ficado claro, ou se tenha perdido.',
  fault: 'É sobre quem tem a culpa. O que ajuda a pessoa é o que acontece a seguir.',
  careless: 'Diz que a pessoa não se esforçou. Não sabemos o que tentou.',
  insult: 'Julga a pessoa, não o que aconteceu.',
  obvious: 'O que é fácil para nós não foi fácil para ela, ou não perguntaria. Isto fá-la sentir-se tola.',
  reading: 'Diz que a pessoa não sabe ler, ou que não leu. Talvez fosse difícil de encontrar.',
  alone: 'Diz que o que lhe aconteceu não conta, porque outros não o disseram.',
  condescending: 'Fala com a pessoa como que de cima.',
  exaggerating: 'Faz pouco do que a pessoa sente. É grande o bastante para nos escrever.',
  halfApology: 'Lamenta o que a pessoa sente, não o que aconteceu.',
  calm: 'Quem ouve que se deve acalmar raramente se acalma. Mostrar que se compreende resulta melhor.',
  wrong: 'Discute quem tem razão. Basta dizer o que vemos, e de onde isso pode vir.',
  notUnderstood: 'Diz que é a pessoa que não compreende. Nós podemos dizê-lo melhor.',
  manners: 'Responde à forma como o dizem, não ao que dizem.',
  shuttingDown: 'Fecha a porta. Até um não pode dizer o que ainda é possível.',
  swearing: 'É um palavrão, ou quase.',
  shouting: 'Maiúsculas e filas de sinais leem-se como gritos, mesmo quando a intenção é calorosa.',
};
