import { plural } from '../../plural.ts';

/** What waits for somebody, in the morning. */
export const toDo = {
  nothing: 'Nothing is left for today',
  cases: (count: number) =>
    plural('en', count, { one: 'One case for today', other: `${count} cases for today` }),
  summary: (title: string, community: string) => `${title} in ${community}`,
  allDone: 'What was due is done. Have a good day.',
  goodMorning: (community: string) => `Good morning. This waits for you in ${community}:`,
  afterThose: 'Yours, after those below',
  yours: 'Yours',
  footer: (command: string) => `Your list of the day. To stop it: ${command}`,
  more: (left: number) => `and ${left} more: /feedback mine`,
  openAnother: 'Open another …',
  /** In front of a time. */
  due: {
    first_response: 'first answer due',
    next_response: 'answer due',
    update_due: 'word to the member due',
    department_answer: 'ask the department again',
    resolution: 'should be solved',
    silence: 'the member has said nothing',
    wake: 'comes back',
    community: 'the community has had its time',
  },
  memberWaits: 'the member waits for an answer',
  draftWaits: 'an answer is written and waits for its click',
  message: 'message',
};
