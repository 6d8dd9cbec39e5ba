import { defineConfig } from 'vitest/config';
import { LastLine } from './test/last-line.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new LastLine()],
    // The hubs of end-to-end tests wait more than they work: three files at a time, also on a machine with two cores.
    maxWorkers: 3,
    // A worker loads each module once, not once per file: no test changes what a module keeps (eslint holds them to it).
    isolate: false,
    // The rules that CDK itself holds templates against take seconds to load; `cdk synth` runs them.
    env: { CDK_VALIDATION: 'false' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
