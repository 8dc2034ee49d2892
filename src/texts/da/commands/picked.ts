import type { picked as english } from '../../en/commands/picked.ts';

export const picked: typeof english = {
  namePerson: 'Nævn en person, for eksempel @mia.',
  noDraft: (reply) => `Det svar findes ikke. Skriv et nyt med ${reply}.`,
  noGift: 'Den gave findes ikke. Sagens kort viser dem, der er. Vælg en af dem.',
  noKind: (typed, kinds) => `Der er ingen type feedback "${typed}". Vælg en af: ${kinds}.`,
  noSeverity: (typed, severities) => `"${typed}" er ikke en alvorsgrad. Vælg en af: ${severities}.`,
  severityHint: 'Vælger du intet, gælder typens alvorsgrad.',
  noReason: (typed, reasons) => `"${typed}" er ikke en grund. Vælg en af: ${reasons}.`,
  reasons: {
    conflict: 'Interessekonflikt',
    accused: 'Sagen handler om personen',
    previousHandler: 'Har haft den før, og medlemmet var ikke tilfreds',
  },
  handler: {
    bot: 'Det er en bot, og den tager sig ikke af noget. Vælg en moderator, sagsbehandler eller leder.',
    gone: 'Personen er ikke i fællesskabet (længere), så ingen ville se den. Vælg en moderator, sagsbehandler eller leder.',
    notStaff:
      'Personen arbejder ikke med sager her, så ingen ville se den. Vælg en moderator, sagsbehandler eller leder, eller send den videre til en afdeling med /feedback route.',
    keptOut:
      'Sagen er ikke for den person, som enten er holdt udenfor, ikke er leder, hvor kun ledere ser den, eller selv har sagt det, den handler om. Vælg en anden.',
    notForThem: 'Sagen er ikke for den person. Vælg en anden.',
  },
  untold: (problem) => `Medlemmet kunne ikke få besked: ${problem} Luk sagen med tell: no, og svar selv.`,
  choices: {
    forStaff: 'staff: med interne noter',
    forMember: 'member: kun det, medlemmet selv sagde og så',
    wait: 'Ja, vent derefter på medlemmet',
    noWait: 'Nej, vent ikke',
    tell: 'Ja, giv medlemmet besked',
    tellNot: 'Nej, sig ingenting',
    another: 'Giv mig en anden',
    later: 'Ikke nu',
  },
  origins: { mail: 'Pr. mail', phone: 'I telefonen', person: 'Personligt', elsewhere: 'På en anden måde' },
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
