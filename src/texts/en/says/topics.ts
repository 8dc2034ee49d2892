import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('en', number, { one, other })}`;

/** The card of a topic: what several members say about the same thing. */
export const topics = {
  withoutWords: 'Without words',
  summary: (title: string, members: number) => `${title}: ${count(members, 'member', 'members')}`,
  said: (members: number, times: number) =>
    `${count(members, 'member', 'members')} said this ${times === 1 ? 'once' : `${times} times`}`,
  saidSince: <P>(said: P, since: P): (string | P)[] => [said, ' since ', since, '. '],
  cameBack: 'It was fixed, and has come back.',
  /** @param button that says so */
  whenFixed: (button: string) => `When it is fixed, press ${button}: each of them is told.`,
  fixedAt: <P>(at: P): (string | P)[] => ['Fixed, ', at, ': each of them is told.'],
  quoted: (words: string) => ` “${words}” · `,
  more: (left: number) => `and ${left} more`,
  footer: 'Cases that not everybody here may see are left out, and are not counted.',
  where: 'Where',
  departments: 'Departments',
  linked: 'Linked',
  byPeople: 'by people',
  byWords: (found: number, all: number) => `${found} of ${all} by their words alone: please look`,
  same: 'Same',
  showAll: 'Show all',
  rename: 'Rename',
  /** Where the program does not tell the member itself: whoever looks after the case does. */
  byHand: {
    title: 'Tell the member that it is fixed',
    notTold: (topic: string, name: string, why: string) =>
      `${topic} is fixed, and the member of ${name} has not been told: ${why}`,
    kept: 'this case is not for everybody, so nothing is said in it by itself.',
    noMessage: 'it came in without a message. Tell them the way it came.',
    empty: 'the template says nothing; please tell them with Reply.',
  },
};
