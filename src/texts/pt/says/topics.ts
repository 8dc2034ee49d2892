import type { topics as english } from '../../en/says/topics.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('pt-PT', number, { one, other })}`;

export const topics: typeof english = {
  withoutWords: 'Sem texto',
  summary: (title, members) => `${title}: ${count(members, 'membro', 'membros')}`,
  said: (members, times) =>
    `${count(members, 'membro disse-o', 'membros disseram-no')} ${times === 1 ? 'uma vez' : `${times} vezes`}`,
  saidSince: (said, since) => [said, ' desde ', since, '. '],
  cameBack: 'Estava corrigido, e voltou.',
  whenFixed: (button) => `Quando estiver corrigido, carregue em ${button}: cada um deles é avisado.`,
  fixedAt: (at) => ['Corrigido, ', at, ': cada um deles é avisado.'],
  quoted: (words) => ` “${words}” · `,
  more: (left) => `e mais ${left}`,
  footer: 'Os casos que nem todos aqui podem ver ficam de fora e não são contados.',
  where: 'Onde',
  departments: 'Departamentos',
  linked: 'Ligados',
  byPeople: 'por pessoas',
  byWords: (found, all) => `${found} de ${all} só pelas palavras: vale a pena confirmar`,
  same: 'O mesmo',
  showAll: 'Mostrar tudo',
  rename: 'Mudar o nome',
  byHand: {
    title: 'Diga ao membro que está corrigido',
    notTold: (topic, name, why) => `${topic} está corrigido, e o membro de ${name} não foi avisado: ${why}`,
    kept: 'este caso não é para todos, por isso nada é dito nele automaticamente.',
    noMessage: 'chegou sem mensagem. Avise-o pela mesma via.',
    empty: 'o modelo não diz nada; avise-o com Responder.',
  },
};
