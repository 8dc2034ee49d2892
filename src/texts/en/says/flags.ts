/** What whoever flagged a message, or wrote to the bot, is told; and what is put for a name that cannot be asked for. */
export const flags = {
  title: 'About your flag',
  byBot:
    'Messages by bots cannot be flagged: nobody would read the answer. If a person told you something, record it with /feedback new.',
  thanks: 'Thank you for your flag',
  gone: 'The message you flagged was deleted before it could be recorded. If you remember what it said, record it with /feedback new.',
  failed: 'A flag could not be recorded',
  /** What is needed follows. */
  unreadable: <P>(channel: P): (string | P)[] => [
    'A message in ',
    channel,
    ' was flagged, but I cannot read it. ',
  ],
  hintForStaff:
    'What you write to me here reaches nobody, and is not kept. To do something about a case, press a button on its card or reminder, or type a command: /feedback note FB-12 followed by your words keeps a note, and /feedback help lists the others.',
  somebodyOf: (community: string) => `somebody of ${community}`,
  channelOf: (community: string) => `a channel of ${community}`,
};
