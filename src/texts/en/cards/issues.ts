/** Issues of trackers on cards. */
export const issues = {
  one: 'Issue',
  several: 'Issues',
  onItsWay: (tracker: string) => `on its way to ${tracker}`,
  stands: (tracker: string, state: string) => ` in ${tracker}: ${state}`,
  /** Where the tracker's own word is not known. */
  states: {
    draft: 'draft',
    discarded: 'discarded',
    making: 'being made',
    open: 'open',
    closed: 'closed',
    gone: 'gone',
    failed: 'failed',
  },
  preview: (name: string) => `Issue for ${name} · preview`,
  goesTo: <P>(where: P, create: string): (string | P)[] => [
    'Goes to ',
    where,
    `. Whoever can read it there reads this, and nothing else. Nothing is made until you press ${create}.`,
  ],
  onGitHub: (repository: string) => `${repository} on GitHub`,
  inJira: (project: string) => `${project} in Jira`,
};
