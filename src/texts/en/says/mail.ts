/** Mail to a department, and what is wrong with one that came back. */
export const mail = {
  /** On top of a mail that is answered: what mail programs quote of ours begins with it. */
  answerAbove: 'Please write your answer above this line.',
  subject: (department: string, community: string) => `Feedback for ${department} · ${community}`,
  sentBy: (community: string) =>
    `Sent by Hearback for ${community}. It is internal: please do not forward it to the member.`,
  notRead: 'Answers to this mail are not read. Please tell the people who look after it another way.',
  isRead: (name: string) =>
    `Answer this mail, and your words are kept with ${name} as a note for whoever looks after it. The member does not see them.`,
  restricted: (name: string) => `${name} · restricted case`,
  askForIt:
    'There is a case for you that not everybody may see, so nothing of it is told by mail. Please ask the people who look after it.',
};
