import usual from './jest.config.mjs';

/** The stories that take a minute each: programs killed, started and stopped, servers that come and go. `npm run test:long`. */
export default { ...usual, testPathIgnorePatterns: ['/node_modules/'], testRegex: String.raw`\.long\.test\.ts$` };
