import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { serverCatalogue as catalogue } from '../../areas/server.ts'
import { catalogueOf } from '../../engine/catalogue.ts'
import { anyone } from '../../engine/access.ts'
import type { Command } from '../../engine/command.ts'
import { choice, isGiven, text } from '../../engine/field.ts'
import { record } from '../../engine/record.ts'
import { plainVerb, plainVerbs } from '../rest/plain-verbs.ts'
import { nounsOf } from './nouns.ts'
import { read } from './program.ts'
import { verbsOf } from './verbs.ts'

const verbs = verbsOf(catalogue)
const said = async (...argv: readonly string[]): Promise<string> => {
  const asked = await read(argv, verbs, nounsOf(catalogue), 100)
  return asked.is === 'text' ? asked.text : 'a verb'
}

const plainOf = (command: Command) =>
  catalogue.records.flatMap((kind) =>
    plainVerbs
      .filter((verb) => command.name === `${verb}-${kind.name}`)
      .map((verb) => ({ kind, verb })),
  )[0]

/** A plain verb is called by its record first; every other command by its whole name. */
const pathOf = (command: Command): string => {
  const plain = plainOf(command)
  return plain === undefined ? command.name : `${plain.kind.name} ${plain.verb}`
}

const wanted = catalogue.commands.filter((command) => {
  const plain = plainOf(command)
  return plain === undefined || plainVerb(plain.verb, plain.kind, catalogue) !== undefined
})

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, inner]) => inner ?? whole)

describe('the verbs', () => {
  it('are each called by words of their own', () => {
    const paths = verbs.map((verb) => verb.path.join(' '))
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('cover every command that somebody may ever give, and the list and the row of every record', () => {
    const paths = new Set(verbs.map((verb) => verb.path.join(' ')))
    const missing = wanted.map(pathOf).filter((path) => !paths.has(path))
    expect(missing).toEqual([])
    expect(wanted.length).toBeGreaterThan(40)
    const readings = catalogue.records.flatMap(({ name }) => [`${name} list`, `${name} get`])
    expect(readings.filter((path) => !paths.has(path))).toEqual([])
  })

  it('have an option or a place for every input of their command', () => {
    let counted = 0
    for (const command of wanted) {
      const verb = verbs.find(
        ({ path }) => path.join(' ') === command.name || `${path[1]}-${path[0]}` === command.name,
      )
      for (const [name, field] of Object.entries(command.input)) {
        if (!isGiven(field)) continue
        counted += 1
        const flags =
          verb?.options.map((option) =>
            option.flag
              .replace(/^field-/, '')
              .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          ) ?? []
        expect(
          [...flags, ...(verb?.places.map((one) => (one.name === 'ref' ? 'id' : one.name)) ?? [])],
          `${command.name} ${name}`,
        ).toContain(name)
      }
    }
    expect(counted).toBeGreaterThan(200)
  })

  it('never have two options by one name', () => {
    for (const verb of verbs) {
      const flags = verb.options.map((option) => option.flag)
      expect(new Set(flags).size, verb.path.join(' ')).toBe(flags.length)
    }
  })

  it('are there for a record that nobody has thought of, whatever its fields are called', async () => {
    const odd = record({
      name: 'odd',
      plural: 'odds',
      says: { one: 'odd thing', many: 'odd things', what: 'A thing.' },
      prefix: 'ODD',
      title: 'data',
      held: 'paged',
      read: anyone,
      create: anyone,
      write: anyone,
      order: '-createdAt',
      fields: {
        data: text({ label: 'Data', max: 9, required: true }),
        json: text({ label: 'Json', max: 9 }),
        kind: choice({ label: 'Kind', options: { help: 'Help' } }),
      },
    })
    const made = catalogueOf(
      [{ name: 'a', says: 'A', records: [odd], relations: [], commands: [] }],
      [],
    )
    const all = verbsOf(made)
    const asked = await read(
      [
        'odd',
        'create',
        '--field-data',
        'x',
        '--field-json',
        'y',
        '--kind',
        'help',
        '--data',
        'dir',
        '--json',
      ],
      all,
      nounsOf(made),
      80,
    )
    expect(asked).toMatchObject({
      is: 'verb',
      given: {
        option: {
          'field-data': ['x'],
          'field-json': ['y'],
          kind: ['help'],
          data: ['dir'],
          json: ['true'],
        },
      },
    })
  })
})

describe('the help', () => {
  it('names every record, every way in, the exit codes and what the environment may say', async () => {
    const help = await said('--help')
    for (const kind of catalogue.records) expect(help).toMatch(new RegExp(`^  ${kind.name} `, 'm'))
    for (const word of [
      'start',
      'import',
      'export',
      'why',
      'became',
      'link',
      'unlink',
      'history',
      'undo',
      'explain',
      'sign-in',
      'completion',
    ])
      expect(help).toMatch(new RegExp(`^  ${word} `, 'm'))
    for (const word of [
      'THROUGHLINE_URL',
      'THROUGHLINE_KEY',
      'THROUGHLINE_DATA_DIR',
      'NO_COLOR',
      '8  no instance answers',
    ])
      expect(help).toContain(word)
    expect(await said()).toBe(help)
  })

  it('shows the options of a verb with their words, and an example that the parser takes', async () => {
    let counted = 0
    for (const verb of verbs) {
      const help = await said(...verb.path, '--help')
      const shown = verb.options.filter((one) => one.denied !== 'only' && one.hidden !== true)
      for (const { flag } of shown) expect(help, verb.path.join(' ')).toContain(`--${flag}`)
      for (const example of verb.examples) {
        counted += 1
        const words = wordsOf(example.replace(/ > .*$/, ''))
        expect(await read(words, verbs, nounsOf(catalogue), 100), example).toMatchObject({
          is: 'verb',
          verb: { path: verb.path },
        })
      }
    }
    expect(counted).toBeGreaterThan(100)
  }, 120_000)

  it('is the version where that is asked, and only before a command', async () => {
    expect(await said('--version')).toMatch(/^\d+\.\d+\.\d+/)
    const kind = catalogue.records.find(
      (one) => catalogue.command(`update-${one.name}`) !== undefined,
    )
    expect(
      await read(
        [kind?.name ?? '', 'update', 'X-1', '--version', '3'],
        verbs,
        nounsOf(catalogue),
        100,
      ),
    ).toMatchObject({ is: 'verb', given: { option: { version: ['3'] } } })
  })
})

describe('the guide', () => {
  it('has no line in it that the parser does not take', async () => {
    const folder = fileURLToPath(new URL('../../../docs/guide', import.meta.url))
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => line.startsWith('throughline '))
      // what a shell keeps for itself
      .map((line) => line.replace(/ > \S+$/, ''))
    expect(lines.length).toBeGreaterThan(15)
    const faults: string[] = []
    for (const line of lines)
      try {
        const { is } = await read(wordsOf(line).slice(1), verbs, nounsOf(catalogue), 100)
        if (is !== 'verb') faults.push(`${line}: ${is}`)
      } catch (error) {
        faults.push(`${line}: ${String(error)}`)
      }
    expect(faults).toEqual([])
  })
})
