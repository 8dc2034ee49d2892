import type { timing as english } from '../../en/commands/timing.ts';

export const timing: typeof english = {
  snooze: {
    summary: 'Adiar os lembretes de um caso algum tempo, ou até o membro escrever',
    options: { for: 'Até quando, por exemplo 3d ou amanhã 9:00; member: até o membro escrever' },
    title: 'Adiar',
    submit: 'Adiar',
    again: 'Lembrar-me outra vez daqui a',
    own: 'Ou num momento à sua escolha',
    ownHint: 'Por exemplo sexta-feira 14:30, 24/12 ou daqui a 10 dias',
    rests: (name, until) => [`${name} fica adiado até `, until, '.'],
    restsForMember: (name, member, until) => [
      `${name} fica adiado até ${member} escrever, o mais tardar até `,
      until,
      '.',
    ],
  },
  remind: {
    summary: 'Marcar quando vem o próximo lembrete de um caso',
    options: { when: 'Daqui a quanto tempo ou quando, por exemplo 3d ou amanhã 9:00' },
    comes: (name, at) => [`O próximo lembrete de ${name}: `, at, '.'],
  },
  timezone: {
    summary: 'O seu fuso horário: é por ele que se leem as horas que escreve',
    options: { zone: 'Uma cidade como Lisboa, ou um nome como Europe/Lisbon; reset esquece-o' },
    is: {
      themselves: (zone) => `O seu fuso horário é ${zone}, como escolheu.`,
      platform: (zone) => `O seu fuso horário é ${zone}, segundo o seu perfil.`,
      community: (zone) => `O seu fuso horário é ${zone}, como para todos os que aqui não disseram nada.`,
    },
    isNow: (zone) => `O seu fuso horário é agora ${zone}.`,
    clock: (time) => `Lá são ${time}.`,
    change: (command) => `Para o mudar: ${command} e a sua cidade.`,
    forgotten: 'O que tinha escolhido foi esquecido.',
    title: 'O seu fuso horário',
    save: 'Guardar',
    city: 'A grande cidade mais próxima',
    cityHint: 'Por exemplo Lisboa, Madrid ou Luanda',
  },
  toDo: {
    summary: 'Todas as manhãs, uma mensagem com o que espera por si nesse dia; off desliga-a',
    options: { at: 'Quando, por exemplo 8:30; off' },
    none: 'Não recebe a lista do dia. Escreva o comando com uma hora, por exemplo 8:30, e passa a receber.',
    comes: (time, zone) =>
      `A sua lista do dia chega às ${time} (${zone}), quando algo espera por si. off desliga-a.`,
    stopped: 'A sua lista do dia deixou de chegar.',
    set: (time, zone) =>
      `Em cada dia útil, às ${time} (${zone}), recebe o que espera por si; quando nada espera, não recebe nada.`,
    noClock: (typed) => `Nenhum relógio mostra ${typed}. Escreva uma hora, por exemplo 8:30.`,
    notATime: (typed) => `“${typed}” não é uma hora do dia. Escreva por exemplo 8:30, ou off.`,
  },
  next: {
    summary: 'Tem um quarto de hora: o caso que mais precisa de resposta',
    options: { wish: 'another: quero outro; later: agora não', case: 'Em vez deste' },
    backToOthers: 'Muito bem, o caso está outra vez disponível para os outros.',
    namedBack: (name) => `Muito bem, ${name} está outra vez disponível para os outros.`,
    neither: (typed, another, later) =>
      `“${typed}” não é another nem later. Escreva ${another} para ter outro caso, ou ${later} para devolver o seu.`,
    nothing:
      'De momento não há nada para si: tudo o que está aberto está a ser tratado, está adiado, ou espera pelo membro. Obrigado por perguntar! /feedback list mostra o que está aberto.',
    waitsSince: (since) => ['O membro espera por uma resposta desde ', since, '. '],
    promisedBy: (by) => ['O membro devia ter tido notícias nossas até ', by, '. '],
    yoursUntil: (until) => ['Ninguém mais recebe este caso até ', until, '.'],
    another: 'Outro',
    later: 'Agora não',
    takeOver: 'Ficar com ele',
  },
  tick: {
    summary: 'Marcar uma linha da lista de verificação',
    options: { line: 'O seu número; sem ele, pode escolher', undo: 'yes desmarca-a' },
    title: 'Lista ·',
    submit: 'Marcar',
    what: 'O que está feito?',
    ticked: (name, line) => `${name}: a linha ${line} está marcada.`,
    unticked: (name, line) => `${name}: a linha ${line} está outra vez por fazer.`,
    allDone: 'Está tudo feito na lista de verificação.',
    none: 'Este caso não tem lista de verificação.',
  },
  mine: { summary: 'O que tem para fazer, e o que espera por outros' },
  list: {
    summary: 'Casos abertos, os mais urgentes primeiro; ou os de um certo estado',
    options: { state: 'open (por omissão), all, ou um estado como solved' },
    nothing: 'Aqui não há nada aberto. Bom trabalho.',
    notAState: (typed, states) => `“${typed}” não é um estado. Escolha entre: ${states}.`,
  },
  search: {
    summary: 'Encontrar casos por palavras e filtros, por exemplo atraso kind:delay older:7d',
    options: { query: 'Palavras, "expressões", -sem, kind: state: from: older: …' },
  },
  show: { summary: 'Um caso com a sua história e as suas notas' },
  unfollow: {
    summary: 'Deixar de ter notícias de um caso',
    done: (name) => `Já não segue ${name}.`,
  },
};
