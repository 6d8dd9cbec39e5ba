import { defineConfig } from 'vitest/config';
import { LastLine } from './test/last-line.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new LastLine()],
    // The hubs of end-to-end tests wait more than they work: two files at a time, also on a machine with two cores.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
