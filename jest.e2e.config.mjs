import usual from './jest.config.mjs';

/** The pages in a real browser, over the real sandbox: Debian's Chromium, or the one CHROMIUM_PATH names. `npm run test:e2e`. */
export default {
  ...usual,
  testPathIgnorePatterns: ['/node_modules/'],
  testRegex: String.raw`\.e2e\.test\.ts$`,
  testTimeout: 240_000,
};
