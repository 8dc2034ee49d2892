import type { notices as english } from '../../en/rules/notices.ts';
import { plural } from '../../plural.ts';

export const notices: typeof english = {
  memberAnswered: 'Medlemmet har svaret',
  aboutClosed: 'Medlemmet har skrevet om en lukket sag',
  aboutDismissed: 'Medlemmet har skrevet om en afvist sag',
  memberChanged: 'Medlemmet har redigeret sin besked',
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
    `Svaret kunne ikke skrives: ${problem} Skriv selv et svar med Svar, og sig det til den, der passer hearback.yaml og skabelonerne.`,
  fileLostTitle: 'En fil kunne ikke gemmes',
  fileLost: (name, why) =>
    `"${name}" er ikke gemt på sagen: ${why} Alt det andet er gemt. Bed den, der registrerede det, om filen, og noter, hvad den viser.`,
  yourFileLost: (name, why) =>
    `"${name}", som hørte til det, du registrerede, er ikke gemt på sagen: ${why} Alt det andet er gemt. Læg den i tråden under sagens kort, eller giv den til en leder, hvis du ikke kan se kortet.`,
  fileFailed:
    'Den blev forsøgt kopieret igen og igen uden held. Den, der driver Hearback, kan se hvorfor og prøve igen.',
  fileLateTitle: 'En fil er ikke kopieret endnu',
  fileLate: (name, why) =>
    `"${name}" er ikke gemt på sagen endnu: ${why} Det prøves igen hver time, så længe linket virker, og du hører, hvordan det ender. Behold filen indtil da.`,
  fileThereTitle: 'Filen er kommet med alligevel',
  fileThere: (name) => `"${name}" er nu gemt på sagen. Der er ikke mere, du skal gøre.`,
  notAskedTitle: 'Fællesskabet er ikke blevet spurgt',
  notAsked: (problem) =>
    `${problem} Sagen går videre uden hjælperne: afdelingerne for dens type har den, hvis hearback.yaml nævner nogen. Sørg for, at medlemmet hører fra nogen.`,
  unasked: {
    restricted: 'Det er ikke alle, der må se sagen.',
    unwritten: 'Der blev ikke skrevet noget.',
    noChannel: 'Der er ingen kanal til hjælpere i hearback.yaml.',
    noMessage: 'Feedbacken kom ind uden en besked, der kunne vises til dem.',
    privateChannel: 'Det blev sagt i en privat kanal, og dér bliver det.',
  },
  helpersOverTitle: 'Fællesskabet løste det ikke',
  helpersOver:
    'Der er ingen afdeling til denne type feedback (route), så nu er den jeres. Send den videre til en afdeling fra kortet, eller svar på den.',
  managementTitle: 'Ledelsen kunne ikke få besked',
  tellManagement: 'Sager som denne går straks til ledelsen. Giv dem selv besked.',
  nameManagement:
    'Skal ledelsen få besked automatisk, så få dens private kanal skrevet i hearback.yaml (management) eller dens folk (roles.management.people).',
  lastLeadTitle: 'Ingen andre kunne tage sig af den',
  accusedStays: (who) => [
    who,
    ' ser ud til at være en af dem, den handler om, men er den eneste leder eller administrator tilbage, som vi ved kan se sagen, så den blev ikke skjult for vedkommende.',
  ],
  previousStays: (who) => [
    who,
    ' har haft sagen før, men er den eneste leder eller administrator tilbage, som vi ved kan se den, så den blev ikke skjult for vedkommende.',
  ],
  nameAnother: (name, who) => [
    `Få en anden skrevet ind som leder eller administrator i hearback.yaml, og derefter: /feedback exclude ${name} `,
    who,
  ],
  headsTitle: (kind, severity) => `${kind}, alvorsgrad: ${severity}`,
  headsHear: 'Du får besked om sager som denne, i det øjeblik de kommer ind. Åbn viser, hvad der blev sagt.',
  inConfidence:
    'Kun ledere, ledelsen og administratorer ser den; kanaler får dens nummer at vide og ikke mere.',
  keptAlready: (name) =>
    `Den er allerede skjult for nogen, den ser ud til at handle om: /feedback show ${name} siger hvem. Er det en anden på holdet, så hold vedkommende udenfor, før I taler om det: /feedback exclude ${name} @navn accused`,
  keptFromNobody: (name) =>
    `Indtil nu er den ikke skjult for nogen som den, det handler om. Er det en på holdet, så hold vedkommende udenfor, før I taler om det: /feedback exclude ${name} @navn accused`,
  forLeads:
    'Det er registreret, og lederne tager sig af det herfra. Det vises ikke til andre, så hold det også for dig selv.',
  lostRoleTitle: 'En, der har sager, har ikke længere en rolle',
  lostRole: (who, names, more) => [
    who,
    ` har stadig ${names}${more > 0 ? ` og ${more} til` : ''}, men arbejder ikke længere med sager, efter hvad hearback.yaml og grupperne siger.`,
  ],
  lostRoleAdvice: (name) =>
    `Vedkommende kan ikke gøre noget i dem, og påmindelserne går til den næste i rækken. Tag sagerne, eller giv dem videre: /feedback assign ${name} og en person. Var det en fejl, så giv rollen tilbage: så er alt som før.`,
  lostRoleUnnamed: 'En sag, som ikke alle ser, er hos en, der ikke længere har en rolle',
  lostRoleLeads:
    'hearback.yaml nævner ingen anden leder, der kunne få besked. Ledere: /feedback list viser jer, hvilke sager der er åbne; tag sagen, eller giv den videre med /feedback assign.',
  missedPraiseTitle: 'De pæne ord er ikke nået ud til alle',
  missedPraise: (people) => [
    'Beskeden nævner også ',
    people,
    '. Jeg kunne ikke nå at finde ud af, om de må få den. Giv den selv videre fra kortet.',
  ],
  unreadableTitle: 'En markeret besked kom uden tekst',
  unreadable:
    'Sagen er registreret, men beskedens tekst kunne ikke læses. På Discord sker det, når Message Content intent er slået fra: slå det til i Developer Portal under Bot → Privileged Gateway Intents, og genstart Hearback. Spørg den, der driver Hearback.',
  thanksTitle: 'Tak for din markering',
  saidAgain:
    'Medlemmet har fortalt os om det før, og nogen tager sig allerede af det. Det, du markerede, er føjet til, så der kommer ét svar og ikke to.',
  notYetTitle: 'Ikke løst endnu, siger medlemmet',
  notYet: (level) =>
    `Medlemmet blev spurgt, om det er løst, og siger nej. Sagen er nu på L${level}, til en, der ikke har haft den før.`,
  noReason: 'Der står ingen begrundelse.',
  nobodyHasIt: 'Ingen har den lige nu: Åbn viser den, og med Tag sagen dér er den din.',
  escalated: (level) => `Løftet op til L${level}`,
  tookUp: (who) => [who, ' har løftet den op. Begrundelsen:'],
  tookUpUnsaid: (who) => [who, ' har løftet den op uden at sige hvorfor.'],
  openShows: 'Åbn viser, hvordan den står.',
  noLead: (route) =>
    `hearback.yaml nævner ingen leder, der kunne få besked. Giv den til en afdeling med "${route}" på dens kort.`,
  dismissed: (reason) => `Afvist: ${reason}`,
  reopened: (reason) => `Genåbnet: ${reason}`,
  notSolved: (words) => `Ikke løst endnu: ${words}`,
  rated: (stars, words) => `Bedømt til ${stars} ud af 5: ${words}`,
  recommends: (choice, reason) => `Anbefaler: ${choice}. ${reason}`,
  files: {
    gone: 'dens indhold er ikke gemt mere',
    empty: 'den er tom',
    notCopied: 'den kunne ikke kopieres',
    tooMany: (most) =>
      `der kan være ${plural('da', most, { one: 'én fil', other: `${most} filer` })} i en besked`,
    tooMuch: (most) => `der kan være ${most} i alt i en besked`,
    tooLarge: (size, most) => `den er på ${size}, og i en besked må en fil fylde ${most}`,
    mailTooLarge: (megabytes) => `den er på mere end ${megabytes} MB`,
    mailTooMany: (most) => `af én mail gemmes ${most} filer`,
    mailTooMuch: (megabytes) => `af én mail gemmes ${megabytes} MB`,
    letterTooLarge: (megabytes, most) => `den er på ${megabytes} MB, og der læses mail på op til ${most} MB`,
    letterTooManyParts: 'den har for mange dele eller linjer, eller er ikke skrevet som en mail',
  },
};
