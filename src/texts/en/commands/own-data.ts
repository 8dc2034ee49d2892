/** What somebody may do with what is kept about them, and cases as files. */
export const ownData = {
  privacy: {
    summary: 'What is kept about you: see it, take it with you, have it erased, or opt out',
    options: {
      person: 'Somebody else, for admins: when they asked by mail',
      do: 'export, erase, opt-out or opt-in',
    },
    onlyYourself:
      'You can ask about yourself only: leave the person out. Admins can ask for somebody who wrote to them.',
    notOneOf: (typed: string) => `Write export, erase, opt-out or opt-in, not "${typed}".`,
    byHand: <P>(command: P): (string | P)[] => [
      'Whoever runs Hearback gets it with ',
      command,
      ' and can send it.',
    ],
    theirOwn: 'People take their own data with them: they type /feedback privacy.',
    noAddress: 'It cannot be downloaded here, because this Hearback has no web address. Please ask for it.',
    download: 'Download everything that is kept about you',
    downloadUntil: <P>(link: P, until: P): (string | P)[] => [
      link,
      '. The link works once, until ',
      until,
      ', and is for you alone.',
    ],
    nothingErased: 'Nothing was erased.',
    notYet:
      'Something of theirs is being recorded or sent at this moment. Nothing was erased yet. Please try again in a minute.',
    erased: <P>(number: string | number, at: P): (string | P)[] => [`Erased. Receipt ${number}, `, at, '.'],
    title: { own: 'Erase what is kept', theirs: 'Erase this person' },
    submit: 'Go on',
    sure: {
      own: 'Erase everything about you? It is final.',
      theirs: 'Erase everything of theirs? It is final.',
    },
    hint: 'Words, files, answers and names go. Messages in the chat itself stay there.',
    keep: 'No, keep it',
    erase: (community: string) => `Yes, erase it in ${community}`,
    optedOut: {
      own: 'You have opted out: nothing you write from now on is recorded, even when somebody flags it. What was recorded before stays until it is erased. Opt in again with /feedback privacy.',
      theirs:
        'They have opted out: nothing they write from now on is recorded, even when somebody flags it. What was recorded before stays until it is erased.',
    },
    optedIn: {
      own: 'You are in again: when somebody flags what you write, it is recorded, and you are answered.',
      theirs: 'They are in again: what they write can be flagged.',
    },
  },
  transcript: {
    summary: 'A case with its whole story as a file to keep, for you or for its member',
    options: { as: 'html, md or json', for: 'staff, or member: only what they said and saw' },
  },
};
