/** What somebody reads of the record: cases, the barometer, digests, the dashboard. */
export const reading = {
  barometer: {
    summary: 'How people in the watched channels feel today, and why',
    notCounted:
      'Nothing is counted here: hearback.yaml says hotThreads: false. /feedback list shows the open cases.',
    nothingSaid: 'Nothing was said in the watched channels since yesterday, as far as you can see them.',
    lastDay: 'The last 24 hours',
    scale: ' (0 is upset, 50 is neither, 100 is delighted)',
    more: (count: number) => `and ${count} more`,
    threadGone: (typed: string) => `That thread is not there any more. ${typed} shows how people feel.`,
    notNeeded: 'Noted: nothing is needed there. It is not offered again.',
  },
  digest: {
    summary: 'How things stand since the last digest, for you alone',
    options: { name: 'Which digest, where there are several' },
    none: 'There is no digest here: hearback.yaml says digests: []. /feedback list shows the open cases.',
    theOneIn: <P>(channel: P): (string | P)[] => ['the one in ', channel],
    /** In front of the names of those there are. */
    noSuch: (typed: string) => `There is no digest "${typed}". There is `,
    gone: (typed: string) => `This digest is no longer there. ${typed} shows how things stand.`,
    noAddress:
      'It cannot be downloaded here: whoever runs Hearback has to set PUBLIC_URL to where browsers reach it.',
    table: 'Download the cases as a table',
    download: <P>(link: P, until: P): (string | P)[] => [
      link,
      ': those that you may see. The link works once, until ',
      until,
      ', and is for you alone.',
    ],
  },
  dashboard: {
    summary: 'Your cases in the browser, by a link that works once',
    noAddress:
      'There is no dashboard here yet: whoever runs Hearback has to set PUBLIC_URL to where browsers reach it. Until then, /feedback list and /feedback show tell the same.',
    open: 'Open the dashboard',
    onlyYours: <P>(link: P, until: P): (string | P)[] => [
      link,
      '. The link is for you alone: it works once, until ',
      until,
      '. Do not pass it on.',
    ],
  },
  export: {
    summary: 'Everything you may see, or what a search finds of it, as a file to keep',
    options: { query: 'Words and filters as in search, such as kind:refund older:7d; else everything' },
  },
  follow: {
    summary: 'Hear by direct message of what happens to a case',
    youFollow: (name: string, typed: string) =>
      `You follow ${name}: what happens to it comes to you by direct message, several things in one. ${typed} ends that.`,
  },
  cases: {
    mostUrgent: (count: number) =>
      `These are the ${count} most urgent. /feedback show opens one; narrow the list with a state, such as /feedback list solved.`,
  },
};
