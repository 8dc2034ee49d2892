import type { flags as english } from '../../en/says/flags.ts';

export const flags: typeof english = {
  title: 'Sobre a sua sinalização',
  byBot:
    'Mensagens de bots não podem ser assinaladas: ninguém leria a resposta. Se uma pessoa lhe disse algo, registe-o com /feedback new.',
  thanks: 'Obrigado pela sua sinalização',
  gone: 'A mensagem que assinalou foi apagada antes de poder ser registada. Se se lembra do que dizia, registe-o com /feedback new.',
  failed: 'Não foi possível registar uma sinalização',
  unreadable: (channel) => ['Uma mensagem em ', channel, ' foi assinalada, mas não a consigo ler. '],
  hintForStaff:
    'O que me escreve aqui não chega a ninguém e não é guardado. Para fazer algo num caso, carregue num botão do seu cartão ou lembrete, ou escreva um comando: /feedback note FB-12 seguido das suas palavras guarda uma nota, e /feedback help mostra os outros.',
  somebodyOf: (community) => `alguém de ${community}`,
  channelOf: (community) => `um canal de ${community}`,
};
