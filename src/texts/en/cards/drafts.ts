import { plural } from '../../plural.ts';

/** Answers before they are sent: prepared ones on cards, and what somebody wrote, as a preview. */
export const drafts = {
  toDm: (member: string) => `Answer to ${member} by direct message, `,
  toThread: (member: string) => `Answer to ${member} in the public thread, `,
  asWritten: <P>(by: P): (string | P)[] => ['as ', by, ' wrote it.'],
  inLanguage: (language: string) => `in ${language}.`,
  noTemplates: (language: string, wanted: string) =>
    `in ${language}, because there are no ${wanted} templates.`,
  languageChanged: (language: string, wanted: string) =>
    `in ${language}; the case’s language is ${wanted} now.`,
  missing: (language: string, wanted: string, count: number, names: string) =>
    `in ${language}, because there is no ${wanted} ${plural('en', count, { one: 'template', other: 'templates' })} ${names}.`,
  named: (name: string) => `“${name}”`,
  giftWaits: ' A gift goes with it, which waits for somebody else’s yes:',
  waitsThenMember: (member: string) => ` Waiting for your click; then the case waits for ${member}:`,
  waits: ' Waiting for your click:',
  preview: {
    title: (name: string) => `Preview · ${name}`,
    summary: (member: string) => `Preview of your reply to ${member}`,
    toDm: <P>(member: P, send: string): (string | P)[] => [
      'Goes to ',
      member,
      ` by direct message. Nothing is sent until you press ${send}.`,
    ],
    toThread: <P>(member: P, send: string): (string | P)[] => [
      'Goes to ',
      member,
      ` in the public thread, where everybody can read it. Nothing is sent until you press ${send}.`,
    ],
    thenWaits: (member: string) =>
      ` It asks something, so the case waits for ${member} then: they are reminded, and it is closed if they say nothing.`,
  },
  asksTwice: {
    title: (name: string) => `Asked already · ${name}`,
    summary: (member: string) => `${member} was asked for this before, or has said it. Nothing was sent.`,
    asked: (member: string) =>
      `${member} was asked for this before, or has said it already, so nothing was sent yet:`,
    advice: (edit: string) =>
      `Being asked twice feels like not being heard. ${edit} takes the questions out.`,
  },
};
