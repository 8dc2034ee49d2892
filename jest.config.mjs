/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // These take a minute each and have a command of their own: jest.long.config.mjs.
  testPathIgnorePatterns: ['/node_modules/', String.raw`\.(?:long|e2e)\.test\.ts$`],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2023',
          experimental: { keepImportAttributes: true },
        },
        sourceMaps: 'inline',
      },
    ],
  },
  // Jest's own default on two cores is one worker; the stories wait more than half of the time.
  maxWorkers: 4,
  // What a test file has loaded is not given back: a worker that has grown this much makes room for a new one.
  workerIdleMemoryLimit: '1.5GB',
  // How long a story over real sockets may take before it counts as hung; no test measures time.
  testTimeout: 60_000,
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'babel',
};
