import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('en', number, { one, other })}`;

/** The digest of a community, and what stands in its place when it is withdrawn. `ago` is such as "3 days ago". */
export const digest = {
  name: 'Digest',
  since: (name: string, from: string) => `${name} · since ${from}`,
  from: (name: string, from: string, to: string) => `${name} · ${from} to ${to}`,
  runningFooter: 'As it stands now, with what you may see.',
  footer: 'Cases that not everybody here may see are left out.',
  quietSoFar: 'All quiet so far: nothing new, nothing overdue, nothing left to decide.',
  quietTime:
    '🌿 A quiet time: nothing new came in, nothing is overdue, and nothing is left to decide. Enjoy the meeting, or skip it.',
  quiet: 'a quiet time',
  summary: (opened: number, overdue: number, items: number) =>
    `${opened} new, ${overdue} overdue, ${items} for the meeting`,
  more: (left: number) => `and ${left} more`,
  newCases: (opened: number) => count(opened, 'new case', 'new cases'),
  /** Behind the new cases. */
  comparedAndKinds: (compared: string, kinds: string) => ` (${compared})${kinds === '' ? '' : `: ${kinds}`}.`,
  sameAsBefore: 'as many as the time before',
  moreThanBefore: (many: number) => `${many} more than the time before`,
  fewerThanBefore: (many: number) => `${many} fewer than the time before`,
  satisfaction: (mean: string, ratings: number) =>
    ` Satisfaction ${mean} of 5, from ${count(ratings, 'rating', 'ratings')}.`,
  overdue: 'Overdue',
  late: {
    first_response: (ago: string) => `first answer was due ${ago}`,
    next_response: (ago: string) => `answer was due ${ago}`,
    update_due: (ago: string) => `word to the member was due ${ago}`,
    department_answer: (ago: string) => `answer of the department was due ${ago}`,
    resolution: (ago: string) => `solution was due ${ago}`,
    other: (ago: string) => `was due ${ago}`,
  },
  justNow: 'just now',
  promised: 'Promised until next time',
  promisedBy: (day: string) => `by ${day}`,
  promises: (kept: string) => `Promises to members: ${kept}.`,
  cameBack: 'Came back',
  oneMember: 'One member: ',
  unsatisfied: 'Not satisfied',
  rated: (stars: number) => `rated ${stars} of 5`,
  saysNotSolved: 'says it is not solved',
  praise: 'Praise 💛',
  items: 'For the meeting',
  carriedOver: (day: string) => `carried over since ${day}`,
  toDecide: (command: string) => `Decided? ${command} and the number. `,
  comesAgain: 'What is not decided comes again.',
  decided: 'Decided',
  gifts: 'Gifts',
  /** Behind the heading. */
  giftsGiven: (names: string, value: number) => ` ${names}${value > 0 ? `, value ${value}` : ''}.`,
  budget: (budget: number, command: string) =>
    ` The budget is ${budget} a month; ${command} shows what is left.`,
  thanks: 'Thank you',
  /** Behind it; their names follow. */
  toHelpers: ' to those of the community who solved cases: ',
  forNextMeeting: 'For the next meeting',
  asCsv: 'As CSV',
  digestWithdrawn: 'This digest has been withdrawn',
  listWithdrawn: 'This list has been withdrawn',
  whyWithdrawn:
    'Something in it is no longer for everybody here, and it cannot be shown without it now. There is nothing to do: the next one is made anew.',
};
