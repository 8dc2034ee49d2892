import { plural } from '../../plural.ts';

/** Cards that tell of a case without asking for much: departments, readers, followers, management, whoever was praised. */
export const told = {
  forDepartment: (name: string, kind: string, department: string, state: string) =>
    `${name} · ${kind} for ${department} · ${state}`,
  copyForDepartment: (name: string, kind: string, department: string, state: string) =>
    `${name} · ${kind} for ${department} (copy) · ${state}`,
  keptAsNote:
    'What is written below this card is kept as a note. It stays inside: the member only ever sees replies the handler sends.',
  mayQuote: 'The member agreed that you have these words and may quote them.',
  kindWords: 'These kind words are for you. Nothing has to be done about them.',

  toRead: (name: string, kind: string, state: string) => `${name} · ${kind} (to read) · ${state}`,
  readAlong: {
    title: (name: string) => `${name} · for you to read along`,
    added: 'You were added to this case to read along: you can see it, and nothing is expected of you.',
    follow: (follow: string, typed: string) =>
      `${follow} tells you here of what happens to it. It stays inside the team. To see it later: ${typed}`,
  },
  followed: {
    title: 'Cases you follow',
    news: (names: string) => `News of ${names}`,
    newsAndMore: (names: string, count: number) => `News of ${names} and ${count} more`,
    lost: (count: number) =>
      plural('en', count, {
        one: 'A case that you followed is not for you any more, so you do not follow it now.',
        other: `${count} cases that you followed are not for you any more, so you do not follow them now.`,
      }),
    earlier: (count: number) => `${count} earlier`,
  },
  management: {
    title: (name: string, kind: string, state: string) => `${name} · ${kind} for management · ${state}`,
    severity: (severities: string) => `You hear of it at once, since it was of severity ${severities}.`,
    kind: (kind: string) => `You hear of it at once, since it is of the kind “${kind}”.`,
    rated: 'You hear of it at once, since its member rated how it was looked after.',
    ratedWith: (stars: number) =>
      `You hear of it at once: its member rated how it was looked after ${stars} of 5.`,
    level: 'It was taken up to you: the card says by whom, and why.',
  },
  praise: {
    title: 'Kind words for you',
    summary: (member: string) => `Kind words for you, from ${member}`,
    wrote: (member: string) => `${member} wrote this about what you did. Well done!`,
    where: 'where it was said',
  },
  about: <P>(message: P): (string | P)[] => ['about ', message],
  thisMessage: 'this message',
  restricted: {
    title: (name: string) => `${name} · restricted case`,
    waits: 'It is waiting for somebody who may see it.',
    kept: (open: string) =>
      `Not everybody here may see this case, so its words stay out of the channel. ${open} shows it to you alone, if you are one of those who may.`,
  },
  withdrawn: { title: 'This has been withdrawn', text: 'There is nothing for you to do here.' },
  evidence: {
    title: (name: string, member: string) => `${name} · files of ${member}`,
    gone: (name: string) => `${name} · files`,
    notHere: 'Not here',
    withdrawn: (open: string) =>
      `The files were taken away. ${open} on the card says how the case stands, to whoever may see it.`,
  },
  blind: {
    title: 'I may have missed flags',
    away: <P>(what: P): (string | P)[] => [
      'I was not connected for a while. When I looked for what was flagged meanwhile, I could not read ',
      what,
      '.',
    ],
    channels: 'the list of channels',
    toDo: 'To put it right: ',
    until:
      'Until then, please record what you see there with /feedback flag or /feedback new. I look again after the next restart or reconnection.',
  },
};
