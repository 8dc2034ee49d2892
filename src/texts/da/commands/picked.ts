import type { picked as english } from '../../en/commands/picked.ts';

export const picked: typeof english = {
  namePerson: 'Nævn en person, for eksempel @mia.',
  noDraft: (reply) => `Det svar findes ikke. Skriv et nyt med ${reply}.`,
  noGift: 'Den gave findes ikke. Sagens kort viser dem, der er.',
  noKind: (typed, kinds) => `Der er ingen slags feedback "${typed}". Vælg en af: ${kinds}.`,
  noSeverity: (typed, severities) => `"${typed}" er ikke en alvor. Vælg en af: ${severities}.`,
  noReason: (typed, reasons) => `"${typed}" er ikke en grund. Vælg en af: ${reasons}.`,
  reasons: {
    conflict: 'Interessekonflikt',
    accused: 'Den handler om dem',
    previousHandler: 'De havde den før, og medlemmet var ikke tilfreds',
  },
  handler: {
    bot: 'Det er en bot, og den tager sig ikke af noget. Vælg en moderator, sagsbehandler eller leder.',
    gone: 'De er ikke i fællesskabet (længere), så ingen ville se den. Vælg en moderator, sagsbehandler eller leder.',
    notStaff:
      'De arbejder ikke med sager her, så ingen ville se den. Vælg en moderator, sagsbehandler eller leder, eller giv den til en afdeling med /feedback route.',
    keptOut:
      'Sagen er ikke for dem: de er holdt udenfor, eller kun ledere ser den, eller den handler om noget, de selv har sagt. Vælg en anden.',
    notForThem: 'Sagen er ikke for dem. Vælg en anden.',
  },
  untold: (problem) => `Medlemmet kunne ikke få besked: ${problem} Løs sagen med tell: no, og svar selv.`,
  choices: {
    forStaff: 'staff: med interne noter',
    forMember: 'member: kun det, de selv sagde og så',
    wait: 'Ja, vent derefter på medlemmet',
    noWait: 'Nej, vent ikke',
    tell: 'Ja, sig det til medlemmet',
    tellNot: 'Nej, sig ikke noget',
    another: 'Giv mig en anden',
    later: 'Ikke nu',
  },
  origins: { mail: 'På mail', phone: 'På telefonen', person: 'Ansigt til ansigt', elsewhere: 'På anden vis' },
  identity: {
    link: 'Forbind: to konti er én person',
    unlink: 'Skil ad: det er de ikke',
    list: 'Vis, hvad der er forbundet',
  },
  meeting: {
    list: 'Vis: det, der mangler at blive besluttet',
    add: 'Tilføj: noget at tale om',
    decide: 'Beslut: nummeret og beslutningen',
  },
};
