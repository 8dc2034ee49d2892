import type { sight as english } from '../../en/commands/sight.ts';

export const sight: typeof english = {
  audience: {
    summary: 'Dizer quem pode ver um caso: só os responsáveis de equipa, ou todos',
    options: { who: 'leads ou staff' },
    leadsAlone: (name) =>
      `A partir de agora só os responsáveis de equipa, a direção e os administradores veem ${name}. Nos canais aparece apenas o número; o que as pessoas lá escreveram fica. Os lembretes vão para quem trata do caso, se for responsável de equipa, senão para os responsáveis de equipa.`,
    allStaff: (name) =>
      `Todos os que trabalham em casos voltam a ver ${name}, exceto quem foi deixado de fora pelo nome.`,
    write: 'Escreva leads ou staff: quem pode ver o caso.',
    writeNot: (typed) => `Escreva leads ou staff, não “${typed}”: quem pode ver o caso.`,
  },
  exclude: {
    summary: 'Deixar alguém fora de um caso, seja qual for a sua função',
    options: {
      person: 'Para quem deixa de existir',
      why: 'conflict (por omissão), accused ou previous-handler',
    },
    doesNotExist: (name, who) => [
      `A partir de agora ${name} não existe para `,
      who,
      '. Nos canais aparece apenas o número; o que as pessoas lá escreveram fica. /feedback include deixa essa pessoa voltar.',
    ],
  },
  cc: {
    summary: 'Deixar alguém, ou um canal privado, acompanhar um caso',
    options: {
      do: 'add, remove ou list',
      person: 'Quem o lê',
      channel: 'Ou um canal privado, por exemplo qa',
    },
    choices: { add: 'Deixar ler', remove: 'Tirar da cópia', list: 'Quem o lê' },
    management: 'A direção',
    write: 'Escreva add, remove ou list depois do caso.',
    canRead: (who, name) => [
      who,
      ` pode ler ${name} a partir de agora, e recebe um aviso disso, uma só vez.`,
    ],
    readsNoMore: (who, name) => [who, ` já não lê ${name}. O que lá estava foi retirado.`],
    oneAtATime: 'Indique uma pessoa ou um canal, um de cada vez.',
    nameOne: 'Indique uma pessoa, por exemplo @mia, ou channel: e um canal.',
    elsewhere:
      'Quem é de outro espaço de trabalho só pode acompanhar no canal do seu departamento: indique-o com channel:',
    bot: 'Isso é um bot, e não lê nada. Indique uma pessoa.',
    gone: 'Essa pessoa não está (ou já não está) na comunidade. Indique outra.',
    oneOfThese: (channels) =>
      `Um caso só se mostra em canais privados indicados no hearback.yaml, e esse não é um deles. Escolha entre: ${channels}.`,
    noneNamed:
      'Um caso só se mostra em canais privados indicados no hearback.yaml, e esse não é um deles. Por agora não indica nenhum.',
    isPublic: (channel) =>
      `O canal “${channel}” é público, por isso os membros poderiam lá ler o caso. Torne-o primeiro privado.`,
    nobody: (name, typed) => `Ninguém está em cópia de ${name}. Para o mudar: ${typed} e uma pessoa.`,
    isRead: (name) => `Em cópia de ${name}: `,
  },
};
