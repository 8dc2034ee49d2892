import type { search as english } from '../en/search.ts';
import { plural } from '../plural.ts';

export const search: typeof english = {
  found: (count) => plural('pt-PT', count, { one: 'Um caso', other: `${count} casos` }),
  foundMore: (count) => `Os ${count} melhores. Há mais:`,
  foundFurther: (count) => `Mais ${count}`,
  none: 'Não se encontrou nada que possa ver.',
  noneAdvice:
    'Tente menos palavras ou outras, sem aspas, ou retire um filtro. A pesquisa percorre as mensagens, as respostas e as notas dos casos.',
  help: 'As palavras encontram casos pelo que lá está escrito; os filtros restringem: kind:refund, state:open, from:@anna, older:7d. As aspas mantêm palavras juntas, e um menos exclui uma palavra.',
  inAnswer: 'numa resposta',
  inNote: 'numa nota',
  more: 'Mais',
  moreByDashboard: 'O resto não cabe aqui. Acrescente uma palavra ou um filtro, ou veja no painel: ',
  tookTooLong:
    'Essa pesquisa demora demasiado. Use palavras que apareçam em menos casos, ou restrinja-a, por exemplo com newer:4w ou um tipo.',
  faults: {
    tooLong: (length, max) =>
      `A sua pesquisa tem ${length} caracteres, e cabem até ${max}. Deixe só as poucas palavras que importam.`,
    tooMany: (max) => `São mais de ${max} palavras e filtros. Deixe só os poucos que importam.`,
    nothing: () =>
      'Não há nenhuma palavra para pesquisar. Escreva uma, como exportação, ou um filtro, como kind:refund. Um sinal de menos exclui algo do que se encontra, por isso precisa de uma palavra ou de um filtro ao lado.',
    unknownFilter: (place, typed, meant, filters) =>
      `No carácter ${place}: não existe o filtro “${typed}:”. ${meant === null ? `Existem estes: ${filters}.` : `Queria dizer ${meant}:?`} Para o pesquisar como palavras, ponha-o entre aspas.`,
    emptyFilter: (place, filter, example) =>
      `No carácter ${place}: não há nada depois de ${filter}:. Escreva sem espaço, como ${example}.`,
    turnedFilter: (place, filter) =>
      `No carácter ${place}: um sinal de menos exclui palavras, não filtros. Escreva antes o que ${filter}: deve ser.`,
    notOneOf: (place, filter, typed, meant, choices) =>
      `No carácter ${place}: ${filter}: não conhece “${typed}”. ${meant === null ? (choices ? `Escolha entre: ${choices}.` : 'Aqui não há nenhum.') : `Queria dizer ${filter}:${meant}?`}`,
    notALength: (place, filter, typed) =>
      `No carácter ${place}: “${typed}” não é uma duração. Escreva ${filter}: com um número e h, d ou w, como ${filter}:7d ou ${filter}:2w.`,
    notALanguage: (place, typed) =>
      `No carácter ${place}: “${typed}” não é o código de uma língua. Escreva duas letras, como lang:da.`,
    notAChannel: (place, typed) =>
      `No carácter ${place}: “${typed}” não é um canal. Escreva # e escolha-o na lista, ou escreva o id dele.`,
  },
};
