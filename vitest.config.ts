import { defineConfig } from 'vitest/config';
import { LastLine } from './test/last-line.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new LastLine()],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
