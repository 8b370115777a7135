/**
 * The linter holds the directions too, while one types, and says why. It sees one file at a time, so
 * what lies between two areas, or in an import that is not a statement, is the parser's alone.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { planted, type Planted } from './planted.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const parsersAlone = [
  'a surface names a type of an area in passing',
  'the kit runs a worker of the store',
  'a rule imports a view',
  'a rule imports its own face',
  'a view imports a screen',
  'a screen imports a view, not only its type',
  'an area reaches past the face of another',
  'code that is shipped imports a test’s',
  'node in a rule',
  'the environment by another spelling',
  'the environment as an import',
  'a rule looks at the clock',
]

it('finds what is planted against a direction, a package, the environment or the clock', () => {
  const rules = ['direction', 'package', 'environment', 'clock']
  const faults = planted.filter(
    ({ rule, says }) => rules.includes(rule) && !parsersAlone.includes(says),
  )
  const found = lint(faults)
  expect(found.map(({ says }) => says).sort()).toEqual(faults.map(({ says }) => says).sort())
  expect(found.length).toBeGreaterThanOrEqual(20)
  expect(found.filter(({ why }) => why.length < 20)).toEqual([])
})

it('leaves alone what only the parser is said to see', () => {
  const faults = planted.filter(({ says }) => parsersAlone.includes(says))
  expect(faults.length).toBe(parsersAlone.length)
  expect(lint(faults)).toEqual([])
})

interface Finding {
  readonly says: string
  readonly why: string
}

/** Plants each fault in a file of its own beside its place, in an empty tree with our settings. */
function lint(faults: readonly Planted[]): readonly Finding[] {
  const room = mkdtempSync(join(tmpdir(), 'throughline-lint-'))
  const files = new Map(
    faults.map((fault, n) => [fault.path.replace(/(\.tsx?)$/, `-${n}$1`), fault] as const),
  )
  try {
    for (const [path, { text }] of files) {
      mkdirSync(dirname(join(room, path)), { recursive: true })
      writeFileSync(join(room, path), text)
    }
    copyFileSync(join(root, '.oxlintrc.json'), join(room, '.oxlintrc.json'))
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
    const done = spawnSync(process.execPath, [oxlint, '--format=json'], {
      cwd: room,
      encoding: 'utf8',
    })
    const { diagnostics } = JSON.parse(done.stdout) as { diagnostics: readonly Diagnostic[] }
    return diagnostics
      .filter(({ code }) => code.startsWith('eslint(no-restricted-'))
      .map(({ filename, help, message }) => ({
        says: files.get(filename)?.says ?? filename,
        why: help ?? message,
      }))
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** What we read of oxlint's JSON. */
interface Diagnostic {
  readonly code: string
  readonly filename: string
  readonly message: string
  readonly help?: string
}
