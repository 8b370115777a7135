/** `npm run check`: what must hold before a test is run, as a list one can read. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const failures = [
  check('Pure code names no clock, no network and no machine', 'tsc', '-p', 'tsconfig.pure.json'),
  check('The server’s types hold', 'tsc', '-p', 'tsconfig.node.json'),
  check('The browser’s types hold', 'tsc', '-p', 'tsconfig.web.json'),
  check('The linter finds nothing', 'oxlint', '--type-aware', '--deny-warnings'),
  check('Every file is formatted', 'oxfmt', '--check'),
  check('Nothing is unused', 'knip'),
  check('Imports go the way the architecture says', 'tsx', 'scripts/architecture.ts'),
  ...(existsSync('ARCHITECTURE.md')
    ? [
        check(
          'The graph in ARCHITECTURE.md is the graph of the code',
          'tsx',
          'scripts/architecture-graph.ts',
          '--check',
        ),
      ]
    : []),
].filter((held) => !held).length

if (failures > 0) console.log(`\n${failures} of these do not hold.`)
process.exitCode = failures

/** Runs a tool of ours, silent when it is content. True when it is. */
function check(says: string, tool: string, ...args: readonly string[]): boolean {
  const began = performance.now()
  const done = spawnSync(`node_modules/.bin/${tool}`, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const held = done.status === 0
  console.log(`${held ? '✓' : '✗'} ${says} (${seconds} s)`)
  if (!held) console.log(`\n${done.stdout}${done.stderr}${done.error?.message ?? ''}`)
  return held
}
