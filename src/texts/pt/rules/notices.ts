import type { notices as english } from '../../en/rules/notices.ts';
import { plural } from '../../plural.ts';

export const notices: typeof english = {
  memberAnswered: 'O membro respondeu',
  aboutClosed: 'O membro escreveu sobre um caso fechado',
  aboutDismissed: 'O membro escreveu sobre um caso arquivado',
  memberChanged: 'O membro mudou o que tinha escrito',
  before: 'Antes',
  now: 'Agora',
  openMessage: 'Abrir a mensagem',
  staysClosed: 'Continua fechado, a não ser que o reabra.',
  handedTitle: 'Foi-lhe passado um caso',
  handed: (who) => [who, ' pede-lhe que cuide deste caso a partir de agora.'],
  memberSaid: (member) => `O que ${member} disse:`,
  next: 'A seguir: ',
  takenOverTitle: 'Outra pessoa cuida agora deste caso',
  takenOver: (who) => [who, ' ficou com ele no seu lugar. Já não precisa de fazer nada.'],
  handedOver: (who, to) => [who, ' passou-o a ', to, '. Já não precisa de fazer nada.'],
  notAnsweredTitle: 'O membro não recebeu resposta',
  notAnswered: (problem) =>
    `Não foi possível escrever a resposta: ${problem} Responda à mão com Responder, e avise quem cuida de hearback.yaml e dos modelos.`,
  fileLostTitle: 'Não foi possível guardar um ficheiro',
  fileLost: (name, why) =>
    `“${name}” não está no registo: ${why} Tudo o resto está. Peça o ficheiro a quem o registou e anote o que ele mostra.`,
  yourFileLost: (name, why) =>
    `“${name}”, que veio com o que registou, não está no registo: ${why} Tudo o resto está. Publique-o no fio por baixo do cartão do caso, ou entregue-o a um responsável de equipa se não vê o cartão.`,
  fileFailed: 'A cópia falhou repetidamente. Quem gere o Hearback vê porquê e pode mandar tentar de novo.',
  fileLateTitle: 'Ainda não foi possível copiar um ficheiro',
  fileLate: (name, why) =>
    `“${name}” ainda não está no registo: ${why} Tenta-se de novo de hora a hora, enquanto a ligação funcionar, e saberá como acaba. Guarde o ficheiro até lá.`,
  fileThereTitle: 'O ficheiro sempre chegou',
  fileThere: (name) => `“${name}” já está no registo. Já não precisa de fazer nada.`,
  notAskedTitle: 'A comunidade não foi consultada',
  notAsked: (problem) =>
    `${problem} O caso segue sem os ajudantes: ficam com ele os departamentos do seu tipo, se hearback.yaml indicar algum. Certifique-se de que o membro tem notícias de alguém.`,
  unasked: {
    restricted: 'Nem todos podem ver este caso.',
    unwritten: 'Nada foi escrito.',
    noChannel: 'Não há um canal de ajudantes em hearback.yaml.',
    noMessage: 'Este feedback chegou sem uma mensagem que lhes pudesse ser mostrada.',
    privateChannel: 'Foi dito num canal privado, e lá fica.',
  },
  helpersOverTitle: 'A comunidade não o resolveu',
  helpersOver:
    'Não há departamento indicado para este tipo de feedback (route), por isso agora é vosso. Levem-no a um departamento a partir do cartão, ou respondam ao membro.',
  managementTitle: 'Não foi possível avisar a direção',
  tellManagement: 'Casos como este vão logo para a direção. Avise-a, por favor, pessoalmente.',
  nameManagement:
    'Para que seja avisada por si só, peça que o canal privado da direção seja indicado em hearback.yaml (management), ou as suas pessoas (roles.management.people).',
  lastLeadTitle: 'Mais ninguém podia cuidar dele',
  accusedStays: (who) => [
    who,
    ' parece ser uma das pessoas de quem se fala, mas é o único responsável de equipa ou administrador que resta e de quem se sabe que vê este caso, por isso não foi deixado de fora.',
  ],
  previousStays: (who) => [
    who,
    ' já tratou deste assunto, mas é o único responsável de equipa ou administrador que resta e de quem se sabe que vê este caso, por isso não foi deixado de fora.',
  ],
  nameAnother: (name, who) => [
    `Peça que outra pessoa seja indicada como responsável de equipa ou administrador em hearback.yaml, e depois: /feedback exclude ${name} `,
    who,
  ],
  headsTitle: (kind, severity) => `${kind}, gravidade ${severity}`,
  headsHear: 'Recebe aviso de casos como este assim que chegam. Abrir mostra o que foi dito.',
  inConfidence:
    'Só o veem os responsáveis de equipa, a direção e os administradores; os canais ficam a saber o número, e mais nada.',
  keptAlready: (name) =>
    `Já está vedado a alguém de quem parece tratar: /feedback show ${name} diz a quem. Se se trata de outra pessoa da equipa, deixe-a de fora antes de falarem disso: /feedback exclude ${name} @nome accused`,
  keptFromNobody: (name) =>
    `Até agora não está vedado a ninguém como sendo a pessoa em causa. Se se trata de alguém da equipa, deixe essa pessoa de fora antes de falarem disso: /feedback exclude ${name} @nome accused`,
  forLeads:
    'Ficou registado, e a partir daqui cuidam do caso os responsáveis de equipa. Não se mostra a mais ninguém, por isso guarde-o também para si.',
  lostRoleTitle: 'Alguém que trata de casos já não tem função',
  lostRole: (who, names, more) => [
    who,
    ` ainda tem ${names}${more > 0 ? ` e mais ${more}` : ''}, mas já não trabalha em casos, segundo hearback.yaml e os seus grupos.`,
  ],
  lostRoleAdvice: (name) =>
    `Essa pessoa não pode fazer nada neles, e os seus lembretes vão para a seguinte. Fiquem com os casos, ou passem-nos: /feedback assign ${name} e uma pessoa. Se foi engano, devolvam-lhe a função: fica tudo como antes.`,
  lostRoleUnnamed: 'Um caso que nem todos veem está com alguém que já não tem função',
  lostRoleLeads:
    'hearback.yaml não indica outro responsável de equipa que possa ser avisado. Responsáveis de equipa: /feedback list mostra-vos os casos abertos; fiquem com este, ou passem-no com /feedback assign.',
  missedPraiseTitle: 'As palavras simpáticas não chegaram a todos',
  missedPraise: (people) => [
    'A mensagem também menciona ',
    people,
    '. Não consegui saber a tempo se a podem receber. Transmita-lha a partir do cartão.',
  ],
  unreadableTitle: 'Uma mensagem assinalada chegou sem texto',
  unreadable:
    'O caso está registado, mas não foi possível ler o texto da mensagem. No Discord isto acontece quando a opção Message Content Intent está desligada: ligue-a no Developer Portal em Bot → Privileged Gateway Intents e reinicie o Hearback. Peça-o a quem gere o Hearback.',
  thanksTitle: 'Obrigado pela sua sinalização',
  saidAgain:
    'Este membro já nos tinha falado disto, e alguém já está a cuidar do assunto. O que assinalou foi acrescentado, para que receba uma resposta e não duas.',
  notYetTitle: 'Ainda não está resolvido, diz o membro',
  notYet: (level) =>
    `Perguntou-se ao membro se está resolvido, e a resposta foi que não. Está agora em L${level}, para alguém que ainda não tratou dele.`,
  noReason: 'Não deu nenhum motivo.',
  nobodyHasIt: 'De momento ninguém o tem: Abrir mostra-o, e com Assumir fica com ele.',
  escalated: (level) => `Levado a L${level}`,
  tookUp: (who) => [who, ' levou-o mais acima. Porquê:'],
  tookUpUnsaid: (who) => [who, ' levou-o mais acima, sem dar motivo.'],
  openShows: 'Abrir mostra como está.',
  noLead: (route) =>
    `hearback.yaml não indica nenhum responsável de equipa que possa ser avisado. Leve-o a um departamento com “${route}” no cartão dele.`,
  dismissed: (reason) => `Arquivado: ${reason}`,
  reopened: (reason) => `Reaberto: ${reason}`,
  notSolved: (words) => `Ainda não resolvido: ${words}`,
  rated: (stars, words) => `Avaliado com ${stars} em 5: ${words}`,
  recommends: (choice, reason) => `Recomenda: ${choice}. ${reason}`,
  files: {
    gone: 'o conteúdo já não está guardado',
    empty: 'está vazio',
    notCopied: 'não foi possível copiá-lo',
    tooMany: (most) =>
      `uma mensagem leva ${plural('pt-PT', most, { one: `${most} ficheiro`, other: `${most} ficheiros` })}`,
    tooMuch: (most) => `uma mensagem leva ${most} ao todo`,
    tooLarge: (size, most) => `tem ${size}, e uma mensagem leva ficheiros até ${most}`,
    mailTooLarge: (megabytes) => `tem mais de ${megabytes} MB`,
    mailTooMany: (most) => `de um e-mail guardam-se ${most} ficheiros`,
    mailTooMuch: (megabytes) => `de um e-mail guardam-se ${megabytes} MB`,
    letterTooLarge: (megabytes, most) => `tem ${megabytes} MB, e leem-se e-mails até ${most} MB`,
    letterTooManyParts: 'tem demasiadas partes ou linhas, ou não está escrito como um e-mail',
  },
};
