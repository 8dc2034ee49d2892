/** Refusals that only the record can decide. */
export const kept = {
  noTopic: (topic: string) => `There is no topic ${topic}. Look at its number on the card once more.`,
  ofNoTopic: 'This case belongs to no topic.',
  eraseElsewhere: (workspaceId: string, userId: string) =>
    `This cannot be done from here. Whoever runs Hearback can do it: hearback erase --workspace ${workspaceId} --user ${userId}`,
  optedOut:
    'Whoever wrote this message has asked not to be recorded, so it was not: nothing of it is kept. Please talk with them directly, and answer them there.',
  erased:
    'Whoever wrote this message has had everything erased that they had written until then, so it is not recorded again. What they write from now on can be flagged.',
  otherCase:
    'This item is about another case. An item is seen by those who may see its case, so leave the other one out, or add an item for it.',
  /** What stands in the place of a member who was erased, of their words, and of a card with them. */
  erasedMember: 'Erased member',
  erasedQuote: '(erased at the member’s request)',
  erasedTitle: 'Erased',
  erasedNotice: 'What stood here was erased at the request of the person it was about.',
};
