import type { dashboard as english } from '../en/dashboard.ts';
import { plural } from '../plural.ts';
import { door } from './door.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('da', number, { one, other })}`;

export const dashboard: typeof english = {
  frame: {
    skip: 'Gå til indholdet',
    pages: 'Sider',
    signOut: 'Log ud',
    in: 'i',
    zone: (zone: string) =>
      `Tiderne er i tidszonen ${zone}. Siden her viser kun; sagerne behandles i chatten.`,
    live: 'Opdater af sig selv',
    news: 'Der er sket noget nyt.',
    show: 'Vis det',
    updated: 'Opdateret.',
    stale: 'Siden her holdes ikke ajour i øjeblikket. Genindlæs den for at se hvorfor.',
    print: 'Udskriv',
  },
  pages: {
    cases: 'Sager',
    search: 'Søg',
    barometer: 'Barometer',
    topics: 'Emner',
    promises: 'Løfter',
    gifts: 'Gaver',
    playbooks: 'Drejebøger',
  },
  door,
  installs: {
    installed: {
      title: 'Hearback er installeret',
      text: (name) => `Den lytter i ${name} nu. Invitér den til jeres kanaler med /invite @hearback.`,
    },
    limited: (missing) =>
      `Nogle rettigheder blev udeladt (${missing}), så noget vil ikke virke. Åbn siden igen, og tillad dem alle.`,
    again: 'Installér den i et arbejdsområde',
    denied: {
      title: 'Intet blev installeret',
      text: 'Der blev trykket på "Annuller". Var det en fejl, så begynd forfra.',
    },
    expired: {
      title: 'Det tog for lang tid, eller blev begyndt et andet sted',
      text: 'Intet blev installeret. Begynd forfra i denne browser, og tillad appen inden for ti minutter.',
    },
    notNamed: {
      title: 'Dette arbejdsområde passes ikke her',
      text: (name, id) =>
        `Intet blev installeret i ${name}. Send id’et ${id} til den, der driver Hearback her: så bliver det tilføjet i hearback.yaml, og du kan begynde forfra.`,
    },
    organisation: {
      title: 'Ét arbejdsområde ad gangen',
      text: 'Appen blev tilladt for en hel organisation, og det virker ikke; den blev taget ud igen. Begynd forfra, og vælg et enkelt arbejdsområde.',
    },
    failed: {
      title: 'Appen kunne ikke installeres',
      text: (why) =>
        `Slack gik ikke med på det (${why}). Begynd forfra; bliver det ved, så sig det til den, der driver Hearback her.`,
    },
  },
  notices: {
    spent: {
      title: 'Dette link åbner ikke noget (længere)',
      text: 'Et link virker én gang og i ti minutter. Bed om et nyt med /feedback dashboard, eller på samme måde, som du fik dette.',
    },
    missing: { title: 'Her er ikke noget', text: 'Det findes ikke, eller det er ikke til dig.' },
    signedOut: {
      title: 'Du er ikke logget ind',
      text: 'Skriv /feedback dashboard i dit fællesskab for at få et link. Er du allerede logget ind og kom du hertil via et link et andet sted fra, så gå bare videre:',
    },
    foreign: {
      title: 'Det kom ikke fra denne side',
      text: 'Der er ikke gjort noget. Gå tilbage, genindlæs siden, og tryk på knappen dér.',
    },
    tooMany: { title: 'Det var meget på én gang', text: 'Vent nogle minutter, og prøv igen.' },
    unreadable: { title: 'Det kunne ikke læses', text: 'Gå tilbage, genindlæs siden, og prøv igen.' },
    notNow: {
      title: 'Ikke lige nu',
      text: 'Vi kan ikke slå op, hvem du er, i øjeblikket. Intet er tabt; prøv igen om et minut.',
    },
    tooLong: {
      title: 'Det tager for lang tid',
      text: 'Det er flere tal, end der kan tælles på én gang. Gå tilbage, og vælg et kortere tidsrum eller én afdeling.',
    },
    broken: {
      title: 'Noget gik galt hos os',
      text: 'Prøv igen. Bliver det ved, så sig det til den, der driver Hearback her.',
    },
  },
  cases: {
    which: 'Hvilke sager',
    open: 'Åbne',
    finished: 'Afsluttede',
    all: 'Alle',
    filter: 'Filter',
    any: 'alle',
    me: 'mig',
    nobody: 'ingen endnu',
    apply: 'Vis',
    clear: 'Uden filter',
    none: 'Der er endnu ingen sager, du må se. En sag begynder, når nogen markerer en besked: med en emoji, fra beskedens menu eller med /feedback new.',
    noneOpen:
      'Intet er åbent. En sag begynder, når nogen markerer en besked; dem, der er slut, står under "Afsluttede".',
    noneFit: 'Ingen sag passer til filteret. Udelad noget af det, eller se under "Alle".',
    counted: (number: number) => count(number, 'sag', 'sager'),
    more: (number: number) => `Mere end ${number} sager`,
    next: 'Næste side',
    first: 'Tilbage til begyndelsen',
    urgentFirst: 'de mest hastende først',
    newestFirst: 'de nyeste først',
    example: 'eksport kind:refund older:7d',
  },
  fields: {
    state: 'Status',
    severity: 'Alvorsgrad',
    kind: 'Type',
    department: 'Afdeling',
    handler: 'Sagsbehandler',
    channel: 'Kanal',
    from: 'Fra',
    to: 'Til og med',
    age: 'Alder',
    member: 'Medlem',
    q: 'Ord',
    after: 'Side',
    month: 'Måned',
  },
  faults: {
    title: 'Adressen kunne ikke læses',
    text: 'Der vises ikke noget for den. Ret det, der er markeret, eller fortsæt uden.',
    searchTitle: 'Søgningen kunne ikke læses',
    searchText: 'Der blev ikke søgt. Ret den ovenfor, og søg igen.',
    unknown: (value: string) => `"${value}" kendes ikke her. Vælg noget fra listen.`,
    date: (value: string) => `"${value}" er ikke en dato. Skriv den som 2026-11-30.`,
    month: (value: string) => `"${value}" er ikke en måned. Skriv den som 2026-11.`,
    order: 'Slutningen ligger før begyndelsen. Vælg en senere slutning.',
    far: 'Det er mere end to år. Vælg et kortere tidsrum.',
    page: 'Den side findes ikke i listen. Begynd forfra med den første.',
    tooLong: 'Det er for langt. Skriv færre ord.',
    field: (name: string) => `"${name}" er ikke et filter på denne side.`,
  },
  severities: { urgent: 'haster', high: 'høj', normal: 'normal', low: 'lav' },
  states: {
    new: 'ny',
    open: 'åben',
    waiting_on_member: 'venter på medlemmet',
    waiting_on_team: 'venter på holdet',
    solved: 'løst',
    closed: 'lukket',
    closed_unconfirmed: 'lukket uden bekræftelse',
    reopened: 'genåbnet',
    dismissed: 'afvist',
    merged: 'slået sammen med en anden sag',
  },
  case: {
    flaggedBy: 'Markeret af',
    recorded: 'Registreret',
    told: 'Fortalt',
    inChat: 'Åbn beskeden i chatten',
    cut: (name: string) =>
      `Det er en lang sag: de ældste dele er udeladt. /feedback transcript ${name} giver det hele.`,
    story: 'Hvad der skete',
    notes: 'Noter',
    internal: 'internt',
    noNotes: 'Ingen har noteret noget.',
    showAll: 'Vis det hele',
    firstWritten: 'Oprindelig tekst',
    edited: 'Redigeret',
    deleted: 'Slettet',
    notCopied: 'ikke kopieret',
    seen: 'set af medlemmet',
    unseen: 'ikke set af medlemmet',
    picture: (name: string) => `Billede: ${name}`,
    roles: {
      source: 'skrev det, der blev markeret',
      member: 'svarede',
      thread: 'skrev i tråden',
      context: 'skrev forinden',
    },
    replies: {
      draft: 'Kladde til et svar, ikke sendt',
      queued: 'Svar på vej til medlemmet',
      sent: 'Svar til medlemmet',
      failed: 'Svar, der ikke kunne leveres',
      discarded: 'Kladde, der blev smidt væk',
      community: 'Spørgsmål til hjælperne',
      thanks: 'Tak til en hjælper',
    },
  },
};
