import type { recording as english } from '../../en/commands/recording.ts';
import { plural } from '../../plural.ts';

export const recording: typeof english = {
  new: {
    summary: 'Registar feedback que chegou por e-mail, por telefone ou pessoalmente',
    options: {
      text: 'O que foi dito; sem isso, preenche um formulário',
      from: 'Quem o disse, por exemplo a Sra. Olsen',
      origin: 'mail, phone, person ou elsewhere',
      kind: 'De que tipo de feedback se trata',
      severity: 'low, normal, high ou urgent',
      member: 'A conta dessa pessoa aqui, se existir',
      file: 'Uma captura de ecrã ou outro ficheiro que o acompanhava',
    },
    noWords: 'Escreva o que foi dito.',
    somebody: 'alguém',
    thanks: (forLeads) => `Obrigado. ${forLeads}`,
    recorded: (name, origin) =>
      `Registado como ${name}, recebido ${origin}. Não há conversa onde responder: responda pela mesma via, e anote-o.`,
    atOnce: (origins) =>
      `Um formulário não consegue levar o seu ficheiro, por isso ainda nada foi registado. Diga tudo de uma vez, com text, origin (${origins}) e file. Ou indique a conta com member e deixe o ficheiro de fora: o formulário que então se abre tem lugar para ficheiros.`,
    recordedFor: (name, member, origin) =>
      `Registado como ${name} para ${member}, recebido ${origin}. Nada lhe foi enviado: uma resposta segue por mensagem direta quando alguém a enviar.`,
    joined: (name, member) =>
      `Pertence a ${name}, um caso aberto em que ${member} disse o mesmo: as palavras ficam guardadas com ele, e fica lá anotado que as registou.`,
    withFiles: {
      with: (count) =>
        `${plural('pt-PT', count, { one: 'Um ficheiro está a ser copiado', other: `${count} ficheiros estão a ser copiados` })}; se isso falhar, quem cuida do caso é avisado.`,
      left: (names, most) => `Não guardados, porque ${most} ficheiros é o máximo de uma vez: ${names}.`,
    },
    accounts: {
      unknown: 'A conta indicada não é de ninguém aqui, por isso o caso fica apenas com o nome.',
      bot: 'A conta indicada é um bot, por isso o caso fica apenas com o nome.',
      own: 'É sobre palavras suas, por isso outros cuidam dele.',
      staff: (name) => `${name} trabalha em casos aqui, por isso este não lhe é mostrado.`,
      cardStays:
        'O cartão continua no canal de triagem: use /feedback exclude se essa pessoa não o deve ler lá.',
      visitor: (name) => `${name} pertence a outra organização: uma mensagem direta pode não chegar.`,
      left: (name) => `${name} já não está nesta comunidade: uma mensagem direta pode não chegar.`,
    },
    noOrigin: (typed, origins) =>
      `“${typed}” não é uma via por onde chegue feedback. Escolha entre: ${origins}.`,
    title: 'Novo feedback',
    submit: 'Registar',
    what: 'O que foi dito?',
    whom: 'Por quem?',
    account: 'A conta dessa pessoa aqui',
    accountHint: 'Vazio para quem não tem conta. Com isto nada lhe é enviado.',
    files: 'Ficheiros que o acompanhavam',
    how: 'Como chegou?',
    kind: 'De que se trata?',
    severity: 'Que urgência tem?',
  },
  kind: {
    summary: 'Dizer que tipo de feedback é; o que ainda falta segue o guião desse tipo',
    options: { kind: 'O tipo; sem ele, pode escolher' },
    isNow: (name, kind) => `${name} é agora do tipo “${kind}”.`,
    stillToCome: 'O que o membro ainda não sabe espera no cartão por um clique.',
    noAnswer: (problem, reply) =>
      `Não foi possível escrever a resposta: ${problem} Responda à mão com ${reply}.`,
    title: 'Tipo de',
    submit: 'Mudar',
    what: 'De que se trata?',
    hint: 'O que já foi enviado não se repete.',
  },
  severity: {
    summary: 'Mudar a urgência de um caso',
    options: { severity: 'low, normal, high ou urgent' },
    isNow: (name, severity) => `A gravidade de ${name} é agora: ${severity}. Os prazos acompanham-na.`,
  },
  language: {
    summary: 'A língua em que se responde ao membro; uma resposta preparada é reescrita nela',
    options: { language: 'A língua, por exemplo da' },
    isNow: (name, language) => `A língua de ${name} é agora: ${language}.`,
    kept: 'A resposta que espera foi alterada por uma pessoa, por isso ficou como está.',
    anew: 'A resposta que espera foi escrita de novo nessa língua; nada foi enviado.',
    fromNowOn: 'O que se escrever ao membro a partir de agora será nessa língua.',
  },
  template: {
    summary: 'Outro texto em vez da resposta que espera; nada é enviado',
    options: { template: 'Um modelo, ou um tipo para toda a sua resposta; sem isso, pode escolher' },
    waits: (member, name) => `A resposta a ${member} espera no cartão de ${name}. Nada foi enviado.`,
    title: 'Resposta de',
    submit: 'Usar',
    which: 'Que texto?',
    hint: (language) => `Língua: ${language}, se existir. Vê o texto no cartão; nada é enviado.`,
    unknown: (typed, names) =>
      `Não há nenhum modelo “${typed}” que sirva aqui de resposta. Escolha entre: ${names}.`,
  },
  note: {
    summary: 'Guardar uma nota interna num caso',
    options: { text: 'A nota; o membro nunca a vê' },
    title: 'Nota em',
    submit: 'Guardar',
    label: 'Nota interna',
    hint: 'O membro nunca a vê.',
    kept: (name) => `Nota guardada em ${name}. Só a equipa a vê.`,
    keptLate: (name) =>
      `Nota guardada em ${name}, que já terminou. O responsável foi avisado e pode reabri-lo.`,
  },
};
