import type { door as english } from '../en/door.ts';

export const door: typeof english = {
  signIn: 'Entrar',
  hello: 'Olá,',
  opens: (community: string) =>
    `Isto abre os casos que pode ver em ${community}, neste navegador, durante oito horas no máximo. Saia quando terminar, sobretudo num aparelho que outras pessoas usam.`,
  open: 'Abrir o painel',
  download: 'Descarregar',
  ready: (community: string) =>
    `O que pediu em ${community} está pronto. Só pode ser descarregado uma vez, por isso faça-o no aparelho onde o quer guardar.`,
  notYou: 'Não é esta pessoa? Então feche a página e avise quem lhe enviou a ligação.',
};
