/** Why something did not arrive, behind a sentence that says what. `why` is the platform's own word. */
export const reasons = {
  gone: (platform: string, why: string) => `${platform}: it no longer exists (${why}).`,
  closed: (platform: string, why: string) => `${platform}: direct messages are closed (${why}).`,
  refused: (platform: string, why: string) => `${platform} refused it (${why}).`,
  unavailable: (platform: string, why: string) => `${platform} is not available (${why}).`,
};
