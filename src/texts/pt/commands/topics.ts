import type { topics as english } from '../../en/commands/topics.ts';

export const topics: typeof english = {
  choices: {
    show: 'Mostrar um, ou todos',
    link: 'Um caso pertence-lhe',
    unlink: 'Um caso é sobre outra coisa',
    merge: 'É o mesmo que outro tema',
    rename: 'Dar-lhe outro nome',
    fixed: 'Está corrigido: avisar os membros',
  },
  fixedAndTold: (topic) => `${topic} já está corrigido, e os membros foram avisados.`,
  somebodyQuicker: (topic) => `${topic} já está corrigido: alguém foi mais rápido.`,
  willHear: (members) =>
    `Muito bem! Vão sabê-lo ${members}, um após outro, cada um na sua língua. Se não conseguir avisar algum, digo-o a quem trata do seu caso.`,
  fixedForm: {
    title: (topic) => `${topic} corrigido`,
    submit: 'Avisar',
    who: 'Quem é avisado da correção?',
    hint: 'Cada um uma vez, na sua língua, onde o caso é respondido. Veja primeiro as ligações duvidosas.',
    all: (members) => `Todos: ${members}`,
    onlyLinked: (count) => `Só os ${count} que alguém ligou`,
  },
  notForEverybody:
    'Este caso não é para todos, por isso não faz parte de nenhum tema: o que muitos veem revelá-lo-ia.',
  otherNotForEverybody: 'O outro caso não é para todos, por isso não faz parte de nenhum tema.',
  sameCase: 'Esse é o mesmo caso. Indique outro.',
  belongs: (name, show) => `${name} faz parte dele. ${show} mostra com quem.`,
  isAboutElse: (name, topic) => `${name} é sobre outra coisa, e não volta a ser proposto com ${topic}.`,
  notNamed: (typed, example, list) =>
    `“${typed}” não é um tema nem um caso. Escreva-o como T-4 ou ${example}; ${list} mostra os temas.`,
  nameCase: (typed) => `Indique um caso, por exemplo: ${typed}`,
  noneSame: 'Não parece haver aqui dois casos sobre a mesma coisa. Quando houver, os cartões dizem-no.',
  title: 'Temas',
  listed: (title, members, cases) => ` ${title} · ${members}, ${cases}`,
  fixedOn: (at) => [' · corrigido ', at],
  showsOne: (typed) => `${typed} mostra um.`,
  noTopic: (topic, list) => `Não existe aqui o tema ${topic}. ${list} mostra todos.`,
  ofNoTopic: 'Este caso não pertence a nenhum tema.',
  rename: {
    title: (topic) => `Mudar ${topic}`,
    submit: 'Mudar o nome',
    label: 'De que se trata?',
    hint: 'Interno: os membros nunca o veem.',
  },
};
