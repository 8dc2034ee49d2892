import type { ownData as english } from '../../en/commands/own-data.ts';

export const ownData: typeof english = {
  privacy: {
    summary: 'O que é guardado sobre si: vê-lo, levá-lo consigo, mandá-lo apagar, ou não participar',
    options: {
      person: 'Outra pessoa, para administradores: quando o tiver pedido por e-mail',
      do: 'export, erase, opt-out ou opt-in',
    },
    onlyYourself:
      'Só pode perguntar por si: não indique a pessoa. Os administradores podem fazê-lo por alguém que lhes escreveu.',
    notOneOf: (typed) => `Escreva export, erase, opt-out ou opt-in, e não “${typed}”.`,
    byHand: (command) => ['Quem gere o Hearback obtém-no com ', command, ' e pode enviá-lo.'],
    theirOwn: 'Cada pessoa leva os seus próprios dados: basta escrever /feedback privacy.',
    noAddress:
      'Não é possível descarregar aqui, porque este Hearback não tem endereço web. Peça que lho enviem.',
    download: 'Descarregar tudo o que é guardado sobre si',
    downloadUntil: (link, until) => [
      link,
      '. A ligação funciona uma só vez, até ',
      until,
      ', e é só para si.',
    ],
    nothingErased: 'Nada foi apagado.',
    notYet:
      'Neste momento está a ser registado ou enviado algo desta pessoa. Ainda nada foi apagado. Tente de novo daqui a um minuto.',
    erased: (number, at) => [`Apagado. Recibo ${number}, `, at, '.'],
    title: { own: 'Apagar os meus dados', theirs: 'Apagar esta pessoa' },
    submit: 'Continuar',
    sure: {
      own: 'Apagar tudo sobre si? É definitivo.',
      theirs: 'Apagar tudo desta pessoa? É definitivo.',
    },
    hint: 'Palavras, ficheiros, respostas e nomes desaparecem. As mensagens no próprio chat ficam lá.',
    keep: 'Não, guardar',
    erase: (community) => `Sim, apagar em ${community}`,
    optedOut: {
      own: 'Deixou de participar: nada do que escrever a partir de agora é registado, mesmo que alguém o assinale. O que já estava registado fica até ser apagado. Volte a participar com /feedback privacy.',
      theirs:
        'Esta pessoa deixou de participar: nada do que escrever a partir de agora é registado, mesmo que alguém o assinale. O que já estava registado fica até ser apagado.',
    },
    optedIn: {
      own: 'Voltou a participar: quando alguém assinala o que escreve, fica registado, e recebe resposta.',
      theirs: 'Esta pessoa voltou a participar: o que escreve pode ser assinalado.',
    },
  },
  transcript: {
    summary: 'Um caso com toda a sua história num ficheiro, para si ou para o membro',
    options: { as: 'html, md ou json', for: 'staff, ou member: só o que disse e viu' },
  },
};
