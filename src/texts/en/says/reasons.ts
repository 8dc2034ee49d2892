/** Why something did not arrive, behind a sentence that says what. `why` is the platform's own word. */
export const reasons = {
  gone: (platform: string, why: string) => `${platform}: it no longer exists (${why}).`,
  closed: (platform: string, why: string) => `${platform}: direct messages are closed (${why}).`,
  refused: (platform: string, why: string) => `${platform} refused it (${why}).`,
  unavailable: (platform: string, why: string) => `${platform} is not available (${why}).`,
  noRoom: (mb: number) =>
    `Not kept: the files of this community take ${mb} MB already, and may take no more (files.maxTotalBytes). It is still where it was said.`,
  notInstalled: (platform: string, workspace: string) =>
    `${platform}: the app is not installed in ${workspace}. It goes on as soon as it is.`,
};
