import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Catalogue } from '../../engine/catalogue.ts'
import { invalid, Problem } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import { part, type Ask } from './api.ts'
import { exitCodes, refusalOf } from './failure.ts'
import { mapping, planFor, type Upload } from './import-plan.ts'
import {
  checkInWords,
  isOver,
  progress,
  reportInWords,
  type Checked,
  type State,
} from './import-text.ts'
import { isGiven, place, placeOf, type Given, type Hand, type Verb } from './verb.ts'
import { causeHeader, writing } from './write-verbs.ts'

/** `import`: a file into a record, looked at first, all of it or nothing. */
export function importVerb(catalogue: Catalogue): Verb {
  const kinds = importable(catalogue)
  const [example] = kinds.filter((kind) => kind.station !== undefined)
  const name = example?.name ?? 'RECORD'
  return {
    path: ['import'],
    says: 'Bring a file in: CSV, JSON Lines or an archive; all of it or nothing, and undoable as one',
    places: [
      {
        ...place(
          'record',
          'what its rows are, in the singular; with --all the file is an archive',
          kinds.map((kind) => kind.name),
        ),
      },
      { ...place('file', 'the file, or - for stdin'), required: false, file: true },
    ],
    options: [
      {
        flag: 'map',
        value: 'field=column,…',
        says: 'which column is which field, over what is guessed; field= leaves one out',
      },
      {
        flag: 'source',
        value: 'name',
        says: 'where the rows come from; a second import finds them by it and their origin id',
      },
      {
        flag: 'date-order',
        value: 'order',
        says: 'how 03/04/2026 is meant: dmy, mdy or ymd',
        choices: ['dmy', 'mdy', 'ymd'],
      },
      { flag: 'dry-run', says: 'check every row and bring nothing in' },
      {
        flag: 'all',
        says: 'the file is an archive of a whole workspace: throughline import --all FILE',
      },
      ...writing,
    ],
    examples: [
      `import ${name} file.csv`,
      `import ${name} file.csv --map title=Subject,text=Body --source tracker --dry-run`,
      'import --all workspace.throughline',
    ],
    group: 'In and out:',
    run: (given, hand) => bringIn(catalogue, given, hand),
  }
}

async function bringIn(catalogue: Catalogue, given: Given, hand: Hand): Promise<number> {
  const whole = isGiven(given, 'all')
  if (whole && isGiven(given, 'dry-run'))
    throw invalid(
      'An archive has no dry run: it is read into an empty workspace, all of it or nothing.',
    )
  const path = whole ? placeOf(given, 'record') : given.place['file']
  if (path === undefined)
    throw invalid('Name the file too: throughline import RECORD FILE, or - for stdin.')
  const kind = whole ? undefined : recordNamed(catalogue, placeOf(given, 'record'))
  const upload = (await hand.api.ask(await uploadOf(path, hand))).body as unknown as Upload
  const plan = kind === undefined ? { record: '*', map: {} } : planFor(kind, upload, given)
  if (whole !== (upload.shape.format === 'archive'))
    throw invalid(
      whole
        ? `${path} is no archive. Import its rows into a record: throughline import RECORD ${path}`
        : `${path} is an archive. Import it whole: throughline import --all ${path}`,
    )
  if (kind !== undefined && !hand.json) await hand.err(mapping(kind, upload, plan.map, hand))
  if (isGiven(given, 'dry-run')) {
    const { text, body } = await hand.api.ask({
      method: 'POST',
      path: `/imports/${part(upload.id)}/check`,
      json: plan,
    })
    const checked = body as unknown as Checked
    await hand.out(hand.json ? `${text}\n` : checkInWords(checked, hand))
    return checked.problemCount > 0 ? exitCodes.invalid : 0
  }
  await hand.api.ask({
    method: 'POST',
    path: `/imports/${part(upload.id)}/run`,
    json: plan,
    headers: causeHeader(given),
  })
  return watch(upload.id, hand)
}

/** Follows a running import to its end; leaving it here does not stop it there. */
async function watch(id: string, hand: Hand): Promise<number> {
  const live = !hand.json && hand.world.stderr.isTTY === true
  for (let wait = 50; ; wait = Math.min(500, wait * 1.5)) {
    const { text, body } = await hand.api.ask({ path: `/imports/${part(id)}` })
    const state = body as unknown as State
    if (live) await hand.err(isOver(state) ? '\r\u001b[K' : progress(state))
    if (state.state === 'refused' || state.state === 'cancelled')
      throw refusalOf(
        state.problem ?? {
          code: 'gone',
          detail: 'The import was cancelled. Nothing was imported.',
        },
      )
    if (state.state === 'done') {
      await hand.out(hand.json ? `${text}\n` : reportInWords(state, hand))
      return 0
    }
    await pause(wait)
  }
}

function recordNamed(catalogue: Catalogue, name: string): RecordKind {
  const kind = catalogue.records.find((one) => one.name === name || one.plural === name)
  if (kind !== undefined) return kind
  const says = `One of: ${importable(catalogue)
    .map((one) => one.name)
    .join(', ')}.`
  throw new Problem('unknown', `There is no record called "${name}". ${says}`, [
    { at: 'record', says },
  ])
}

const importable = (catalogue: Catalogue): readonly RecordKind[] =>
  catalogue.records.filter((kind) => catalogue.command(`create-${kind.name}`) !== undefined)

async function uploadOf(path: string, hand: Hand): Promise<Ask> {
  const headers = (name: string) => ({
    'content-type': 'application/octet-stream',
    'throughline-file-name': encodeURIComponent(name),
  })
  const ask = { method: 'POST', path: '/imports' } as const
  if (path === '-')
    return {
      ...ask,
      headers: headers('stdin'),
      stream: {
        once: true,
        open: () =>
          Readable.toWeb(
            Readable.from(hand.world.stdin as AsyncIterable<Uint8Array>, { objectMode: false }),
          ) as ReadableStream<Uint8Array>,
      },
    }
  const file = resolve(hand.world.cwd, path)
  const found = await stat(file).catch((fault: NodeJS.ErrnoException) => fault)
  if (found instanceof Error)
    throw new Problem(
      'unknown',
      `The file ${path} cannot be read (${found.code ?? found.message}). Check its name and whether you may read it.`,
    )
  if (!found.isFile()) throw invalid(`${path} is not a file. Name one file, such as rows.csv.`)
  return {
    ...ask,
    headers: headers(basename(file)),
    stream: { open: () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array> },
  }
}
