import type { advice as english } from '../../en/says/advice.ts';

export const advice: typeof english = {
  slackNeeds: {
    invalid_auth: 'SLACK_BOT_TOKEN er ugyldig; kopiér den igen fra OAuth & Permissions',
    not_authed: 'SLACK_BOT_TOKEN mangler',
    account_inactive:
      'appen blev fjernet fra arbejdsområdet; installér den igen, og sæt den nye SLACK_BOT_TOKEN',
    token_revoked: 'tokenet blev trukket tilbage; installér appen igen, og sæt den nye SLACK_BOT_TOKEN',
    token_expired: 'tokenet er udløbet; installér appen igen, og sæt den nye SLACK_BOT_TOKEN',
    not_allowed_token_type: 'SLACK_BOT_TOKEN skal være et bot-token (xoxb-…)',
    team_access_not_granted:
      'appen har ikke adgang til dette arbejdsområde; en ejer af organisationen skal give den',
    no_permission: 'arbejdsområdet tillader ikke appen det; spørg en administrator',
    restricted_action: 'en indstilling i arbejdsområdet forbyder at skrive der; spørg en administrator',
    restricted_action_read_only_channel: 'kanalen er skrivebeskyttet; lad appen skrive i den',
    restricted_action_thread_only_channel: 'kanalen tillader kun tråde; vælg en anden',
    restricted_action_non_threadable_channel: 'kanalen tillader ingen tråde; vælg en anden',
    ekm_access_denied: 'organisationen har lukket for adgangen til sine beskeder',
  },
  slack: {
    is_archived:
      'kanalen er arkiveret; hent den frem, og invitér botten igen, eller angiv en anden i hearback.yaml',
    message_not_found: 'beskeden blev slettet',
    thread_not_found: 'beskeden, som tråden hang under, blev slettet',
    user_not_found: 'ingen i arbejdsområdet har dette id',
    file_deleted: 'filen blev slettet',
    messages_tab_disabled: 'ingen kan skrive med appen; slå "Messages Tab" til under App Home i Slack-appen',
    cannot_dm_bot: 'det er en bot',
    user_disabled: 'kontoen blev deaktiveret',
    user_not_visible: 'appen må ikke se denne person; de er i et andet arbejdsområde',
    user_is_restricted: 'det er en gæst, som appen ikke må skrive til; en administrator kan tillade det',
    cannot_reply_to_message: 'denne slags besked kan ikke besvares',
  },
  notInvited: (code) => `invitér botten til kanalen: /invite @hearback (${code})`,
  scope: (scope) => `tilføj rettigheden ${scope} (OAuth & Permissions), og installér appen igen`,
  someScope: 'som dette kræver',
  discord: {
    10003: 'kanalen blev slettet; angiv en anden i hearback.yaml',
    10008: 'beskeden blev slettet',
    10013: 'ingen har dette id',
    40067: 'forummet tager intet opslag uden et mærke; slå det fra i dets indstillinger',
    40003: 'for mange blev skrevet til for første gang inden for få minutter',
    50007: 'personen tager ikke imod direkte beskeder fra denne server, eller har blokeret botten',
    50278: 'personen og botten er ikke på samme server',
    160006: 'serveren har for mange aktive tråde; luk nogle af dem',
    200000: 'AutoMod blokerer teksten; undtag bottens rolle under Server Settings → AutoMod',
    240000: 'teksten har et link, som serveren ikke tillader',
  },
  tokenRefused:
    'bottens token blev afvist. Kopiér et nyt fra Developer Portal (din applikation → Bot → Reset Token) til DISCORD_TOKEN, og genstart.',
  grant: (permissions, where) =>
    `botten skal have ${permissions} i ${where}. Giv det til bottens rolle under Server Settings → Roles, eller i kanalen under Edit Channel → Permissions.`,
  locked: (where, grant) => `${where} er låst: lås op, eller ${grant}`,
  contentOff:
    'Discord udelader det, folk skriver. Åbn din applikation i Developer Portal → Bot → Privileged Gateway Intents, slå "Message Content Intent" til, gem, og genstart Hearback.',
  notThere: (server) => `invitér botten til server ${server}: den er der ikke`,
  uninvited: (server) =>
    `botten må ikke vise sine kommandoer på server ${server}: invitér den igen med bot og applications.commands (Developer Portal → OAuth2 → URL Generator).`,
  places: { channel: 'kanal', server: 'server', thread: 'tråd', forum: 'forum' },
  unset: (name) => `${name} er ikke sat i miljøet`,
  tokenWrong: 'tokenet er forkert eller udløbet; lav et nyt',
  tokenMayNot: 'tokenet må ikke dette; lad det læse og skrive issues',
  noProject: (project) =>
    `projektet ${project} er der ikke for dette token; lad dets konto se projektet og oprette issues`,
  noRepository: (repository) =>
    `${repository} er der ikke for dette token; lad tokenet læse og skrive dets issues, eller ret navnet`,
};
