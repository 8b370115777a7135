import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Audited } from '../../engine/ports.ts'
import { moment } from './cell.ts'
import { table } from './table.ts'
import { common, valueOf, type Given, type Hand, type Verb } from './verb.ts'
import { whollyInto } from './whole-file.ts'
import { tameLine } from './width.ts'
import { isClosedPipe } from './world.ts'

const filters = ['by', 'record', 'command', 'ref', 'from', 'to'] as const

/** `history list`: who did what and when, of everything, by what is asked; as a file with a format. */
export function historyList(catalogue: Catalogue): Verb {
  const ref = `${catalogue.records[0]?.prefix ?? 'REF'}-1`
  return {
    path: ['history', 'list'],
    says: 'Who did what and when, in the whole workspace; takes the role admin',
    places: [],
    options: [
      { flag: 'by', value: 'who', says: 'a member or an API key by ref or id, or system' },
      {
        flag: 'record',
        value: 'record',
        says: 'only changes of this record, in the singular',
        choices: catalogue.records.map(({ name }) => name),
      },
      { flag: 'command', value: 'command', says: 'only this command, such as update-need' },
      { flag: 'ref', value: 'ref', says: 'only changes of one row; by its id where it is gone' },
      { flag: 'from', value: 'moment', says: 'not before this, such as 2026-03-01T00:00:00Z' },
      { flag: 'to', value: 'moment', says: 'before this' },
      { flag: 'limit', value: 'number', says: 'commits of a page, 1 to 200 (50)' },
      { flag: 'before', value: 'commit', says: 'go on where a page ended' },
      {
        flag: 'format',
        value: 'format',
        says: 'all of it, a change a line: csv or jsonl',
        choices: ['csv', 'jsonl'],
      },
      {
        flag: 'out',
        value: 'file',
        says: 'write to this file, which appears when it is whole (stdout)',
        file: true,
      },
      ...common,
    ],
    examples: [
      'history list --by system',
      `history list --ref ${ref} --json`,
      'history list --from 2026-03-01T00:00:00Z --format csv --out march.csv',
    ],
    group: 'The line:',
    run: (given, hand) =>
      valueOf(given, 'format') === undefined && valueOf(given, 'out') === undefined
        ? list(catalogue, given, hand)
        : takeOut(given, hand),
  }
}

interface Entry {
  readonly seq: number
  readonly at: string
  readonly by: { readonly name: string }
  readonly command: string
  readonly cause: string | null
  readonly count: number
  readonly changes: readonly Audited[]
}

const queryOf = (given: Given, names: readonly string[]) =>
  names.flatMap((name): readonly (readonly [string, string])[] => {
    const value = valueOf(given, name)
    return value === undefined ? [] : [[name, value]]
  })

async function list(catalogue: Catalogue, given: Given, hand: Hand): Promise<void> {
  const { text, body } = await hand.api.ask({
    path: '/views/audit',
    query: queryOf(given, [...filters, 'limit', 'before']),
  })
  if (hand.json) return hand.out(`${text}\n`)
  const entries = (body['entries'] ?? []) as readonly Entry[]
  if (entries.length === 0) await hand.err('Nothing of that was done.\n')
  else await hand.out(ledger(catalogue, entries, hand))
  if (typeof body['before'] === 'number')
    await hand.err(hand.paintErr('muted', `More: --before ${body['before']}\n`))
}

const ledger = (catalogue: Catalogue, entries: readonly Entry[], hand: Hand): string =>
  table(
    [
      { head: 'Commit', side: 'right' },
      { head: 'When' },
      { head: 'Who', most: 30 },
      { head: 'What', most: 40 },
      { head: 'Changes', side: 'right' },
      { head: 'Of', most: 60 },
      { head: 'Why', most: 40 },
    ],
    entries.map(({ seq, at, by, command, count, changes, cause }) => [
      String(seq),
      moment(at),
      tameLine(by.name),
      catalogue.command(command)?.says ?? command,
      count.toLocaleString('en'),
      [...new Set(changes.slice(0, 3).map((change) => nameOf(catalogue, change)))].join(', '),
      tameLine(cause ?? ''),
    ]),
    hand.paint,
    hand.world.stdout.isTTY === true ? hand.world.stdout.columns : undefined,
  )

function nameOf(catalogue: Catalogue, { record, ref, title, is }: Audited): string {
  const kind = catalogue.records.find(({ name }) => name === record)
  if (ref !== null) return tameLine(title === null ? ref : `${ref} ${title}`)
  const one = kind?.says.one ?? record
  return is === 'shown' ? one : `${one} (${is})`
}

async function takeOut(given: Given, hand: Hand): Promise<void> {
  const out = valueOf(given, 'out')
  const from = await hand.api.open({
    path: '/audit/export',
    query: [['format', valueOf(given, 'format') ?? 'csv'], ...queryOf(given, filters)],
    headers: { accept: '*/*' },
  })
  if (out === undefined)
    return pipeline(from, hand.world.stdout, { end: false }).catch((fault: unknown) => {
      if (!isClosedPipe(fault)) throw fault
    })
  await whollyInto(resolve(hand.world.cwd, out), (file) => pipeline(from, file))
}
