import { plural } from '../../plural.ts';

/** Why somebody is reminded, and what to do about it. */
export const reminders = {
  waits: (name: string) => `${name} is waiting`,
  waitsForYou: (name: string) => `${name} is waiting for you`,
  severalWait: (count: number) =>
    plural('en', count, { one: 'A case is waiting for you', other: `${count} cases are waiting for you` }),
  theseWait: (names: string) => `${names} are waiting for you`,
  restMenu: 'These wait as well; the menu below opens one of them:',
  restLists: (count: number, mine: string, list: string) =>
    `And ${count} more: ${mine} lists yours, and ${list} all that are open.`,
  longest: 'The ones that have waited longest:',
  preparedInShort: (words: string) => `Prepared: “${words}”`,
  preparedDm: (member: string, send: string) =>
    `Prepared for ${member}, by direct message. ${send} sends it as it is:`,
  preparedThread: (member: string, send: string) =>
    `Prepared for ${member}, in the public thread. ${send} sends it as it is:`,
  summary: (name: string, why: string) => `${name}: ${why}`,
  /** Without its moments. */
  why: {
    first_response: 'The member has not been answered yet.',
    update_due: 'The member was promised to hear from us again, and has heard nothing yet.',
    next_response: 'The member waits for an answer.',
    department_answer: 'The department has not said anything yet.',
    resolution: 'It is not solved yet.',
    silence: 'The member has not answered.',
    wake: 'It was put off, and is back.',
    community: 'Nobody in the community has helped yet.',
  },
  inShort: {
    first_response: 'not answered yet',
    update_due: 'promised to hear from us',
    next_response: 'waits for an answer',
    department_answer: 'the department is silent',
    resolution: 'not solved yet',
    silence: 'silent',
    wake: 'was put off',
    community: 'nobody has helped',
  },
  firstResponse: <P>(since: P): (string | P)[] => [
    'The member has waited for a first answer since ',
    since,
    '.',
  ],
  nextResponse: <P>(since: P): (string | P)[] => ['The member has waited for an answer since ', since, '.'],
  updateDue: <P>(by: P): (string | P)[] => [
    'The member was promised to hear from us by ',
    by,
    ', and has heard nothing yet.',
  ],
  departmentAnswer: <P>(department: string, since: P): (string | P)[] => [
    `${department} has had this case since `,
    since,
    ' and has not said anything yet.',
  ],
  theDepartment: 'The department',
  resolution: <P>(by: P): (string | P)[] => ['It should be solved by ', by, ', and is not yet.'],
  wake: <P>(until: P): (string | P)[] => ['It was put off until ', until, '.'],
  climbed: {
    channel: ' Its channel was asked before, and nobody there has reacted.',
    again: ' There was a reminder before, and nobody has reacted.',
    further: ' Whoever looks after it was reminded before and has not reacted.',
  },
  awayHere: <P>(who: P, until: P): (string | P)[] => [who, ' is away until ', until, ', so this came here.'],
  awayToYou: <P>(who: P, until: P): (string | P)[] => [
    who,
    ' is away until ',
    until,
    ', so this came to you.',
  ],
  lostRole: ' no longer works on cases',
  hasLeft: ' has left the community',
  /** Behind one of these two. */
  toDo: {
    owner: ' and still has this case; hand it over to somebody.',
    handler: '; name another handler in hearback.yaml.',
    standIn: '; name another stand-in.',
    lead: '; name another lead in hearback.yaml.',
    management: '; name somebody else for management in hearback.yaml.',
  },
  department: {
    title: (name: string, department: string) => `${name} waits for ${department}`,
    summary: (name: string, department: string) => `${name} waits for an answer of ${department}`,
    nothing: 'Nothing has been said about this case yet.',
    nothingSince: <P>(since: P): (string | P)[] => [
      'Nothing has been said about this case since ',
      since,
      '.',
    ],
    byMail: ' Please answer this mail and say how it stands. The member does not see it.',
    byCard: (note: string) =>
      ` Please say how it stands: ${note} keeps it with the case for the handler. The member does not see it.`,
  },
};
