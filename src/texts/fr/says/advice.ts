import type { advice as english } from '../../en/says/advice.ts';

export const advice: typeof english = {
  slackNeeds: {
    invalid_auth: 'SLACK_BOT_TOKEN n’est pas valable ; copiez-le de nouveau depuis OAuth & Permissions',
    not_authed: 'SLACK_BOT_TOKEN manque',
    account_inactive:
      'l’application a été retirée de l’espace de travail ; réinstallez-la et définissez le nouveau SLACK_BOT_TOKEN',
    token_revoked:
      'le jeton a été révoqué ; réinstallez l’application et définissez le nouveau SLACK_BOT_TOKEN',
    token_expired: 'le jeton a expiré ; réinstallez l’application et définissez le nouveau SLACK_BOT_TOKEN',
    not_allowed_token_type: 'SLACK_BOT_TOKEN doit être un jeton de bot (xoxb-…)',
    team_access_not_granted:
      'l’application n’a pas accès à cet espace de travail ; un propriétaire de l’organisation doit l’accorder',
    no_permission: 'l’espace de travail ne le permet pas à l’application ; demandez à un administrateur',
    restricted_action: 'un réglage de l’espace de travail interdit d’y écrire ; demandez à un administrateur',
    restricted_action_read_only_channel: 'le canal est en lecture seule ; autorisez l’application à y écrire',
    restricted_action_thread_only_channel: 'le canal n’accepte que des fils ; choisissez-en un autre',
    restricted_action_non_threadable_channel: 'le canal n’accepte pas de fils ; choisissez-en un autre',
    ekm_access_denied: 'l’organisation a suspendu l’accès à ses messages',
  },
  slack: {
    is_archived:
      'le canal est archivé ; désarchivez-le et réinvitez le bot, ou indiquez-en un autre dans hearback.yaml',
    message_not_found: 'le message a été supprimé',
    thread_not_found: 'le message dont dépendait le fil a été supprimé',
    user_not_found: 'personne n’a cet identifiant dans l’espace de travail',
    file_deleted: 'le fichier a été supprimé',
    messages_tab_disabled:
      'personne ne peut écrire à l’application ; activez « Messages Tab » sous App Home de l’application Slack',
    cannot_dm_bot: 'c’est un bot',
    user_disabled: 'le compte a été désactivé',
    user_not_visible:
      'l’application ne peut pas voir cette personne ; elle est dans un autre espace de travail',
    user_is_restricted:
      'c’est un invité, à qui l’application ne peut pas écrire ; un administrateur peut l’autoriser',
    cannot_reply_to_message: 'ce genre de message ne prend pas de réponse',
  },
  notInvited: (code) => `invitez le bot dans le canal : /invite @hearback (${code})`,
  scope: (scope) => `ajoutez l’autorisation ${scope} (OAuth & Permissions) et réinstallez l’application`,
  someScope: 'requise',
  discord: {
    10003: 'le canal a été supprimé ; indiquez-en un autre dans hearback.yaml',
    10008: 'le message a été supprimé',
    10013: 'personne n’a cet identifiant',
    40067: 'le forum n’accepte pas de publication sans étiquette ; désactivez cela dans ses paramètres',
    40003: 'trop de personnes ont reçu un premier message en quelques minutes',
    50007: 'la personne n’accepte pas de messages privés des gens de ce serveur, ou a bloqué le bot',
    50278: 'la personne et le bot n’ont aucun serveur en commun',
    160006: 'le serveur a trop de fils actifs ; fermez-en quelques-uns',
    200000: 'AutoMod bloque le texte ; exemptez le rôle du bot dans Server Settings → AutoMod',
    240000: 'le texte contient un lien que le serveur n’autorise pas',
  },
  tokenRefused:
    'le jeton du bot a été refusé. Copiez-en un nouveau depuis le Developer Portal (votre application → Bot → Reset Token) dans DISCORD_TOKEN et redémarrez.',
  grant: (permissions, where) =>
    `il faut au bot ${permissions} dans ${where}. Accordez-le au rôle du bot dans Server Settings → Roles, ou dans le canal sous Edit Channel → Permissions.`,
  locked: (where, grant) => `${where} : verrouillé. Déverrouillez, ou bien : ${grant}`,
  contentOff:
    'Discord omet ce que les gens écrivent. Dans le Developer Portal, ouvrez votre application → Bot → Privileged Gateway Intents, activez « Message Content Intent », enregistrez et redémarrez Hearback.',
  notThere: (server) => `invitez le bot sur le serveur ${server} : il n’y est pas`,
  uninvited: (server) =>
    `le bot ne peut pas y afficher ses commandes (serveur ${server}) : réinvitez-le avec bot et applications.commands (Developer Portal → OAuth2 → URL Generator).`,
  places: { channel: 'canal', server: 'serveur', thread: 'fil', forum: 'forum', dm: 'les messages privés' },
  unset: (name) => `${name} n’est pas défini dans l’environnement`,
  tokenWrong: 'le jeton est faux ou a expiré ; créez-en un nouveau',
  tokenMayNot: 'le jeton n’a pas ce droit ; permettez-lui de lire et d’écrire les tickets',
  noProject: (project) =>
    `ce jeton ne voit pas le projet ${project} ; permettez à son compte de le consulter et d’y créer des tickets`,
  noRepository: (repository) =>
    `ce jeton ne voit pas ${repository} ; permettez-lui d’en lire et écrire les tickets, ou corrigez le nom`,
  renamed: (repository) =>
    `${repository} a été renommé ou déplacé ; indiquez son nouveau nom dans hearback.yaml`,
  issuesOff: (repository) => `les tickets de ${repository} sont désactivés`,
  tooManyIssues: 'trop de tickets ont été créés depuis pour y retrouver le nôtre',
  noTracker: 'il n’est plus sous issues dans hearback.yaml',
  notForPrograms: 'le dossier n’est plus destiné à d’autres programmes',
  mailServer: 'Le serveur de messagerie',
  noAddress: (department) => `${department} n’a plus d’adresse dans hearback.yaml`,
  noMailSet: 'SMTP_URL et MAIL_FROM ne sont pas définis',
  mailLogin: 'il ne nous laisse pas entrer ; vérifiez l’utilisateur et le mot de passe dans SMTP_URL',
  mailCertificate: (code) => `son certificat n’est pas valable : ${code}`,
  mailUnreached: 'il est injoignable',
  mailboxLogin: 'le nom d’utilisateur ou le mot de passe est faux',
  mailboxSearch: 'le serveur refuse de chercher',
  switchedOff: 'la connexion est désactivée : son jeton n’est pas défini',
  filesOnce: (needed) => `Pour avoir les fichiers : ${needed}.`,
  filesRefused: 'Slack n’a pas accepté les fichiers.',
  pictureOnce: (needed) => `Pour l’avoir en image : ${needed}.`,
  pictureRefused: 'Slack n’a pas accepté l’image.',
  attachFiles: 'le bot a besoin de l’autorisation « Attach Files » ici',
};
