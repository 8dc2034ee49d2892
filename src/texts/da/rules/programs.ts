import type { programs as english } from '../../en/rules/programs.ts';

export const programs: typeof english = {
  onItsWay: (tracker) => `Den er allerede på vej til ${tracker}.`,
  isThere: (tracker, address) => `Den er allerede i ${tracker}: ${address}`,
  noTrackers: 'Der er ikke sat nogen trackere op her endnu. De står under "issues" i hearback.yaml.',
  restricted:
    'Det er ikke alle på holdet, der må se sagen, så den kommer ikke til andre programmer. En tracker, der må få sådanne sager, siger det i hearback.yaml.',
  nowhere: 'Der er ingen tracker, sagen kan komme til.',
  unknown: (typed, choices) => `Der er ingen tracker "${typed}" her. Vælg en af: ${choices}.`,
  noTitle: 'Et issue skal have en titel. Skriv med få ord, hvad det handler om.',
  sent: 'Det issue er på vej.',
  made: (address) => `Det issue er allerede oprettet: ${address}.`,
  discarded: 'Det issue er i mellemtiden smidt væk. Skriv et nyt med Issue.',
  draftTitle: (kind, name) => `${kind} fra fællesskabet (${name})`,
  draftBody: (severity, name) =>
    `Hvad der sker, og hvad der skulle ske i stedet:\n\n\nAlvorsgrad: ${severity}. Hearback: ${name}.`,
  failedTitle: (tracker) => `Der kunne ikke oprettes et issue i ${tracker}`,
  failed: (why) => `${why} Når det er bragt i orden, så bed om det igen med Issue.`,
  closed: (issue, status, tracker) => `${issue} er lukket (${status}) i ${tracker}`,
  openedAgain: (issue, tracker) => `${issue} er åbnet igen i ${tracker}`,
  tellMember:
    'Er sagen klaret med det, så sig det til medlemmet, som ikke har fået besked om det automatisk.',
  wasDeleted: 'blev slettet',
  wasMoved: 'blev flyttet',
  wasMovedTo: (place) => `blev flyttet til ${place}`,
  gone: (issue, how, tracker) => `${issue} ${how} i ${tracker}`,
  anIssue: 'Et issue',
  noMoreOfIt: 'Hearback hører ikke mere om det. Er der stadig brug for det, så opret et nyt med Issue.',
  open: (issue) => `Åbn ${issue}`,
  webhookTitle: (name) => `Webhooken ${name} tager ikke imod det, der sendes til den`,
  webhookRefusedTitle: (name) => `Webhooken ${name} tager ikke imod en besked`,
  webhookLong: (outcome) =>
    `I en time er der ikke kommet noget frem dér. Det seneste forsøg endte med: ${outcome}.`,
  webhookRefused: (outcome) =>
    `Den tager imod andre, men én besked er blevet afvist i fem dage og er opgivet. Det seneste forsøg endte med: ${outcome}.`,
  webhookNothingLost:
    'Intet er tabt: hver besked forsøges igen i fem dage og kan sendes igen derefter. Andre webhooks bliver ikke forsinket.',
  webhookMore: (name) =>
    `Den, der driver Hearback, finder ud af mere med: hearback webhooks list og hearback webhooks test ${name}`,
  notTaken: {
    secretUnset: () => 'dens hemmelighed er ikke sat',
    secretUnusable: () => 'dens hemmelighed kan ikke bruges',
    inside: () => 'dens adresse er ikke offentlig; skriv private: true, hvis den er i jeres eget net',
    silent: (seconds) => `intet svar inden for ${seconds} s`,
    unreached: (code) => (code === '' ? 'ingen forbindelse' : `ingen forbindelse (${code})`),
    redirect: (status) => `${status}, en omstilling, som ikke følges`,
    status: (status) => status,
  },
  groups: {
    goneTitle: (group) => `Gruppen ${group} er der ikke mere`,
    gone: (id, gives) =>
      `hearback.yaml siger, at den, der er i den (${id}), ${gives}. Den er slettet eller slået fra, så det får ingen gennem den nu.`,
    emptyTitle: (group) => `Der er ingen i gruppen ${group} mere`,
    empty: (id, gives) =>
      `hearback.yaml siger, at den, der er i den (${id}), ${gives}. Det får ingen gennem den nu.`,
    notLost:
      'Ingen sager er tabt: påmindelser går til den næste i rækken, og det, ingen tager sig af, kommer til triagekanalen.',
    nameAnother:
      'Skriv en anden gruppe i hearback.yaml, eller personer en for en; eller slå gruppen til igen.',
    fill: 'Sæt folk i gruppen, eller skriv andre i hearback.yaml. Deres rettigheder gælder med det samme.',
    renamedTitle: (before, now) => `Gruppen ${before} hedder nu ${now}`,
    renamed: (id, gives) =>
      `hearback.yaml nævner den ved dens id (${id}), så det gælder stadig, at den, der er i den, ${gives}.`,
    takeOut: 'Bruges den til noget andet nu? Så tag den ud af hearback.yaml.',
    roles: {
      flagger: 'en, der må markere beskeder',
      moderator: 'moderator',
      handler: 'sagsbehandler',
      lead: 'leder',
      management: 'medlem af ledelsen',
      admin: 'administrator',
    },
    is: (roles) => `er ${roles}`,
    belongs: (departments) => `hører til ${departments}`,
    isAndBelongs: (roles, departments) => `er ${roles} og hører til ${departments}`,
  },
};
