/**
 * `npm run dev`: the server from its sources, started anew when one changes, and the browser's part
 * built anew beside it; reload the page to see it. Arguments go to the server: npm run dev -- --port 4601
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
// What is in dist from here on is of a moment between two edits, so the next start builds again.
rmSync('dist/stamp', { force: true })

const running: readonly ChildProcess[] = [
  start('vite', 'build', '--watch', '--logLevel', 'warn'),
  // The server knows only the files of the browser's part that were there when it started.
  start(
    'tsx',
    'watch',
    '--clear-screen=false',
    '--include=dist/web/index.html',
    'src/app/main.ts',
    'start',
    ...process.argv.slice(2),
  ),
]
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))

function start(tool: string, ...args: readonly string[]): ChildProcess {
  const child = spawn(`node_modules/.bin/${tool}`, args, { stdio: 'inherit' })
  child.on('error', (error) => console.error(`${tool} cannot be run: ${error.message}`))
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0
    stop('SIGTERM')
  })
  return child
}

/** One without the other is of no use. */
function stop(signal: NodeJS.Signals): void {
  for (const child of running) if (child.exitCode === null) child.kill(signal)
}
