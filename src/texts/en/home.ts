import { plural } from '../plural.ts';

/** A person's own page: Slack's Home tab, and the answer to /feedback mine. */
export const home = {
  title: 'Your cases',
  due: 'For you',
  untaken: 'Not taken yet, and yours to look at',
  waiting: 'Waits for others',
  begun: 'Your drafts in cases of others',
  alongside: 'You follow or read these',
  department: 'For your department',
  none: 'You have no open cases. /feedback list shows what others could use help with.',
  noneForDepartment: 'Nothing waits for your department right now.',
  overdue: 'overdue',
  wasDue: (what: string) => `, ${what} was due `,
  dueBy: (what: string) => `${what} by `,
  firstResponse: 'first answer',
  nextResponse: 'answer',
  updateDue: 'update for the member',
  resolution: 'solution',
  forMember: 'waits for the member',
  forTeam: 'waits for the department',
  forHelpers: 'the community is asked',
  snoozed: 'snoozed',
  snoozedForMember: 'snoozed until the member writes',
  nothingDue: 'nothing is due',
  until: ' until ',
  drafts: (count: number) =>
    plural('en', count, {
      one: 'a draft of yours waits to be sent',
      other: `${count} drafts of yours wait to be sent`,
    }),
  moreOfYours: (count: number, command: string) => `And ${count} more: ${command} finds them.`,
  week: (answered: number, ended: number) =>
    `Your last seven days: ${answered} ${plural('en', answered, { one: 'answer', other: 'answers' })} sent, ${ended} of your cases ended.`,
  claim: 'Claim',
  reply: 'Reply',
  sendDraft: 'Send draft',
  done: 'Done',
  snooze: 'Snooze',
  show: 'Show',
  open: 'Open',
  next: 'Next case',
  choose: 'Choose a case',
  refresh: 'Refresh',
  back: 'Back to your cases',
  memberTitle: 'Your words count here',
  memberWhat: (community: string) =>
    `Hearback makes sure that what you say in ${community} is heard, answered and followed up.`,
  memberHow:
    'You need nothing special for it: write what bothers or delights you in a channel. The people who look after feedback see it, answer you there or directly, and stay with it until it is settled.',
  memberPrivate:
    'What Hearback keeps about you, and how to have it deleted: type /feedback privacy in any channel.',
  restingTitle: 'This page has been put away',
  resting: 'You had not opened it for a week. Your cases are back on it in a moment when you open it.',
  footer: 'Up to date with every change of your cases.',
};
