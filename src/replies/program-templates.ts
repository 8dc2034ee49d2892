/** Templates the program itself sends, each with its occasion; no kind and no playbook has to name them. */
export const PROGRAM_TEMPLATES: ReadonlyMap<string, string> = new Map([
  ['close-request', 'a case is resolved'],
  ['close-request-private', 'a case that is answered in private is resolved'],
  ['update', 'the member is told how it stands, and somebody handles the case'],
  ['update-team', 'the same, and a department has the case'],
  ['update-waiting', 'the same, and nobody has taken the case on yet'],
  ['goodwill-gift', 'a gift with a code is given'],
  ['goodwill-present', 'a gift without a code is given'],
  ['ask-community', 'the community is asked first'],
  ['thank-helper', 'somebody of the community has solved it'],
  ['praise-consent', 'praise may go on to others'],
  ['nudge', 'the member has not answered what we asked'],
  ['nudge-last', 'they have not, and are asked for the last time'],
  ['topic-fixed', 'what several members told us about is fixed'],
  ['hint', 'somebody writes to the bot about no case'],
]);
