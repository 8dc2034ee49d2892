import type { kept as english } from '../../en/commands/kept.ts';
import { plural } from '../../plural.ts';

export const kept: typeof english = {
  title: 'O que se guarda sobre si',
  cases: (count) =>
    plural('pt', count, { one: 'comentário seu registado', other: 'comentários seus registados' }),
  messages: (count) =>
    plural('pt', count, {
      one: 'mensagem que escreveu, em todas as suas versões',
      other: 'mensagens que escreveu, em todas as suas versões',
    }),
  files: (count) =>
    plural('pt', count, { one: 'ficheiro que as acompanha', other: 'ficheiros que as acompanham' }),
  replies: (count) => plural('pt', count, { one: 'resposta que recebeu', other: 'respostas que recebeu' }),
  gifts: (count) => plural('pt', count, { one: 'oferta que recebeu', other: 'ofertas que recebeu' }),
  reported: (count) =>
    plural('pt', count, {
      one: 'mensagem de outros que assinalou',
      other: 'mensagens de outros que assinalou',
    }),
  optedOut: 'Optou por não participar: nada do que escreve é registado.',
  whenRecorded:
    'Uma mensagem é registada quando alguém que cuida do feedback a assinala, com algumas mensagens anteriores e com o que se diz na sua conversa.',
  aboutAnother: 'Privacidade de outra pessoa',
  theyOptedOut: (who) => ['Sobre ', who, ', que optou por não participar: nada do que escreve é registado.'],
  theyDidNot: (who) => ['Sobre ', who, ', que continua a participar.'],
  onlyWhenAsked: 'Faça isto só se essa pessoa lho pediu. Fica no registo de auditoria que o fez.',
  buttons: { export: 'Exportar', erase: 'Apagar', optIn: 'Voltar a participar', optOut: 'Não participar' },
  choices: {
    export: 'Exportar: levar os dados consigo',
    erase: 'Apagar: mandar retirá-los',
    'opt-out': 'Não participar: nada mais é registado',
    'opt-in': 'Voltar a participar',
  },
  nothingThere: 'Não havia nada dessa pessoa.',
  receipt: {
    cases: 'casos fechados, sem nome nem palavras',
    messages: 'mensagens sem as palavras nem o autor',
    versions: 'versões das palavras',
    files: 'ficheiros',
    replies: 'respostas que lhe foram dadas, esvaziadas',
    notes: 'notas internas nos seus casos',
    gifts: 'ofertas no registo, sem dizer quem as recebeu',
    notices: 'avisos que a citavam, esvaziados',
    unsent: 'coisas que iam ser ditas e já não são',
    clocks: 'relógios parados',
    intakes: 'eventos que tinham chegado',
    flags: 'marcas suas ainda por registar',
    traces: 'outros sítios com o seu identificador',
    audit: 'linhas do registo de auditoria, sem dizer quem era',
  },
};
