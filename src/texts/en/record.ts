/** Transcripts of cases, and exports of the record. */
export const record = {
  code: 'en',
  kind: 'Kind',
  state: 'State',
  severity: 'Severity',
  member: 'Member',
  handler: 'Handler',
  departments: 'Departments',
  reporters: 'Flagged by',
  origin: 'Came by',
  link: 'Message',
  quote: 'Feedback',
  wrote: 'wrote',
  wroteFlagged: 'wrote what was flagged',
  wroteAgain: 'answered',
  wroteBelow: 'wrote in the thread',
  wroteBefore: 'wrote before it',
  answered: 'answer to the member',
  toHelpers: 'to the helpers',
  unsent: 'internal: an answer that was not sent',
  internalNote: 'internal note',
  edited: 'Edited',
  deleted: 'Deleted',
  notInside: 'not in here',
  saidSolved: 'said that it is solved',
  saidNotYet: 'said that it is not solved yet',
  rating: (stars: number) => `${stars} of 5`,
  /** The line with the link to a file: in front of it, the link, and behind it with the time it ends. */
  download: {
    transcript: (name: string) => `Download the transcript of ${name}`,
    forMember: (name: string) => `Download what the member said and saw in ${name}`,
    record: 'Download everything you may see',
    until: '. The link works once, until ',
    keep: '. It holds what people wrote in trust: keep it where only you can read it.',
  },
  /** The cases a search finds, or all, as a table: the link, and what is in it at most, in front of the line that has all. */
  table: {
    found: 'Download the cases that were found as a table (CSV)',
    all: 'Download your cases as a table (CSV)',
    most: (cases: string) =>
      `A table has at most ${cases} cases. Whoever runs Hearback gets all of them with `,
    /** Without a web address: it is on its way, and what the whole record takes. */
    comesDirectly:
      'The table (CSV) comes to you by direct message. If it is not there within a minute, allow direct messages from this bot and ask again. ',
    whole:
      'Everything you may see, with attachments, is too much for a message. Whoever runs Hearback gets it for you with ',
    /** The message with the table. */
    message: {
      title: 'The cases you asked for, as a table',
      asked: 'You asked for ',
      keep: 'It holds what people wrote in trust: keep it where only you can read it.',
      notSent: 'The table you asked for is too large',
      tooLarge: (size: string) =>
        `It would be larger than ${size}, and a message takes no more, so nothing was sent. Ask for fewer cases: add a kind, a state or a time, such as `,
    },
  },
  noAddress:
    'It cannot be downloaded here, because this Hearback has no web address. Please ask whoever runs it to set PUBLIC_URL, or to run this for you: ',
  wrongFormat: (typed: string) => `There is no format "${typed}". Write md, html or json.`,
  wrongReader: (typed: string) => `"${typed}" is nobody a transcript is made for. Write staff or member.`,
  formats: { md: 'Markdown', html: 'A page', json: 'JSON' },
  readers: { staff: 'Staff, with internal notes', member: 'The member: only what they said and saw' },
};
