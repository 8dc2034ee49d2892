import type { search as english } from '../en/search.ts';
import { plural } from '../plural.ts';

export const search: typeof english = {
  found: (count) => plural('pt', count, { one: 'Um caso', other: `${count} casos` }),
  foundMore: (count) => `Os ${count} melhores. Há mais:`,
  foundFurther: (count) => `Mais ${count}`,
  none: 'Não se encontrou nada que você possa ver.',
  noneAdvice:
    'Tente com menos palavras ou outras, sem aspas, ou tire um filtro. A busca olha as mensagens, respostas e notas dos casos.',
  inAnswer: 'numa resposta',
  inNote: 'numa nota',
  more: 'Mais',
  moreByDashboard: 'O resto não cabe aqui. Acrescente uma palavra ou um filtro, ou veja no painel: ',
  tookTooLong:
    'Essa busca demora demais. Use palavras que apareçam em menos casos ou restrinja-a, por exemplo com newer:4w ou um tipo.',
  faults: {
    tooLong: (length, max) =>
      `Sua busca tem ${length} caracteres, e cabem até ${max}. Fique com as poucas palavras que importam.`,
    tooMany: (max) => `São mais de ${max} palavras e filtros. Fique com os poucos que importam.`,
    nothing: () =>
      'Não há palavra para buscar. Escreva uma, como exportação, ou um filtro, como kind:refund. Um menos tira algo do que se encontra, por isso precisa de uma palavra ou de um filtro ao lado.',
    unknownFilter: (place, typed, meant, filters) =>
      `No caractere ${place}: não existe o filtro "${typed}:". ${meant === null ? `Existem estes: ${filters}.` : `Você quis dizer ${meant}:?`} Para buscar isso como palavras, ponha entre aspas.`,
    emptyFilter: (place, filter, example) =>
      `No caractere ${place}: não há nada depois de ${filter}:. Escreva sem espaço, como ${example}.`,
    turnedFilter: (place, filter) =>
      `No caractere ${place}: um menos tira palavras, não filtros. Escreva o que ${filter}: deve ser.`,
    notOneOf: (place, filter, typed, meant, choices) =>
      `No caractere ${place}: ${filter}: não conhece "${typed}". ${meant === null ? (choices ? `Escolha um destes: ${choices}.` : 'Aqui não há nenhum.') : `Você quis dizer ${filter}:${meant}?`}`,
    notALength: (place, filter, typed) =>
      `No caractere ${place}: "${typed}" não é um período de tempo. Escreva ${filter}: com um número e h, d ou w, como ${filter}:7d ou ${filter}:2w.`,
    notALanguage: (place, typed) =>
      `No caractere ${place}: "${typed}" não é o código de um idioma. Escreva duas letras, como lang:da.`,
    notAChannel: (place, typed) =>
      `No caractere ${place}: "${typed}" não é um canal. Digite # e escolha na lista, ou escreva o id dele.`,
  },
};
