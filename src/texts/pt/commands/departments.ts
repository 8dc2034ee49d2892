import type { departments as english } from '../../en/commands/departments.ts';

export const departments: typeof english = {
  department: {
    summary: 'O que o seu departamento diz de um caso: ficar com ele, perguntar, propor uma resposta',
    options: {
      do: 'O quê',
      text: 'As suas palavras; o membro não as vê automaticamente',
      department: 'Que departamento, se está em vários',
    },
    choices: {
      take: 'Ficar com ele',
      ask: 'Pedir mais',
      elsewhere: 'Tratado noutro sítio, com uma ligação',
      decline: 'Recusar, com um motivo',
      fixed: 'Corrigido',
      answer: 'Resposta para o membro: um rascunho para o responsável',
      tell: 'Dizer algo ao departamento',
    },
    asked: {
      ask: {
        title: 'Pedir mais',
        submit: 'Perguntar',
        label: 'O que precisa de saber?',
        hint: 'Quem trata do caso recebe-o logo. O membro não o vê.',
      },
      elsewhere: {
        title: 'Noutro sítio',
        submit: 'Indicar',
        label: 'Onde é tratado?',
        hint: 'Uma ligação que comece por https:// e, se quiser, algumas palavras. O membro não o vê.',
      },
      decline: {
        title: 'Recusar',
        submit: 'Recusar',
        label: 'Porque é que não é convosco?',
        hint: 'Para quem trata do caso. O membro não o vê.',
      },
      fixed: {
        title: 'Corrigido',
        submit: 'Corrigido',
        label: 'O que foi feito?',
        hint: 'Para quem trata do caso; pode ficar vazio. O membro não o vê.',
      },
      answer: {
        title: 'Resposta',
        submit: 'Entregar',
        label: 'O que o membro deve ler',
        hint: 'Um rascunho: quem trata do caso lê-o, e envia-o ou não. Nada sai por si.',
      },
      tell: {
        title: 'Dizer ·',
        submit: 'Dizer',
        label: 'O que deve o departamento saber?',
        hint: 'Aparece no canal do departamento, que volta a ter tempo para responder. O membro não o vê.',
      },
    },
    endedHint: 'O caso terminou: as suas palavras ficam guardadas, e quem tratou dele é avisado.',
    takenBy: (who) => [who, ' já ficou com o caso.'],
    hasEnded: (name) => `${name} terminou`,
    endedAndKept: 'Nada foi alterado. As suas palavras ficam no caso, e quem tratou dele foi avisado.',
    reopen: 'Reabrir',
    endedTheyCanReopen: (name) =>
      `${name} terminou, por isso nada foi alterado. As suas palavras ficam guardadas, e quem tratou dele foi avisado: pode reabri-lo.`,
    waitsAsDraft: (name, member) =>
      `Obrigado. Fica como rascunho com quem trata de ${name}: ${member} lê-o quando for enviado.`,
    heard: (name) => `${name}: quem trata do caso foi avisado.`,
    isTold: (name, department) => `${name}: ${department} foi avisado, e volta a ter tempo para responder.`,
    writeStep: (steps) =>
      `Escreva depois do caso uma destas palavras, conforme o que diz o seu departamento: ${steps}. Ou tell, com o que um departamento deve saber.`,
    onlyThey: (department, typed) =>
      `Só ${department} o pode dizer, no seu canal. Para lhe dizer algo: ${typed}`,
    notTheirs:
      'Não está em nenhum dos departamentos que receberam este caso, por isso cabe a eles dizê-lo. Guarde o que sabe como nota: /feedback note.',
    several: (all) => `Está em vários departamentos. Diga por qual: ${all}`,
    notYours: 'Isso cabe a quem trata do caso. Escreva-o antes na conversa do cartão.',
    noneYet: 'Este caso ainda não foi levado a nenhum departamento. Encaminhe-o com /feedback route.',
    sayWhich: (all) => `Diga que departamento: ${all}`,
  },
  escalate: {
    summary: 'Levar um caso mais acima: aos responsáveis de equipa e a um departamento, ou à direção',
    options: {
      level: 'L2 ou L3; sem isso, pergunta-se',
      reason: 'Porquê; o membro nunca o vê',
      department: 'Um departamento que o recebe ao mesmo tempo',
    },
    isAt: (name, level) => `${name} está agora em ${level}. Essas pessoas sabem-no de imediato.`,
    isAtAndOnItsWay: (name, level, department) =>
      `${name} está agora em ${level} e a caminho de ${department}. Essas pessoas sabem-no de imediato.`,
    takenUp: (who, at, more) => [who, ' já o levou mais acima, ', at, `. ${more}`],
    writeLevel:
      'Escreva L2 ou L3 depois do caso: L2 são os responsáveis de equipa e um departamento, L3 a direção.',
    atTheTop: 'Já está com a direção, em L3: acima disso não há ninguém.',
    title: 'Levar acima',
    submit: 'Levar mais acima',
    howFar: 'Até onde',
    why: 'Porquê',
    whyHint: 'Para os responsáveis de equipa, os departamentos e a direção. O membro não o vê.',
    alsoTo: 'Também a este departamento',
    none: 'Nenhum',
  },
};
