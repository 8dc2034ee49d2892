import type { digest as english } from '../../en/says/digest.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('da', number, { one, other })}`;

export const digest: typeof english = {
  name: 'Overblik',
  since: (name, from) => `${name} · siden ${from}`,
  from: (name, from, to) => `${name} · ${from} til ${to}`,
  runningFooter: 'Sådan ser det ud nu, med det, du må se.',
  footer: 'Sager, som ikke alle her må se, er udeladt.',
  quietSoFar: 'Alt er roligt indtil nu: intet nyt, intet forsinket, intet at beslutte.',
  quietTime:
    '🌿 En rolig tid: der kom ikke noget nyt, intet er forsinket, og der er intet at beslutte. Nyd mødet, eller spring det over.',
  quiet: 'en rolig tid',
  summary: (opened, overdue, items) => `${opened} nye, ${overdue} forsinkede, ${items} til mødet`,
  more: (left) => `og ${left} til`,
  newCases: (opened) => count(opened, 'ny sag', 'nye sager'),
  comparedAndKinds: (compared, kinds) => ` (${compared})${kinds === '' ? '' : `: ${kinds}`}.`,
  sameAsBefore: 'lige så mange som sidst',
  moreThanBefore: (many) => `${many} flere end sidst`,
  fewerThanBefore: (many) => `${many} færre end sidst`,
  satisfaction: (mean, ratings) =>
    ` Tilfredshed ${mean} ud af 5, fra ${count(ratings, 'bedømmelse', 'bedømmelser')}.`,
  overdue: 'Forsinket',
  late: {
    first_response: (ago) => `første svar skulle være kommet ${ago}`,
    next_response: (ago) => `svaret skulle være kommet ${ago}`,
    update_due: (ago) => `medlemmet skulle have hørt nyt ${ago}`,
    department_answer: (ago) => `afdelingens svar skulle være kommet ${ago}`,
    resolution: (ago) => `løsningen skulle være kommet ${ago}`,
    other: (ago) => `skulle være klaret ${ago}`,
  },
  justNow: 'for et øjeblik siden',
  promised: 'Lovet inden næste gang',
  promisedBy: (day) => `senest ${day}`,
  promises: (kept) => `Løfter til medlemmer: ${kept}.`,
  cameBack: 'Kom igen',
  oneMember: 'Ét medlem: ',
  unsatisfied: 'Ikke tilfredse',
  rated: (stars) => `gav ${stars} ud af 5`,
  saysNotSolved: 'siger, at det ikke er løst',
  praise: 'Ros 💛',
  items: 'Til mødet',
  carriedOver: (day) => `udskudt siden ${day}`,
  toDecide: (command) => `Besluttet? ${command} og nummeret. `,
  comesAgain: 'Det, der ikke bliver besluttet, kommer med igen.',
  decided: 'Besluttet',
  gifts: 'Gaver',
  giftsGiven: (names, value) => ` ${names}${value > 0 ? `, værdi ${value}` : ''}.`,
  budget: (budget, command) => ` Budgettet er ${budget} om måneden; ${command} viser, hvad der er tilbage.`,
  thanks: 'Tak',
  toHelpers: ' til dem i fællesskabet, der løste sager: ',
  forNextMeeting: 'Til næste møde',
  asCsv: 'Som CSV',
  digestWithdrawn: 'Dette overblik er trukket tilbage',
  listWithdrawn: 'Denne liste er trukket tilbage',
  whyWithdrawn:
    'Noget af indholdet er ikke længere for alle her, og uden det kan resten ikke vises nu. Du skal ikke gøre noget: den næste laves forfra.',
};
