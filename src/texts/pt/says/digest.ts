import type { digest as english } from '../../en/says/digest.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('pt-PT', number, { one, other })}`;

export const digest: typeof english = {
  name: 'Resumo',
  since: (name, from) => `${name} · desde ${from}`,
  from: (name, from, to) => `${name} · ${from} a ${to}`,
  runningFooter: 'Como está agora, com o que pode ver.',
  footer: 'Os casos que nem todos aqui podem ver ficam de fora.',
  quietSoFar: 'Tudo calmo até agora: nada de novo, nada atrasado, nada por decidir.',
  quietTime:
    '🌿 Um período calmo: não chegou nada de novo, nada está atrasado e não há nada por decidir. Aproveitem a reunião, ou dispensem-na.',
  quiet: 'um período calmo',
  summary: (opened, overdue, items) =>
    `${count(opened, 'novo', 'novos')}, ${count(overdue, 'atrasado', 'atrasados')}, ${items} para a reunião`,
  more: (left) => `e mais ${left}`,
  newCases: (opened) => count(opened, 'caso novo', 'casos novos'),
  comparedAndKinds: (compared, kinds) => ` (${compared})${kinds === '' ? '' : `: ${kinds}`}.`,
  sameAsBefore: 'tantos como da última vez',
  moreThanBefore: (many) => `mais ${many} do que da última vez`,
  fewerThanBefore: (many) => `menos ${many} do que da última vez`,
  satisfaction: (mean, ratings) =>
    ` Satisfação ${mean} em 5, de ${count(ratings, 'avaliação', 'avaliações')}.`,
  overdue: 'Atrasados',
  late: {
    first_response: (ago) => `primeira resposta em falta ${ago}`,
    next_response: (ago) => `resposta em falta ${ago}`,
    update_due: (ago) => `notícias ao membro em falta ${ago}`,
    department_answer: (ago) => `resposta do departamento em falta ${ago}`,
    resolution: (ago) => `solução em falta ${ago}`,
    other: (ago) => `em falta ${ago}`,
  },
  justNow: 'desde agora mesmo',
  promised: 'Prometido até à próxima vez',
  promisedBy: (day) => `até ${day}`,
  promises: (kept) => `Promessas aos membros: ${kept}.`,
  cameBack: 'Voltou a acontecer',
  oneMember: 'Um só membro: ',
  unsatisfied: 'Não satisfeitos',
  rated: (stars) => `deu ${stars} em 5`,
  saysNotSolved: 'diz que não está resolvido',
  praise: 'Elogios 💛',
  items: 'Para a reunião',
  carriedOver: (day) => `por decidir desde ${day}`,
  toDecide: (command) => `Decidido? ${command} e o número. `,
  comesAgain: 'O que não for decidido volta da próxima vez.',
  decided: 'Decidido',
  gifts: 'Ofertas',
  giftsGiven: (names, value) => ` ${names}${value > 0 ? `, valor ${value}` : ''}.`,
  budget: (budget, command) => ` O orçamento é de ${budget} por mês; ${command} mostra o que resta.`,
  thanks: 'Obrigado',
  toHelpers: ' a quem na comunidade resolveu casos: ',
  forNextMeeting: 'Para a próxima reunião',
  asCsv: 'Em CSV',
  digestWithdrawn: 'Este resumo foi retirado',
  listWithdrawn: 'Esta lista foi retirada',
  whyWithdrawn:
    'Uma parte já não é para todos aqui, e o resto não se pode mostrar sem ela. Não é preciso fazer nada: o próximo envio é feito de novo.',
};
