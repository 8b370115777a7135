import { configDefaults, defineConfig } from 'vitest/config'

const long = process.env['THROUGHLINE_LONG'] === '1'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(long ? [] : ['**/*.long.test.ts'])],
    globalSetup: 'test/database-room.ts',
    setupFiles: ['test/chance.ts', 'test/screens-told.ts'],
    pool: 'forks',
    // A process reads the code once for all files that it runs: reading it anew took 332 s of a run, and so it takes 48.
    // What a file needs before and after its tests it says itself, or a setup file; a helper's own hooks run once.
    isolate: false,
    // Each test file may have a PostgreSQL and a browser of its own; two at once is what two cores carry.
    maxWorkers: 2,
    // A machine that others share stands still for a minute now and then, and that is not wrong.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
    // What a browser shows is waited for, as in `patience`.
    expect: { poll: { timeout: 90_000 } },
  },
})
