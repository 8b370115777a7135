import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverCatalogue as catalogue } from '../../areas/server.ts'
import { relationNames } from '../../engine/linking.ts'
import { completionFor, shells } from './completion.ts'
import { nounsOf } from './nouns.ts'
import { verbsOf } from './verbs.ts'

/** Each shell runs the script itself; one that this machine does not have is left out, bash never. */
const verbs = verbsOf(catalogue)
const scripts = new Map(
  shells.map((shell) => [shell, completionFor(shell, verbs, nounsOf(catalogue))] as const),
)
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-completion-'))
  for (const [shell, script] of scripts) writeFileSync(join(folder, shell), script)
  writeFileSync(join(folder, 'rows.csv'), 'title\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asked: Readonly<Record<(typeof shells)[number], (line: string) => readonly string[]>> = {
  bash: (line) => [
    '-c',
    `source ./bash; COMP_LINE=$1; COMP_POINT=\${#1}; _throughline 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
    'bash',
    line,
  ],
  zsh: (line) => ['-f', '-c', zshAsks, 'zsh', ...line.split(' ')],
  fish: (line) => ['-c', `source ./fish; complete -C "$argv[1]" | string split -f1 \\t`, line],
}

/** Outside of a real prompt zsh has no completion builtins: these say what they were told. */
const zshAsks = `compdef() { : }
compadd() { while [[ $1 == -* && $1 != -- ]]; do [[ $1 == -S ]] && shift; shift; done; shift; print -l -- "$@" }
_describe() { [[ $1 == -o ]] && shift; local one; for one in "\${(@P)2}"; do print -r -- "\${one%%:*}"; done }
_files() { print -l -- * }
source ./zsh
words=(throughline "\${(@)@[2,-1]}"); CURRENT=$#words
_throughline`

function completed(shell: (typeof shells)[number], line: string): readonly string[] {
  const run = spawnSync(shell, asked[shell](line), { cwd: folder, encoding: 'utf8' })
  const cur = line.slice(line.lastIndexOf(' ') + 1)
  const words = run.stdout.split('\n').filter((word) => word !== '')
  // zsh itself filters by what was typed; the builtins above do not.
  return shell === 'zsh' ? words.filter((word) => word.startsWith(cur)) : words
}

describe.each(shells)('completion for %s', (shell) => {
  const there = has(shell)

  it.runIf(there)('is a script that the shell can read', () => {
    const run = spawnSync(shell, ['-n', join(folder, shell)], { encoding: 'utf8' })
    expect([run.status, run.stderr]).toEqual([0, ''])
  })

  it.runIf(there)(
    'offers every record, and every verb of each',
    () => {
      const top = completed(shell, 'throughline ')
      for (const kind of catalogue.records) expect(top).toContain(kind.name)
      for (const path of [
        'import',
        'export',
        'why',
        'became',
        'link',
        'history',
        'undo',
        'explain',
        'start',
        'sign-in',
        'completion',
        'help',
      ])
        expect(top).toContain(path)
      for (const first of new Set(
        verbs.flatMap(({ path }) => (path.length === 2 ? [path[0] ?? ''] : [])),
      )) {
        const own = verbs.flatMap(({ path }) => (path[0] === first ? path.slice(1) : []))
        expect(completed(shell, `throughline ${first} `)).toEqual(expect.arrayContaining(own))
      }
    },
    120_000,
  )

  it.runIf(there)('offers the options of a verb and the values of an option', () => {
    const kind = catalogue.records.find(
      (one) =>
        Object.values(one.fields).some(
          (field) => field.kind === 'choice' && field.set === undefined,
        ) &&
        catalogue.command(`create-${one.name}`) &&
        one.derive === undefined,
    )
    const [name, field] =
      Object.entries(kind?.fields ?? {}).find(([, one]) => one.kind === 'choice') ?? []
    const values = field?.kind === 'choice' ? Object.keys(field.options) : []
    expect(values.length).toBeGreaterThan(1)
    expect(completed(shell, `throughline ${kind?.name} create --`)).toEqual(
      expect.arrayContaining([`--${name}`, '--json', '--data', '--help']),
    )
    expect([...completed(shell, `throughline ${kind?.name} create --${name} `)].toSorted()).toEqual(
      values.toSorted(),
    )
    expect(
      completed(
        shell,
        `throughline ${kind?.name} create --json --${name} ${values[0]?.slice(0, 2)}`,
      ),
    ).toContain(values[0])
  })

  it.runIf(there)('offers the relations between the two ends of a link', () => {
    expect([...completed(shell, 'throughline link A-1 ')].toSorted()).toEqual(
      relationNames(catalogue).toSorted(),
    )
    expect(completed(shell, 'throughline unlink A-1 s')).toEqual(
      expect.arrayContaining(relationNames(catalogue).filter((one) => one.startsWith('s'))),
    )
  })

  it.runIf(there)('offers files where a file is meant', () => {
    const [record = ''] = catalogue.records.map((kind) => kind.name)
    expect(completed(shell, `throughline import ${record} `)).toContain('rows.csv')
    expect(completed(shell, `throughline export ${record} --out ro`)).toContain('rows.csv')
  })
})

it('bash completes what stands behind an equals sign, as readline parts it', () => {
  const kind = catalogue.records.find((one) =>
    Object.values(one.fields).some((field) => field.kind === 'choice' && field.filter === true),
  )
  const [name, field] =
    Object.entries(kind?.fields ?? {}).find(
      ([, one]) => one.kind === 'choice' && one.filter === true,
    ) ?? []
  const [value = ''] = field?.kind === 'choice' ? Object.keys(field.options) : []
  expect(
    completed('bash', `throughline ${kind?.name} list --filter ${name}=${value.slice(0, 2)}`),
  ).toEqual([value])
})

it('bash is on every machine that tests this', () => {
  expect(has('bash')).toBe(true)
})
