import type { toDo as english } from '../../en/says/to-do.ts';
import { plural } from '../../plural.ts';

export const toDo: typeof english = {
  nothing: 'Não há mais nada para hoje',
  cases: (count) => plural('pt-PT', count, { one: 'Um caso para hoje', other: `${count} casos para hoje` }),
  summary: (title, community) => `${title} em ${community}`,
  allDone: 'O que havia a fazer está feito. Tenha um bom dia.',
  goodMorning: (community) => `Bom dia. Isto espera por si em ${community}:`,
  afterThose: 'Seus, depois dos que estão abaixo',
  yours: 'Seus',
  footer: (command) => `A sua lista do dia. Para a desligar: ${command}`,
  more: (left) => `e mais ${left}: /feedback mine`,
  openAnother: 'Abrir outro …',
  due: {
    first_response: 'primeira resposta até',
    next_response: 'resposta até',
    update_due: 'notícias ao membro até',
    department_answer: 'voltar a perguntar ao departamento:',
    resolution: 'a resolver até',
    silence: 'o membro não disse nada até',
    wake: 'volta:',
    community: 'a comunidade tinha tempo até',
  },
  memberWaits: 'o membro espera por uma resposta',
  draftWaits: 'há uma resposta escrita à espera do seu clique',
  message: 'mensagem',
};
