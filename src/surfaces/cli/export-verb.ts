import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Catalogue } from '../../engine/catalogue.ts'
import { invalid, Problem } from '../../engine/problem.ts'
import { part } from './api.ts'
import {
  dataOption,
  isGiven,
  jsonOption,
  valueOf,
  type Given,
  type Hand,
  type Verb,
} from './verb.ts'
import { whollyInto } from './whole-file.ts'
import { isClosedPipe } from './world.ts'

/** `export`: the rows of a record, or the whole workspace, as they come and never whole in memory. */
export function exportVerb(catalogue: Catalogue): Verb {
  const [example] = catalogue.records.filter((kind) => kind.station !== undefined)
  return {
    path: ['export'],
    says: 'Take the rows of a record out, or with --all the whole workspace as one archive',
    places: [
      {
        name: 'record',
        says: 'in the singular',
        required: false,
        choices: catalogue.records.map((kind) => kind.name),
      },
    ],
    options: [
      {
        flag: 'all',
        says: `everything, as an archive that import --all reads${staying(catalogue)}`,
      },
      { flag: 'format', value: 'format', says: 'csv or jsonl (csv)', choices: ['csv', 'jsonl'] },
      {
        flag: 'columns',
        value: 'names',
        says: 'only these, in this order, with commas between them',
      },
      {
        flag: 'filter',
        value: 'field=value',
        says: 'only rows that fit, as in the list of the record; may be given often',
      },
      { flag: 'sort', value: 'field', says: 'in this order; - before it for the other way' },
      { flag: 'q', value: 'words', says: 'only rows that these words find' },
      {
        flag: 'out',
        value: 'file',
        says: 'write to this file, which appears when it is whole (stdout)',
        file: true,
      },
      jsonOption,
      dataOption,
    ],
    examples: [
      `export ${example?.name ?? 'RECORD'} --format jsonl --out rows.jsonl`,
      `export ${example?.name ?? 'RECORD'} --columns ref,${example?.title ?? 'title'} --sort createdAt`,
      'export --all --out workspace.throughline',
    ],
    group: 'In and out:',
    run: (given, hand) => takeOut(catalogue, given, hand),
  }
}

async function takeOut(catalogue: Catalogue, given: Given, hand: Hand): Promise<void> {
  const out = valueOf(given, 'out')
  const whole = isGiven(given, 'all')
  if (whole && out === undefined && hand.world.stdout.isTTY === true)
    throw invalid('An archive is no text for a terminal. Name a file with --out FILE.')
  const from = whole
    ? await hand.api.open({ path: '/archive', headers: { accept: '*/*' } })
    : await rowsOf(catalogue, given, hand)
  let bytes = 0
  const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }
  if (out === undefined)
    return pipeline(from, counted, hand.world.stdout, { end: false }).catch(endOf)
  await whollyInto(resolve(hand.world.cwd, out), (file) => pipeline(from, counted, file))
  const stay = whole
    ? `${staying(catalogue)}. It holds what you may see; throughline backup holds all there is.`
    : ''
  await hand.err(hand.paintErr('muted', `${bytes.toLocaleString('en')} bytes in ${out}${stay}\n`))
}

/** What an archive leaves out and can be made anew, in a sentence. */
function staying(catalogue: Catalogue): string {
  const many = catalogue.records
    .filter((kind) => kind.stays === 'here' && kind.lasts === undefined)
    .map(({ says }) => says.many)
  return many.length === 0
    ? ''
    : `, without ${new Intl.ListFormat('en').format(many)}: make new ones where the archive is read`
}

function rowsOf(
  catalogue: Catalogue,
  given: Given,
  hand: Hand,
): Promise<AsyncIterable<Uint8Array>> {
  const name = given.place['record']
  if (name === undefined)
    throw invalid('Name a record, or take everything with --all. See "throughline export --help".')
  const kind = catalogue.records.find((one) => one.name === name || one.plural === name)
  if (kind === undefined)
    throw new Problem(
      'unknown',
      `There is no record called "${name}". One of: ${catalogue.records.map((one) => one.name).join(', ')}.`,
    )
  const format = valueOf(given, 'format') ?? (isGiven(given, 'json') ? 'jsonl' : 'csv')
  return hand.api.open({
    path: `/export/${part(kind.plural)}`,
    query: [
      ['format', format],
      ...['columns', 'sort', 'q'].flatMap((flag): (readonly [string, string])[] => {
        const value = valueOf(given, flag)
        return value === undefined ? [] : [[flag, value]]
      }),
      ...(given.option['filter'] ?? []).map((typed): readonly [string, string] => {
        const at = typed.indexOf('=')
        if (at < 1)
          throw invalid(`"${typed}" is no filter. Write --filter field=value.`, [
            { at: '--filter', says: 'Write field=value.' },
          ])
        return [`filter[${typed.slice(0, at)}]`, typed.slice(at + 1)]
      }),
    ],
    headers: { accept: '*/*' },
  })
}

function endOf(fault: unknown): void {
  if (!isClosedPipe(fault)) throw fault
}
