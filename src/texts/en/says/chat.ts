/** What the adapters themselves say to whoever typed a command, pressed a button or sent a form. */
export const chat = {
  wentWrong: 'Something went wrong on our side; nothing was changed. Please try again.',
  formTooLate: 'The form took too long to open. Please try again.',
  outdated: 'This button is from an older version and no longer works. Use /feedback instead.',
  notOurServer: 'This does not belong to a server I look after. Use /feedback in your community.',
  oneMoreStep: 'One more step is needed.',
  openedLate: 'That took too long to open by itself. Press the button to go on.',
  goOn: 'Go on',
  cancel: 'Cancel',
  /** In Slack's own marks; the tab has the name Slack gives it. */
  inMessagesTab:
    'It is in the *Messages* tab of this app now. Only you see it there, and it is gone when you reload Slack.',
  lookedAfterElsewhere:
    'This channel is shared with another workspace, which looks after its feedback. Flag the message with an emoji, and it reaches them.',
  typed: {
    nobody: (option: string, usage: string) => `Name a person for ${option}, such as @mia. Write ${usage}`,
    missing: (option: string, usage: string, what: string) =>
      `${option} is missing. Write ${usage}. ${option}: ${what}`,
    surplus: (word: string, command: string, usage: string) =>
      `“${word}” is more than ${command} can take. Write ${usage}`,
    unknown: (word: string) => `I know no command “${word}”. Type /feedback help for what I can do.`,
    nearly: (word: string, usage: string) => `I know no command “${word}”. Did you mean ${usage}?`,
  },
};
