import type { reminders as english } from '../../en/cards/reminders.ts';
import { plural } from '../../plural.ts';

export const reminders: typeof english = {
  waits: (name) => `${name} está à espera`,
  waitsForYou: (name) => `${name} está à sua espera`,
  severalWait: (count) =>
    plural('pt-PT', count, { one: 'Um caso está à sua espera', other: `${count} casos estão à sua espera` }),
  theseWait: (names) => `${names} estão à sua espera`,
  restMenu: 'Estes também esperam; o menu abaixo abre um deles:',
  restLists: (count, mine, list) =>
    `E mais ${count}: ${mine} mostra os seus, e ${list} todos os que estão abertos.`,
  longest: 'Os que esperam há mais tempo:',
  preparedInShort: (words) => `Preparado: “${words}”`,
  preparedDm: (member, send) =>
    `Preparado para ${member}, por mensagem direta. Carregue em ${send} para enviar tal como está:`,
  preparedThread: (member, send) =>
    `Preparado para ${member}, na conversa pública. Carregue em ${send} para enviar tal como está:`,
  summary: (name, why) => `${name}: ${why}`,
  why: {
    first_response: 'O membro ainda não teve resposta.',
    update_due: 'Prometemos notícias ao membro, e ainda não teve nenhuma.',
    next_response: 'O membro espera por uma resposta.',
    department_answer: 'O departamento ainda não disse nada.',
    resolution: 'Ainda não está resolvido.',
    silence: 'O membro não respondeu.',
    wake: 'O caso estava adiado e voltou.',
    community: 'Ainda ninguém da comunidade ajudou.',
  },
  inShort: {
    first_response: 'ainda sem resposta',
    update_due: 'notícias prometidas',
    next_response: 'espera por resposta',
    department_answer: 'o departamento não diz nada',
    resolution: 'ainda não resolvido',
    silence: 'em silêncio',
    wake: 'estava adiado',
    community: 'ninguém ajudou',
  },
  firstResponse: (since) => ['O membro espera por uma primeira resposta desde ', since, '.'],
  nextResponse: (since) => ['O membro espera por uma resposta desde ', since, '.'],
  updateDue: (by) => ['Prometemos notícias ao membro até ', by, ', e ainda não teve nenhuma.'],
  departmentAnswer: (department, since) => [
    `${department} tem este caso desde `,
    since,
    ' e ainda não disse nada.',
  ],
  theDepartment: 'O departamento',
  resolution: (by) => ['Devia estar resolvido até ', by, ', e ainda não está.'],
  wake: (until) => ['O caso estava adiado até ', until, '.'],
  climbed: {
    channel: ' O canal do departamento já foi avisado, e ninguém lá reagiu.',
    again: ' Já houve um lembrete, e ninguém reagiu.',
    further: ' Quem cuida do caso já recebeu um lembrete e não reagiu.',
  },
  awayHere: (who, until) => [who, ' está fora até ', until, ', por isso a mensagem veio para aqui.'],
  awayToYou: (who, until) => [who, ' está fora até ', until, ', por isso a mensagem veio para si.'],
  lostRole: ' já não trabalha em casos',
  hasLeft: ' saiu da comunidade',
  toDo: {
    owner: ' e ainda tem este caso; passe-o a outra pessoa.',
    handler: '; indique outra pessoa como responsável por casos (handler) em hearback.yaml.',
    standIn: '; indique outra pessoa para a substituição.',
    lead: '; indique outra pessoa como responsável de equipa (lead) em hearback.yaml.',
    management: '; indique outra pessoa para a direção (management) em hearback.yaml.',
  },
  department: {
    title: (name, department) => `${name} espera por ${department}`,
    summary: (name, department) => `${name} espera por uma resposta de ${department}`,
    nothing: 'Ainda nada foi dito sobre este caso.',
    nothingSince: (since) => ['Nada foi dito sobre este caso desde ', since, '.'],
    byMail: ' Responda a este e-mail e diga como está. O membro não o vê.',
    byCard: (note) => ` Diga como está: com ${note} fica no caso, para quem trata dele. O membro não o vê.`,
  },
};
