/** What `bin/throughline.mjs` does before it runs: build when there is reason to, and only then. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const building = 'Building Throughline: this checkout is new or has changed.\n'

/** A small checkout with our own way to build, and a program of four files in it. */
let checkout: string

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'throughline-build-'))
  for (const path of [
    'bin/throughline.mjs',
    'scripts/built.mjs',
    'scripts/build.mjs',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(root, path), join(checkout, path))
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  mkdirSync(join(checkout, 'src/app/aside'), { recursive: true })
  write(
    'src/app/main.ts',
    "import { says } from './says.ts'\nconsole.log(says, process.argv.slice(2).join(' '))",
  )
  write('src/app/says.ts', "export const says: string = 'one'")
  write('src/app/aside/thread.ts', 'export {}')
})

afterEach(() => rmSync(checkout, { recursive: true, force: true }))

it('builds a new checkout, says so in one line, and hands its arguments on', async () => {
  expect(await run('list', '--json')).toEqual({ code: 0, out: 'one list --json\n', err: building })
  expect(await run('list')).toEqual({ code: 0, out: 'one list\n', err: '' })
  expect(readdirSync(join(checkout, 'dist')).sort()).toEqual(['server', 'stamp'])
})

it('builds again after a change, an addition and a deletion, and after nothing else', async () => {
  await run()
  const before = statSync(join(checkout, 'dist/server/main.mjs')).mtimeMs
  const again = () => statSync(join(checkout, 'dist/server/main.mjs')).mtimeMs !== before

  const later = new Date(Date.now() + 60_000)
  utimesSync(join(checkout, 'src/app/says.ts'), later, later)
  write('src/app/says.test.ts', 'a test is no part of the build')
  write('src/app/README.md', 'neither is prose')
  expect(await run()).toEqual({ code: 0, out: 'one \n', err: '' })
  expect(again()).toBe(false)

  write('src/app/says.ts', "export const says: string = 'two'")
  expect(await run()).toEqual({ code: 0, out: 'two \n', err: building })
  write('src/app/more.ts', 'export {}')
  expect((await run()).err).toBe(building)
  rmSync(join(checkout, 'src/app/more.ts'))
  expect((await run()).err).toBe(building)
})

it('lets five start at the same moment, and all five run', async () => {
  const all = await Promise.all([run(), run(), run(), run(), run()])
  expect(all.map(({ code, out }) => [code, out])).toEqual(all.map(() => [0, 'one \n']))
  expect(readdirSync(join(checkout, 'dist')).sort()).toEqual(['server', 'stamp'])
})

it('is not held up by a builder that was killed, and clears away what that one left', async () => {
  const dead = await new Promise<number>((resolve) => {
    const child = spawn(process.execPath, ['--eval', ''])
    child.on('exit', () => resolve(child.pid ?? 0))
  })
  const { hostname } = await import('node:os')
  write('dist/lock', `${hostname()} ${dead}`)
  write(`dist/building-${dead}/server/main.mjs`, 'half a')
  expect(await run()).toEqual({ code: 0, out: 'one \n', err: building })
  expect(readdirSync(join(checkout, 'dist')).sort()).toEqual(['server', 'stamp'])
})

it('does not run what an unfinished build left', async () => {
  write('dist/server/main.mjs', "console.log('stale')")
  expect(await run()).toEqual({ code: 0, out: 'one \n', err: building })
})

it('says what is wrong in the source, keeps the build that was there, and leaves with 1', async () => {
  await run()
  write('src/app/says.ts', 'export const says = ')
  const { code, out, err } = await run()
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('src/app/says.ts:1')
  expect(err).toContain('Throughline could not be built; the reason stands above.')
  expect(readdirSync(join(checkout, 'dist')).sort()).toEqual(['server', 'stamp'])
  write('src/app/says.ts', "export const says: string = 'one'")
  write('src/app/aside/thread.ts', 'export {}')
  expect(await run()).toEqual({ code: 0, out: 'one \n', err: '' })
})

it('says what to do where the packages are not installed', async () => {
  rmSync(join(checkout, 'node_modules'))
  const { code, err } = await run()
  expect(code).toBe(1)
  expect(err).toContain(`Run "npm ci" in ${checkout}`)
})

it('runs through a link from any directory', async () => {
  const link = join(checkout, 'linked')
  symlinkSync(join(checkout, 'bin/throughline.mjs'), link)
  expect(await start(link, ['why', 'RM-1'], tmpdir())).toEqual({
    code: 0,
    out: 'one why RM-1\n',
    err: building,
  })
  expect(existsSync(join(checkout, 'dist/stamp'))).toBe(true)
})

const run = (...args: readonly string[]) =>
  start(join(checkout, 'bin/throughline.mjs'), args, checkout)

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const { NODE_ENV: _, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

function write(path: string, text: string): void {
  mkdirSync(join(checkout, path, '..'), { recursive: true })
  writeFileSync(join(checkout, path), text)
}
