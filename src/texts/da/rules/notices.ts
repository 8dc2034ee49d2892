import type { notices as english } from '../../en/rules/notices.ts';
import { plural } from '../../plural.ts';

export const notices: typeof english = {
  memberAnswered: 'Medlemmet har svaret',
  aboutClosed: 'Medlemmet har skrevet om en lukket sag',
  aboutDismissed: 'Medlemmet har skrevet om en afvist sag',
  memberChanged: 'Medlemmet har rettet, hvad de skrev',
  before: 'Før',
  now: 'Nu',
  openMessage: 'Åbn beskeden',
  staysClosed: 'Den forbliver lukket, medmindre du genåbner den.',
  handedTitle: 'Du har fået en sag',
  handed: (who) => [who, ' beder dig tage dig af sagen fra nu af.'],
  memberSaid: (member) => `Det sagde ${member}:`,
  next: 'Det næste: ',
  takenOverTitle: 'En anden tager sig af sagen nu',
  takenOver: (who) => [who, ' har overtaget den fra dig. Der er ikke mere, du skal gøre.'],
  handedOver: (who, to) => [who, ' har givet den videre til ', to, '. Der er ikke mere, du skal gøre.'],
  notAnsweredTitle: 'Medlemmet har ikke fået svar',
  notAnswered: (problem) =>
    `Svaret kunne ikke skrives: ${problem} Svar selv med Svar, og sig det til den, der passer hearback.yaml og skabelonerne.`,
  notAskedTitle: 'Fællesskabet er ikke blevet spurgt',
  notAsked: (problem) =>
    `${problem} Sagen går videre uden hjælperne: afdelingerne for dens slags har den, hvis hearback.yaml nævner nogen. Sørg for, at medlemmet hører fra nogen.`,
  unasked: {
    restricted: 'Det er ikke alle, der må se sagen.',
    unwritten: 'Der blev ikke skrevet noget.',
    noChannel: 'Der er ingen kanal til hjælpere i hearback.yaml.',
    noMessage: 'Feedbacken kom ind uden en besked, der kunne vises til dem.',
    privateChannel: 'Det blev sagt i en privat kanal, og dér bliver det.',
  },
  helpersOverTitle: 'Fællesskabet løste det ikke',
  helpersOver:
    'Der er ingen afdeling for denne slags feedback (route), så nu er den jeres. Bring den til en afdeling fra kortet, eller svar på den.',
  managementTitle: 'Ledelsen kunne ikke få besked',
  tellManagement: 'Sager som denne går straks til ledelsen. Giv dem selv besked.',
  nameManagement:
    'Skal de have besked af sig selv, så få deres private kanal skrevet i hearback.yaml (management), eller deres folk (roles.management.people).',
  lastLeadTitle: 'Ingen andre kunne tage sig af den',
  accusedStays: (who) => [
    who,
    ' ser ud til at være en af dem, den handler om, men er den eneste tilbageværende leder eller administrator, der vides at se sagen, så den blev ikke holdt fra dem.',
  ],
  previousStays: (who) => [
    who,
    ' har haft sagen før, men er den eneste tilbageværende leder eller administrator, der vides at se den, så den blev ikke holdt fra dem.',
  ],
  nameAnother: (name, who) => [
    `Få en anden skrevet ind som leder eller administrator i hearback.yaml, og derefter: /feedback exclude ${name} `,
    who,
  ],
  headsTitle: (kind, severity) => `${kind}, alvor ${severity}`,
  headsHear:
    'Du får besked om sager som denne, i samme øjeblik de kommer ind. Åbn viser, hvad der blev sagt.',
  inConfidence:
    'Kun ledere, ledelse og administratorer ser den; kanaler får dens nummer at vide og ikke mere.',
  keptAlready: (name) =>
    `Den holdes allerede fra nogen, den ser ud til at handle om: /feedback show ${name} siger hvem. Er en anden på holdet ment, så hold dem ude, før I taler om det: /feedback exclude ${name} @navn accused`,
  keptFromNobody: (name) =>
    `Indtil nu holdes den ikke fra nogen som den, det handler om. Er en på holdet ment, så hold dem ude, før I taler om det: /feedback exclude ${name} @navn accused`,
  forLeads:
    'Det er registreret, og lederne tager sig af det herfra. Det vises ikke til andre, så hold det også for dig selv.',
  lostRoleTitle: 'En, der har sager, har ingen rolle mere',
  lostRole: (who, names, more) => [
    who,
    ` har stadig ${names}${more > 0 ? ` og ${more} mere` : ''}, men arbejder ikke med sager mere, efter hvad hearback.yaml og deres grupper siger.`,
  ],
  lostRoleAdvice: (name) =>
    `De kan ikke gøre noget i dem, og deres påmindelser går til den næste i rækken. Tag sagerne, eller giv dem videre: /feedback assign ${name} og en person. Var det en fejl, så giv rollen tilbage: så er alt som før.`,
  lostRoleUnnamed: 'En sag, som ikke alle ser, er hos en, der ingen rolle har mere',
  lostRoleLeads:
    'hearback.yaml nævner ingen anden leder, der kunne få besked. Ledere: /feedback list viser jer, hvilke sager der er åbne; tag den, eller giv den videre med /feedback assign.',
  missedPraiseTitle: 'Roserne er ikke nået ud til alle',
  missedPraise: (people) => [
    'Beskeden nævner også ',
    people,
    '. Jeg kunne ikke nå at finde ud af, om de må få den. Giv den videre til dem fra kortet.',
  ],
  unreadableTitle: 'En markeret besked kom uden tekst',
  unreadable:
    'Sagen er registreret, men beskedens tekst kunne ikke læses. På Discord sker det, når Message Content intent er slået fra: slå det til i Developer Portal under Bot → Privileged Gateway Intents, og genstart Hearback. Spørg den, der driver Hearback.',
  thanksTitle: 'Tak for din markering',
  saidAgain:
    'De har fortalt os om det før, og nogen tager sig allerede af det. Det, du markerede, er føjet til, så de får svar én gang og ikke to.',
  notYetTitle: 'Ikke løst endnu, siger medlemmet',
  notYet: (level) =>
    `De blev spurgt, om det er løst, og siger nej. Sagen er nu på L${level}, til en, der ikke har haft den før.`,
  noReason: 'De gav ingen grund.',
  nobodyHasIt: 'Ingen har den lige nu: Åbn viser den, og med Tag sagen dér er den din.',
  escalated: (level) => `Løftet til L${level}`,
  tookUp: (who) => [who, ' har løftet den op. Fordi:'],
  tookUpUnsaid: (who) => [who, ' har løftet den op uden at sige hvorfor.'],
  openShows: 'Åbn viser, hvordan den står.',
  noLead: 'hearback.yaml nævner ingen leder, der kunne få besked. En afdeling får den med Send videre.',
  dismissed: (reason) => `Afvist: ${reason}`,
  reopened: (reason) => `Genåbnet: ${reason}`,
  notSolved: (words) => `Ikke løst endnu: ${words}`,
  rated: (stars, words) => `Bedømt til ${stars} af 5: ${words}`,
  recommends: (choice, reason) => `Anbefaler: ${choice}. ${reason}`,
  files: {
    gone: 'dens indhold er ikke gemt mere',
    empty: 'den er tom',
    notCopied: 'den kunne ikke kopieres',
    tooMany: (most) =>
      `der kan være ${plural('da', most, { one: 'én fil', other: `${most} filer` })} i en besked`,
    tooMuch: (most) => `der kan være ${most} i alt i en besked`,
    tooLarge: (size, most) => `den er på ${size}, og en besked tager filer på ${most}`,
    mailTooLarge: (megabytes) => `den er på mere end ${megabytes} MB`,
    mailTooMany: (most) => `af én mail gemmes ${most} filer`,
    mailTooMuch: (megabytes) => `af én mail gemmes ${megabytes} MB`,
    letterTooLarge: (megabytes, most) => `den er på ${megabytes} MB, og der læses mail på ${most} MB`,
    letterTooManyParts: 'den har for mange dele eller linjer, eller er ikke skrevet som en mail',
  },
};
