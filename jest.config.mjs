const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
    },
  ],
};
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
const withCluster = { globalSetup: '<rootDir>/test/kit/global-setup.mjs', globalTeardown: '<rootDir>/test/kit/global-teardown.mjs' };
export default {
  testTimeout: 60_000,
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
