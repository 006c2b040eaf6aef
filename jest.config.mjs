const common = {
  runtime: '<rootDir>/test/kit/native/runtime.mjs',
  testEnvironment: '<rootDir>/test/kit/native/environment.mjs',
  transform: {},
};
const withCluster = { globalSetup: '<rootDir>/test/kit/global-setup.mjs', globalTeardown: '<rootDir>/test/kit/global-teardown.mjs' };
export default {
  testTimeout: 180_000,
  testSequencer: '<rootDir>/test/kit/sequencer.mjs',
  projects: [
    {
      ...common,
      displayName: 'rules',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/web/src/**/*.spec.ts', '<rootDir>/test/*.spec.ts'],
    },
    { ...common, displayName: 'contracts', ...withCluster, testMatch: ['<rootDir>/test/contracts/**/*.spec.ts'] },
    { ...common, displayName: 'journeys', ...withCluster, testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
  ],
};
