/** Why something did not arrive, behind a sentence that says what. `why` is the platform's own word. */
export const reasons = {
  gone: (platform: string, why: string) => `${platform}: it no longer exists (${why}).`,
  closed: (platform: string, why: string) => `${platform}: direct messages are closed (${why}).`,
  refused: (platform: string, why: string) => `${platform} refused it (${why}).`,
  unavailable: (platform: string, why: string) => `${platform} is not available (${why}).`,
  unknown: (platform: string) => `${platform} did not answer; it is not known whether it was done.`,
  noRoom: (mb: number) =>
    `Not kept: the files of this community take ${mb} MB already, and may take no more (files.maxTotalBytes). It is still where it was said.`,
  notInstalled: (platform: string, workspace: string) =>
    `${platform}: the app is not installed in ${workspace}. It goes on as soon as it is.`,
  /** In the place of what no longer exists: somebody, the case it is of. */
  person: 'the person',
  noCase: 'The case this belongs to no longer exists.',
  updated:
    'Hearback was updated while this long answer was on its way, and would break it in other places now.',
  codeUncertain:
    'A backup was restored, and somebody else may have been given this code since. Whoever runs Hearback imports the list of codes nobody has used; if it is among them, try again.',
  codeLost:
    'The code of this gift is lost: the key it was sealed under was given up, or it was dropped after a restore. Give another gift.',
  keyMissing: (key: string) =>
    `This was sealed under the key ${key}, which this program does not have. Whoever runs Hearback adds it to HEARBACK_KEYS (or to the file "keys" in the data folder) and restarts.`,
  /** @param what its table and row, for whoever runs Hearback */
  sealBroken: (what: string) =>
    `The sealed bytes of ${what} do not open: they were changed, belong to another row, or their key was exchanged for another of the same name. Whoever runs Hearback restores them from a backup.`,
  digestMoved: 'This digest goes to another channel by now.',
  digestGone: 'This digest is no longer in hearback.yaml.',
  tooManyMessages: 'too many messages to look through',
  tooManyPosts: 'too many posts to look through',
  noEmoji: (emoji: string) => `there is no emoji ${emoji}`,
};
