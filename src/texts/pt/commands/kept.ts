import type { kept as english } from '../../en/commands/kept.ts';
import { plural } from '../../plural.ts';

const of = (one: string, other: string) => (count: number) => plural('pt-PT', count, { one, other });

export const kept: typeof english = {
  title: 'O que se guarda sobre si',
  cases: (count) =>
    plural('pt-PT', count, { one: 'comentário seu registado', other: 'comentários seus registados' }),
  messages: (count) =>
    plural('pt-PT', count, {
      one: 'mensagem que escreveu, em todas as suas versões',
      other: 'mensagens que escreveu, em todas as suas versões',
    }),
  files: (count) =>
    plural('pt-PT', count, { one: 'ficheiro que as acompanha', other: 'ficheiros que as acompanham' }),
  replies: (count) => plural('pt-PT', count, { one: 'resposta que recebeu', other: 'respostas que recebeu' }),
  gifts: (count) => plural('pt-PT', count, { one: 'oferta que recebeu', other: 'ofertas que recebeu' }),
  reported: (count) =>
    plural('pt-PT', count, {
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
    cases: of('caso fechado, sem nome nem palavras', 'casos fechados, sem nome nem palavras'),
    messages: of('mensagem sem as palavras nem o autor', 'mensagens sem as palavras nem o autor'),
    versions: of('versão das palavras', 'versões das palavras'),
    files: of('ficheiro', 'ficheiros'),
    replies: of('resposta que lhe foi dada, esvaziada', 'respostas que lhe foram dadas, esvaziadas'),
    notes: of('nota interna nos seus casos', 'notas internas nos seus casos'),
    gifts: of('oferta no registo, sem dizer quem a recebeu', 'ofertas no registo, sem dizer quem as recebeu'),
    notices: of('aviso que a citava, esvaziado', 'avisos que a citavam, esvaziados'),
    unsent: of('coisa que ia ser dita e já não é', 'coisas que iam ser ditas e já não são'),
    clocks: of('prazo parado', 'prazos parados'),
    intakes: of('evento que tinha chegado', 'eventos que tinham chegado'),
    flags: of('sinalização sua ainda por registar', 'sinalizações suas ainda por registar'),
    traces: of('outro sítio com o seu identificador', 'outros sítios com o seu identificador'),
    audit: of(
      'linha do registo de auditoria, sem dizer quem era',
      'linhas do registo de auditoria, sem dizer quem era',
    ),
  },
};
