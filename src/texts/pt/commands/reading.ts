import type { reading as english } from '../../en/commands/reading.ts';

export const reading: typeof english = {
  barometer: {
    summary: 'O ambiente de hoje nos canais acompanhados, e porquê',
    notCounted:
      'Aqui não se conta nada: o hearback.yaml diz hotThreads: false. /feedback list mostra os casos abertos.',
    nothingSaid: 'Nada foi dito nos canais acompanhados desde ontem, tanto quanto os pode ver.',
    lastDay: 'As últimas 24 horas',
    scale: ' (0 é zanga, 50 é nem uma coisa nem outra, 100 é encanto)',
    more: (count) => `e mais ${count}`,
    threadGone: (typed) => `Essa conversa já não existe. ${typed} mostra o ambiente.`,
    notNeeded: 'Anotado: ali não é preciso nada. Não volta a ser proposta.',
  },
  digest: {
    summary: 'Como estão as coisas desde o último resumo, só para si',
    options: { name: 'Que resumo, se houver vários' },
    none: 'Aqui não há resumo: o hearback.yaml diz digests: []. /feedback list mostra os casos abertos.',
    theOneIn: (channel) => ['o de ', channel],
    noSuch: (typed) => `Não existe o resumo “${typed}”. Existe `,
    gone: (typed) => `Este resumo já não existe. ${typed} mostra como estão as coisas.`,
    noAddress:
      'Não é possível descarregá-los aqui: quem gere o Hearback tem de pôr em PUBLIC_URL o endereço a que os navegadores chegam.',
    table: 'Descarregar os casos em tabela',
    download: (link, until) => [
      link,
      ': os que pode ver. A ligação funciona uma só vez, até ',
      until,
      ', e é só para si.',
    ],
  },
  dashboard: {
    summary: 'Os seus casos no navegador, por uma ligação que funciona uma só vez',
    noAddress:
      'Ainda não há painel aqui: quem gere o Hearback tem de pôr em PUBLIC_URL o endereço a que os navegadores chegam. Até lá, /feedback list e /feedback show dizem o mesmo.',
    open: 'Abrir o painel',
    onlyYours: (link, until) => [
      link,
      '. A ligação é só para si: funciona uma só vez, até ',
      until,
      '. Não a passe a ninguém.',
    ],
  },
  export: {
    summary: 'Tudo o que pode ver, ou o que uma pesquisa encontra, num ficheiro para guardar',
    options: { query: 'Palavras e filtros como em search, por exemplo kind:refund older:7d; senão tudo' },
  },
  follow: {
    summary: 'Saber por mensagem direta o que acontece a um caso',
    youFollow: (name, typed) =>
      `Segue ${name}: o que acontecer ao caso chega-lhe por mensagem direta, várias coisas numa só. Para acabar: ${typed}`,
  },
  cases: {
    mostUrgent: (count) =>
      `Estes são os ${count} mais urgentes. /feedback show abre um; encurte a lista com um estado, por exemplo /feedback list solved.`,
  },
};
