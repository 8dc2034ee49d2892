/** Refusals about what is said to the member, and about whom kind words and questions reach. */
export const answers = {
  empty: 'The reply is empty. Write what the member should read.',
  tooLong: (length: number, most: number) => `The reply has ${length} characters; please stay below ${most}.`,
  noThread:
    'This case came in without a message, so there is no thread to answer in. Answer the way it came, and note it with /feedback note.',
  privateByNow:
    'This case is answered in private by now, and these words would go to the public thread. Press Edit and then Preview: they go by direct message then.',
  neverAnswered: (kind: string) =>
    `Cases of the kind "${kind}" are not answered. If this one deserves an answer, change its kind first, with Kind on the card or /feedback kind.`,
  none: 'There is no answer waiting to be sent. Write one with Reply.',
  theirs:
    'Somebody else has written an answer after yours. Press Send answer below the one you mean: theirs is on the case card, yours in your preview.',
  ofAnotherCase: 'That answer does not belong to this case. The card of each case shows its own.',
  sent: 'That answer has already been sent. To say more, write a new one with Reply.',
  replaced: 'That answer was replaced by another one meanwhile. The card shows the one that is waiting now.',
  discarded: 'That answer was discarded. Write a new one with Reply.',
  asksTwice:
    'The member was asked for some of this already, or has said it. Take the questions out with Edit, or press Ask all the same.',
  noTemplates: (choices: string) => `There are no templates in that language. Choose one of: ${choices}.`,
  languageAlready: (language: string) => `The language is already ${language}.`,
  personsWords:
    'The answer that waits has words of a person in it, so it was left alone. Send or discard it first.',
  bringsGift: 'The answer that waits brings a gift, so it was left alone. Send or discard it first.',
  unwritten: (problem: string) =>
    `It could not be written: ${problem} The answer that was there is still waiting.`,
  nothingToSay:
    'That text says nothing for this case; choose another with Other template. The answer that was there still waits.',
  consent: {
    anotherWaits: (department: string) =>
      `Before ${department} gets it the member has to be asked. Another answer waits on the card: send or discard it first.`,
    unwritten: (department: string, problem: string) =>
      `Before ${department} gets it the member has to be asked, and the question could not be written. ${problem}`.trim(),
    refused: (department: string) =>
      `The member would rather not have their words passed on to ${department}.`,
    asked: (department: string) =>
      `${department} gets it when the member agrees, and they have not answered yet. They were asked with two buttons below their answer.`,
    prepared: (department: string) =>
      `${department} gets it when the member agrees, and they have not been asked yet. The question is in the answer that waits on the card: press Send.`,
    notAsked: (department: string, command: string) =>
      `${department} gets it when the member agrees, and they have not been asked about ${department}. Ask them with Pass on on the card, or ${command}.`,
  },
  praise: {
    own: 'The member said this themselves. Choose somebody else.',
    notForThem: 'This case is not for them, so nothing of it may reach them.',
    had: 'The person you chose has these words already. Choose somebody else.',
    departmentHad: (department: string) =>
      `${department} has these words already. Choose a person or another department.`,
  },
  helpers: {
    own: 'They asked themselves. If they found the answer alone, use Resolve.',
    notForThem: 'This case is not for them, so nothing is said to them about it.',
  },
};
