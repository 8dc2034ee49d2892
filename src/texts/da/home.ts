import type { home as english } from '../en/home.ts';
import { plural } from '../plural.ts';

export const home: typeof english = {
  title: 'Dine sager',
  due: 'Til dig',
  untaken: 'Ikke taget endnu, så kig på dem',
  waiting: 'Venter på andre',
  begun: 'Dine kladder i andres sager',
  alongside: 'Sager, du følger eller læser med i',
  department: 'Til din afdeling',
  none: 'Du har ingen åbne sager. Med /feedback list ser du, hvor andre kan bruge en hånd.',
  noneForDepartment: 'Der er ikke noget, der venter på din afdeling lige nu.',
  overdue: 'forsinket',
  wasDue: (what) => `, ${what} skulle være kommet `,
  dueBy: (what) => `${what} senest `,
  firstResponse: 'første svar',
  nextResponse: 'svar',
  updateDue: 'nyt til medlemmet',
  resolution: 'løsning',
  forMember: 'venter på medlemmet',
  forTeam: 'venter på afdelingen',
  forHelpers: 'fællesskabet er spurgt',
  snoozed: 'udsat',
  snoozedForMember: 'udsat, indtil medlemmet skriver',
  nothingDue: 'intet haster',
  until: ' til ',
  drafts: (count) =>
    plural('da', count, {
      one: 'en af dine kladder venter på at blive sendt',
      other: `${count} af dine kladder venter på at blive sendt`,
    }),
  moreOfYours: (count, command) => `Og ${count} til: ${command} finder dem.`,
  week: (answered, ended) =>
    `Dine seneste syv dage: ${answered} svar sendt, ${ended} af dine sager afsluttet.`,
  claim: 'Tag sagen',
  reply: 'Svar',
  sendDraft: 'Send kladde',
  done: 'Klaret',
  snooze: 'Udsæt',
  show: 'Vis',
  open: 'Åbn',
  next: 'Næste sag',
  choose: 'Vælg en sag',
  refresh: 'Opdater',
  back: 'Tilbage til dine sager',
  memberTitle: 'Dine ord tæller her',
  memberWhat: (community) =>
    `Hearback sørger for, at det, du siger i ${community}, bliver hørt, besvaret og fulgt op.`,
  memberHow:
    'Du skal ikke gøre noget særligt: skriv i en kanal, hvad der irriterer eller glæder dig. De, der tager sig af feedback, ser det, svarer dig der eller direkte og slipper det ikke, før det er på plads.',
  memberPrivate:
    'Hvad Hearback gemmer om dig, og hvordan du får det slettet: skriv /feedback privacy i en kanal.',
  restingTitle: 'Siden er lagt væk',
  resting: 'Du havde ikke åbnet den i en uge. Dine sager er her igen om et øjeblik, når du åbner den.',
  footer: 'Opdateres, hver gang der sker noget i dine sager.',
};
