/** What meets everybody who asks for something, whatever it is. */
export const door = {
  notSetUp: 'This community is not set up in hearback.yaml yet. Please tell whoever runs Hearback here.',
  unknownCommand: (name: string) => `There is no command "${name}". /feedback help lists what you can do.`,
  notYours: 'This does not belong to a community of yours. Use /feedback in the community itself.',
  forStaff: (community: string) =>
    `This is for the people who look after feedback in ${community}. If something bothers or delights you, just write it in a channel: they will see it.`,
  /** The option every command about a case begins with. */
  theCase: 'The case, such as FB-12',
  notACase: (typed: string, example: string) =>
    `"${typed}" is not a case. Write it like ${example}; /feedback list shows the open ones.`,
  aboutYou: (name: string) =>
    `${name} is about what you said yourself, so somebody else looks after it. You are answered like any member.`,
  onlyRead: (name: string) =>
    `You read ${name} along, and cannot change it. Tell whoever looks after it, by its card or directly.`,
  noCase: (name: string) => `There is no case ${name} here. /feedback list shows the open ones.`,
  noCaseForYou: (name: string) =>
    `There is no case ${name} here. You can see the cases that were brought to your department, and those you were added to.`,
};
