import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'cases/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'dist.*/**'],
    globalSetup: ['scripts/vitest-setup.mjs'],
    reporters: ['default', './scripts/vitest-reporter.mjs'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Colour would make exact comparisons of printed text depend on the terminal.
    env: { NO_COLOR: '1' },
  },
});
