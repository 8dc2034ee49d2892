/** What people are told in the place of something that could not be delivered. Behind some of it stands the reason, which ends as a sentence. */
export const undelivered = {
  reply: {
    title: 'The member has not received the answer',
    theMember: 'the member',
    failed: (who: string) => `The answer to ${who} could not be delivered. `,
    notAsked:
      'So they were not asked whether it is solved. Please reach them another way, or reopen the case and answer there: unasked, it comes back to you by itself.',
    sendAgain:
      'Nothing was posted anywhere else. Please reach them another way, or send it again with Reply.',
    partTitle: 'The member has received only a part of the answer',
    partArrived: (who: string, parts: number, arrived: number) =>
      `The answer to ${who} is ${parts} messages long. The first ${arrived === 1 ? 'one has' : `${arrived} have`} arrived, the rest could not be delivered. `,
    sendRest: 'Nothing was posted anywhere else. Please reach them another way, or send the rest with Reply.',
  },
  management: {
    title: 'Management could not be told',
    byHand: 'Cases like this one go to management at once. Please tell them by hand. ',
  },
  copy: {
    title: 'Somebody who reads it along could not be told',
    byHand: 'They can still be told by hand, or taken off again. ',
  },
  thanks: {
    title: 'The helper has not been thanked',
    failed: 'The thanks could not be posted below the question to the helpers. ',
    yourself: 'Please thank them yourself.',
  },
  helpers: {
    title: 'The community could not be asked',
    failed: 'The question could not be posted in the helpers channel. ',
    goesOn:
      'The case goes on without them: the departments of its kind have it now, unless only leads may see it.',
  },
  praise: {
    title: 'Kind words did not arrive',
    passOn: <P>(who: P): (string | P)[] => [
      who,
      ' cannot be reached by direct message. Please pass the kind words on yourself.',
    ],
  },
  department: {
    title: 'A department could not be reached',
    mail: (name: string, address: string) => `Mail to ${name} (${address}) does not go out. `,
    mailAgain:
      'It is tried again every hour until it arrives. Please look at the address in hearback.yaml and at the settings for mail, and tell the department another way meanwhile.',
    channel: (name: string) => `Escalations to ${name} cannot be posted. `,
    channelAgain: 'They are tried again every minute until they arrive.',
  },
  notice: {
    for: <P>(who: P): (string | P)[] => ['For ', who, ', who cannot be reached by direct message:'],
  },
  words: {
    title: 'A department could not be told',
    inChannel: (name: string) => `What was written for ${name} is not in its channel. `,
    inMailbox: (name: string) => `What was written for ${name} is not in its mailbox. `,
    kept: 'The words are kept as a note. Please tell them another way, or once more when this is mended.',
  },
  files: {
    title: 'Files could not be brought to a department',
    failed: (name: string) => `The files of this case have not reached ${name}. `,
    passOn: 'They are in the record, and at the message itself. Please pass them on yourself.',
    stayTitle: 'Files could not be taken away',
    stay: (name: string) =>
      `Files of a case that is not for everybody any more still stand in the channel of ${name}. `,
    delete: 'Please delete them there by hand.',
  },
  digest: {
    title: 'The digest could not be posted',
    failed: 'It was meant for a channel of its own. ',
    instead: (command: string) => `${command} shows how things stand.`,
  },
  toOthers: {
    title: 'Please have a look',
    why: 'News of this case was meant for somebody who may no longer see it. Open shows how it stands.',
  },
  receipt: {
    title: 'Your flag is recorded',
    noEmoji: (emoji: string) => `Thank you, it is recorded. I could not put ${emoji} on the message itself. `,
  },
  triage: {
    title: 'I cannot post in the triage channel',
    failed: 'Cases are recorded, but their cards cannot be posted. ',
    follows: 'The cards follow by themselves as soon as that is put right.',
  },
  groups: {
    title: 'Who is in which group is not known',
    what: 'hearback.yaml gives roles to groups, but Hearback cannot ask who is in them. Whoever has a role by a group alone can do nothing until then; people who are named one by one can.',
    todo: (needed: string) => `What to do: ${needed}. Or name people in hearback.yaml instead of groups.`,
  },
  issues: {
    title: (tracker: string) => `The issues of ${tracker} cannot be followed`,
    again: 'Nothing is lost: they are looked at again each hour.',
  },
  mailbox: {
    title: 'Answers of departments by mail cannot be read',
    unread: (code: string) => `The mailbox with answers of departments cannot be read (${code}).`,
    waits: 'Answers wait in the mailbox and are read when it can be. hearback check says more.',
  },
};
