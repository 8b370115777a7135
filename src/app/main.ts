import { Problem } from '../engine/problem.ts'
import { configOf, environment } from './config.ts'

/** The program: `start` runs an instance here; everything else is the command line, which speaks to one. */
const argv = process.argv.slice(2)
process.exitCode =
  argv[0] === 'start' && !argv.some((word) => word === '--help' || word === '-h')
    ? await startHere(argv.slice(1))
    : await commandLine(argv)
// What is left open after a clean end (a connection that is kept for the next question, a collector that
// does not answer) must not hold whoever waits for it.
process.exit()

async function startHere(words: readonly string[]): Promise<number> {
  try {
    const config = configOf(words, environment(), process.cwd())
    const { start } = await import('./start.ts')
    return await start(config)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${error.message}\n`)
    return error.code === 'invalid' ? 2 : 1
  }
}

async function commandLine(words: readonly string[]): Promise<number> {
  const [{ runCli }, { patientFetch }, { serverCatalogue: catalogue }, { keepingOf }] =
    await Promise.all([
      import('../surfaces/cli/run.ts'),
      import('../surfaces/cli/patient-fetch.ts'),
      import('../areas/server.ts'),
      import('./keeping.ts'),
    ])
  return runCli(words, {
    env: environment(),
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    cwd: process.cwd(),
    catalogue,
    fetch: patientFetch,
    keeping: keepingOf(environment(), process.cwd(), (line) => process.stderr.write(`${line}\n`)),
  })
}
