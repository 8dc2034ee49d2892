import type { advice as english } from '../../en/says/advice.ts';

export const advice: typeof english = {
  slackNeeds: {
    invalid_auth: 'SLACK_BOT_TOKEN não é válido; copie-o de novo de OAuth & Permissions',
    not_authed: 'falta SLACK_BOT_TOKEN',
    account_inactive:
      'a aplicação foi removida do espaço de trabalho; instale-a de novo e defina o novo SLACK_BOT_TOKEN',
    token_revoked: 'o token foi revogado; instale a aplicação de novo e defina o novo SLACK_BOT_TOKEN',
    token_expired: 'o token expirou; instale a aplicação de novo e defina o novo SLACK_BOT_TOKEN',
    not_allowed_token_type: 'SLACK_BOT_TOKEN tem de ser um token de bot (xoxb-…)',
    team_access_not_granted:
      'a aplicação não tem acesso a este espaço de trabalho; um proprietário da organização tem de o conceder',
    no_permission: 'o espaço de trabalho não o permite à aplicação; peça a um administrador',
    restricted_action: 'uma definição do espaço de trabalho proíbe escrever aí; peça a um administrador',
    restricted_action_read_only_channel: 'o canal é só de leitura; permita que a aplicação escreva nele',
    restricted_action_thread_only_channel: 'o canal só permite conversas; escolha outro',
    restricted_action_non_threadable_channel: 'o canal não permite conversas; escolha outro',
    ekm_access_denied: 'a organização suspendeu o acesso às suas mensagens',
  },
  slack: {
    is_archived:
      'o canal está arquivado; desarquive-o e convide o bot de novo, ou indique outro em hearback.yaml',
    message_not_found: 'a mensagem foi eliminada',
    thread_not_found: 'a mensagem de onde partia a conversa foi eliminada',
    user_not_found: 'ninguém tem este identificador no espaço de trabalho',
    file_deleted: 'o ficheiro foi eliminado',
    messages_tab_disabled:
      'ninguém pode escrever à aplicação; ligue “Messages Tab” em App Home da aplicação Slack',
    cannot_dm_bot: 'é um bot',
    user_disabled: 'a conta foi desativada',
    user_not_visible: 'a aplicação não pode ver esta pessoa; está noutro espaço de trabalho',
    user_is_restricted:
      'é um convidado, a quem a aplicação não pode escrever; um administrador pode permiti-lo',
    cannot_reply_to_message: 'este tipo de mensagem não aceita respostas',
  },
  notInvited: (code) => `convide o bot para o canal: /invite @hearback (${code})`,
  scope: (scope) => `acrescente a autorização ${scope} (OAuth & Permissions) e instale a aplicação de novo`,
  someScope: 'que isto exige',
  discord: {
    10003: 'o canal foi eliminado; indique outro em hearback.yaml',
    10008: 'a mensagem foi eliminada',
    10013: 'ninguém tem este identificador',
    40067: 'o fórum não aceita publicações sem etiqueta; desligue isso nas definições',
    40003: 'escreveu-se pela primeira vez a demasiadas pessoas em poucos minutos',
    50007: 'a pessoa não aceita mensagens diretas de quem está neste servidor, ou bloqueou o bot',
    50278: 'a pessoa e o bot não têm nenhum servidor em comum',
    160006: 'o servidor tem demasiados tópicos ativos; feche alguns',
    200000: 'o AutoMod bloqueia o texto; isente o cargo do bot em Server Settings → AutoMod',
    240000: 'o texto tem uma ligação que o servidor não permite',
  },
  tokenRefused:
    'o token do bot foi recusado. Copie um novo do Developer Portal (a sua aplicação → Bot → Reset Token) para DISCORD_TOKEN e reinicie.',
  grant: (permissions, where) =>
    `o bot precisa de ${permissions} em ${where}. Conceda-o ao cargo do bot em Server Settings → Roles, ou no canal em Edit Channel → Permissions.`,
  locked: (where, grant) => `${where}: bloqueado. Desbloqueie, ou então: ${grant}`,
  contentOff:
    'O Discord omite o que as pessoas escrevem. No Developer Portal abra a sua aplicação → Bot → Privileged Gateway Intents, ligue “Message Content Intent”, guarde e reinicie o Hearback.',
  notThere: (server) => `convide o bot para o servidor ${server}: não está lá`,
  uninvited: (server) =>
    `o bot não pode mostrar os seus comandos no servidor ${server}: convide-o de novo com bot e applications.commands (Developer Portal → OAuth2 → URL Generator).`,
  places: {
    channel: 'canal',
    server: 'servidor',
    thread: 'tópico',
    forum: 'fórum',
    dm: 'mensagens diretas',
  },
  unset: (name) => `${name} não está definido no ambiente`,
  tokenWrong: 'o token está errado ou expirou; crie um novo',
  tokenMayNot: 'o token não pode fazer isto; deixe-o ler e escrever issues',
  noProject: (project) =>
    `o projeto ${project} não é visível para este token; deixe a conta dele consultar o projeto e criar issues`,
  noRepository: (repository) =>
    `${repository} não é visível para este token; deixe-o ler e escrever os issues, ou corrija o nome`,
  renamed: (repository) => `${repository} mudou de nome ou de lugar; escreva o novo nome em hearback.yaml`,
  issuesOff: (repository) => `${repository} tem os issues desligados`,
  tooManyIssues: 'foram criados demasiados issues desde então para encontrar o nosso entre eles',
  noTracker: 'já não está em issues no hearback.yaml',
  notForPrograms: 'o caso já não é para outros programas',
  mailServer: 'O servidor de e-mail',
  noAddress: (department) => `${department} já não tem endereço em hearback.yaml`,
  noMailSet: 'SMTP_URL e MAIL_FROM não estão definidos',
  mailLogin: 'não nos deixa entrar; verifique o utilizador e a palavra-passe em SMTP_URL',
  mailCertificate: (code) => `o certificado não é válido: ${code}`,
  mailUnreached: 'não é possível contactá-lo',
  mailboxLogin: 'o utilizador ou a palavra-passe estão errados',
  mailboxSearch: 'o servidor recusa-se a procurar',
  switchedOff: 'está desligado: o token não está definido',
  filesOnce: (needed) => `Para ter os ficheiros: ${needed}.`,
  filesRefused: 'O Slack não aceitou os ficheiros.',
  pictureOnce: (needed) => `Para o ver como imagem: ${needed}.`,
  pictureRefused: 'O Slack não aceitou a imagem.',
  attachFiles: 'o bot precisa aqui da permissão “Attach Files”',
};
