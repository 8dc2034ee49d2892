import type { departments as english } from '../../en/rules/departments.ts';

export const departments: typeof english = {
  takenAlready:
    'En anden i din afdeling har allerede taget den. Det, du skriver i tråden, når også sagsbehandleren.',
  tooLong: (length, most) => `Det er ${length} tegn; hold det under ${most}.`,
  youTook: 'Du har allerede taget den.',
  whatToKnow: 'Skriv, hvad du har brug for at vide, så sagsbehandleren kan finde ud af det.',
  whyDeclined: 'Skriv hvorfor, så sagsbehandleren kan forklare det eller spørge en anden.',
  emptyAnswer: 'Svaret er tomt. Skriv det, medlemmet skal læse.',
  whereElse: 'Skriv, hvor den behandles, som et link, der begynder med https://, så alle kan finde det.',
  notBrought: (name) => `Sagen er ikke kommet til ${name}.`,
  whatToTell: 'Skriv, hvad afdelingen skal vide.',
  ended: 'Sagen er afsluttet. Genåbn den først, så bliver afdelingen spurgt på ny.',
  unknown: (typed, choices) => `Der er ingen afdeling "${typed}" her. Vælg en af: ${choices}.`,
  none: 'Der er ikke sat nogen afdelinger op her endnu. De står under "departments" i hearback.yaml.',
  hasIt: (name, command) =>
    `${name} har allerede sagen. Vil du spørge om noget eller fortælle noget: ${command}`,
  questionTooLong: (length, most) => `Spørgsmålet er på ${length} tegn; hold det under ${most}.`,
  titles: {
    take: (name) => `${name} har taget den`,
    ask: (name) => `${name} beder om mere`,
    elsewhere: (name) => `${name} siger, at den behandles et andet sted`,
    decline: (name) => `${name} siger nej`,
    fixed: (name) => `${name} siger, at det er rettet`,
    answer: (name) => `${name} har skrevet et svar til medlemmet`,
  },
  notes: {
    take: (words) => `har taget den: ${words}`,
    ask: (words) => `beder om mere: ${words}`,
    elsewhere: (words) => `siger, at den behandles et andet sted: ${words}`,
    decline: (words) => `siger nej: ${words}`,
    fixed: (words) => `siger, at det er rettet: ${words}`,
    answer: (words) => `har skrevet et svar til medlemmet: ${words}`,
  },
  isStays: (state) => `Sagen er ${state}. Sådan bliver den, medmindre du genåbner den.`,
  openElsewhere: 'Åbn stedet, hvor den behandles',
  draftWaits:
    'Det venter som en kladde: læs den, ret den, hvis du vil, og send den med ét klik. Åbn viser den.',
  looks: (who) => [who, ' ser på det.'],
  suggests: (who) => [who, ' foreslår:'],
  writes: (who) => [who, ' skriver:'],
  forIt: (name) => `til ${name}`,
  newFor: (name, severity) => `Ny til ${name}, alvorsgrad: ${severity}`,
  youLead: (name) => `Du er leder af ${name}. Åbn viser, hvad der blev sagt, og hvad der spørges om.`,
  writesBelow: (name) => `${name} skriver i tråden under sit kort`,
  firstOnly: 'Det, der ellers siges dér, gemmes på sagen. Du får kun besked om de første ord.',
  writesLate: (name, state) => `${name} skriver om en sag, der er ${state}`,
  staysClosed: 'Den forbliver lukket, medmindre du genåbner den.',
  openThread: 'Åbn tråden',
  attached: (files) => `(vedhæftet: ${files})`,
  endedByMail: (state) =>
    `Sagen er nu ${state}, så ingen venter længere på jeres svar. Skriver I alligevel, gemmes det på sagen.`,
  mail: {
    notKept: (file, why) => `(ikke gemt: ${file}, ${why})`,
    otherAddress: (from, own) => `(pr. mail fra ${from}, som er en anden adresse end ${own})`,
    noAddress: 'ingen adresse',
    answers: (name) => `${name} svarer pr. mail`,
    isNote: 'Det er en note, og medlemmet ser den ikke. Brug Svar for at fortælle medlemmet det.',
    unreadTitle: (name) => `En mail fra ${name} kunne ikke læses`,
    unread: (from, why) => `En mail fra ${from} er ikke gemt: ${why}.`,
    nobodyKnown: 'en ukendt',
    couldNotBeRead: 'den kunne ikke læses',
    writeAgain: 'Bed dem skrive igen, med mindre filer eller med links. Deres frist løber videre.',
    returnedTitle: 'Mail til en afdeling kom tilbage',
    returned: (name, address) =>
      `Det, der blev mailet til ${name} (${address}), blev taget imod af mailserveren og kom tilbage senere.`,
    itsAddress: 'dens adresse',
    lookAtAddress:
      'Se på adressen i hearback.yaml, og giv imens afdelingen besked på en anden måde. Dens frist løber videre.',
    nobodyTitle: 'En mail hører ikke til nogen sag',
    forNobody: (from) =>
      `Nogen (${from}) skrev til en svaradresse, som jeg ikke har givet nogen, eller hvis sag er væk. Intet af det er gemt, og ingen har fået svar.`,
    lookInMailbox:
      'Venter en afdeling på jer, så led efter mailen i postkassen, og bed dem svare på den seneste mail om sagen. Kommer der flere af den slags i dag, får I det ikke at vide.',
  },
};
