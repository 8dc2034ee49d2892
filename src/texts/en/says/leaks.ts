/** Why something internal was not posted: it would have reached somebody it is not for. Told in the place of it, and in the log. */
export const leaks = {
  thread: 'An internal card was about to be posted into a thread of a channel that is not internal.',
  channel:
    "An internal card was about to be posted into a channel that is neither the triage channel nor a department's.",
  shared: (channel: string) =>
    `The channel "${channel}" is shared with another organisation. Name one of your own: internal cards are posted nowhere else.`,
  public: (channel: string) =>
    `The channel "${channel}" is public. Make it private: internal cards are posted nowhere else.`,
  notForThem: 'An internal card was about to be sent to somebody whom the case is not for.',
  onlyLeads: 'A card that only leads may see was about to be sent to somebody who is none.',
  noLongerTheirs:
    'An internal card was about to be sent to somebody who does not work on this case (any more).',
  helpers: 'Not everybody may see this case any more, so nothing of it goes to the helpers.',
  inPrivate: 'This case is answered in private by now, and the words were meant for the public thread.',
  unapproved: 'A reply that nobody approved was about to be sent; it was not.',
  notBrought: 'A case was about to be mailed to a department it was not brought to.',
};
