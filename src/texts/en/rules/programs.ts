/** Other programs: trackers of issues, webhooks, and the groups of the platform. */
export const programs = {
  onItsWay: (tracker: string) => `It is on its way to ${tracker} already.`,
  isThere: (tracker: string, address: string) => `It is in ${tracker} already: ${address}`,
  noTrackers: 'No trackers are set up here yet. They are listed under "issues" in hearback.yaml.',
  restricted:
    'Not all of the staff may see this case, so it is taken to no other program. A tracker that may have such cases says so in hearback.yaml.',
  nowhere: 'There is no tracker this case can be taken to.',
  unknown: (typed: string, choices: string) =>
    `There is no tracker "${typed}" here. Choose one of: ${choices}.`,
  noTitle: 'An issue needs a title. Write what it is about in a few words.',
  sent: 'That issue is on its way.',
  made: (address: string) => `That issue is made already: ${address}.`,
  discarded: 'That issue was discarded meanwhile. Write a new one with Issue.',
  /** What an issue says until somebody writes something else. */
  draftTitle: (kind: string, name: string) => `${kind} from the community (${name})`,
  draftBody: (severity: string, name: string) =>
    `What happens, and what should happen instead:\n\n\nSeverity: ${severity}. Hearback: ${name}.`,
  failedTitle: (tracker: string) => `The issue could not be made in ${tracker}`,
  failed: (why: string) => `${why} When that is put right, ask for it again with Issue.`,
  closed: (issue: string, status: string, tracker: string) => `${issue} is closed (${status}) in ${tracker}`,
  openedAgain: (issue: string, tracker: string) => `${issue} was opened again in ${tracker}`,
  tellMember: 'If that settles it, tell the member so. They have heard nothing of it by themselves.',
  /** The status of an issue that is gone. */
  wasDeleted: 'was deleted',
  wasMoved: 'was moved',
  wasMovedTo: (place: string) => `was moved to ${place}`,
  gone: (issue: string, how: string, tracker: string) => `${issue} ${how} in ${tracker}`,
  anIssue: 'An issue',
  noMoreOfIt: 'Hearback hears no more of it. If it is still needed, make another one with Issue.',
  open: (issue: string) => `Open ${issue}`,
  webhookTitle: (name: string) => `The webhook ${name} does not take what is sent to it`,
  webhookRefusedTitle: (name: string) => `The webhook ${name} does not take a message`,
  webhookLong: (outcome: string) =>
    `For an hour nothing has arrived there. The last attempt came to: ${outcome}.`,
  webhookRefused: (outcome: string) =>
    `It takes others, but one message was refused for five days and is given up. The last attempt came to: ${outcome}.`,
  webhookNothingLost:
    'Nothing is lost: each message is tried again for five days, and can be sent again after that. Other webhooks are not held up.',
  webhookMore: (name: string) =>
    `Whoever runs Hearback finds out more with: hearback webhooks list, and hearback webhooks test ${name}`,
  /** Why a webhook did not take something, behind a colon. */
  notTaken: {
    secretUnset: () => 'its secret is not set',
    secretUnusable: () => 'its secret cannot be used',
    inside: () => 'its address is not public; say private: true if it is in your own network',
    silent: (seconds: string) => `no answer within ${seconds} s`,
    unreached: (code: string) => (code === '' ? 'no connection' : `no connection (${code})`),
    redirect: (status: string) => `${status}, a redirect, which is not followed`,
    status: (status: string) => status,
  },
  groups: {
    goneTitle: (group: string) => `The group ${group} is not there any more`,
    gone: (id: string, gives: string) =>
      `hearback.yaml says that whoever is in it (${id}) ${gives}. It was deleted or switched off, so nobody gets that from it now.`,
    emptyTitle: (group: string) => `Nobody is in the group ${group} any more`,
    empty: (id: string, gives: string) =>
      `hearback.yaml says that whoever is in it (${id}) ${gives}. Nobody gets that from it now.`,
    notLost:
      'Cases are not lost: reminders go on to the next in line, and what nobody looks after comes to the triage channel.',
    nameAnother: 'Name another group in hearback.yaml, or people one by one; or switch the group on again.',
    fill: 'Put people into the group, or name others in hearback.yaml. What they may do counts at once.',
    renamedTitle: (before: string, now: string) => `The group ${before} is called ${now} now`,
    renamed: (id: string, gives: string) =>
      `hearback.yaml names it by its id (${id}), so whoever is in it still ${gives}.`,
    takeOut: 'Is it meant for something else now? Then take it out of hearback.yaml.',
    /** What somebody is who has a role. */
    roles: {
      flagger: 'flagger',
      moderator: 'moderator',
      handler: 'handler',
      lead: 'lead',
      management: 'management',
      admin: 'admin',
    },
    is: (roles: string) => `is ${roles}`,
    belongs: (departments: string) => `belongs to ${departments}`,
    isAndBelongs: (roles: string, departments: string) => `is ${roles} and belongs to ${departments}`,
  },
};
