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
import { isGiven, place, placeOf, valueOf, type Given, type Hand, type Verb } from './verb.ts'
import { causeHeader, writing } from './write-verbs.ts'
import { tameLine } from './width.ts'

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

interface Guess {
  readonly field: string
  readonly column: string
  readonly sure: number
  readonly why: string
}

/** A file that was uploaded, and what it turned out to be. */
interface Upload {
  readonly id: string
  readonly shape: {
    readonly format: 'csv' | 'jsonl' | 'archive'
    readonly columns: readonly string[]
    readonly guesses: Readonly<Record<string, readonly Guess[]>>
    readonly dates: Readonly<Record<string, { readonly kind: string; readonly example?: string }>>
  }
}

interface Checked {
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly problems: readonly {
    readonly line: number
    readonly column: string
    readonly value: string
    readonly says: string
  }[]
  readonly problemCount: number
}

interface State {
  readonly state: 'waiting' | 'checking' | 'running' | 'done' | 'refused' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly report: {
    readonly seq: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
  } | null
  readonly problem: Readonly<Record<string, unknown>> | null
}

async function bringIn(catalogue: Catalogue, given: Given, hand: Hand): Promise<number> {
  const whole = isGiven(given, 'all')
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

interface Plan {
  readonly record: string
  readonly map: Readonly<Record<string, string>>
  readonly source?: string
  readonly dateOrder?: string
}

/** What is as good as certain is taken without asking; what is said on the command line stands over it. */
function planFor(kind: RecordKind, upload: Upload, given: Given): Plan {
  const map = mapOf(upload.shape.guesses[kind.name] ?? [], given.option['map'] ?? [])
  const source = valueOf(given, 'source')
  const dateOrder = valueOf(given, 'date-order') ?? dateOrderOf(kind, upload, map)
  return {
    record: kind.name,
    map,
    ...(source === undefined ? {} : { source }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  }
}

/** The order that the dates of a file show; asked for where they can be read two ways. */
function dateOrderOf(kind: RecordKind, upload: Upload, map: Plan['map']): string | undefined {
  const dated = Object.entries(map).flatMap(([field, column]) => {
    const found = upload.shape.dates[column]
    const type = kind.fields[field]?.kind
    return found !== undefined && (type === 'date' || type === 'instant' || type === 'interval')
      ? [{ column, ...found }]
      : []
  })
  const unclear = dated.find((one) => one.kind === 'ambiguous')
  if (unclear !== undefined)
    throw invalid(
      `The dates in column ${tameLine(unclear.column)} can be read two ways${unclear.example === undefined ? '' : `, such as ${tameLine(unclear.example)}`}. Say which comes first: --date-order dmy or --date-order mdy.`,
      [{ at: '--date-order', says: 'One of: dmy, mdy, ymd.' }],
    )
  return dated.find((one) => ['dmy', 'mdy', 'ymd'].includes(one.kind))?.kind
}

const isOver = ({ state }: State): boolean =>
  state === 'done' || state === 'refused' || state === 'cancelled'

const progress = ({ state, done, total }: State): string =>
  `\r\u001b[K${state === 'running' ? 'importing' : state} ${figure(done)}${total === null ? '' : ` of ${figure(total)}`} rows`

function reportInWords({ report }: State, hand: Hand): string {
  if (report === null) return ''
  const counts = `${figure(report.created)} created, ${figure(report.updated)} updated, ${figure(report.unchanged)} unchanged`
  const undo =
    report.seq === 0
      ? ''
      : `${hand.paint('muted', `Commit ${report.seq}. Take it back: throughline undo ${report.seq}`)}\n`
  return `${hand.paint('good', counts)}\n${undo}`
}

function checkInWords(checked: Checked, hand: Hand): string {
  const counts = `${figure(checked.rows)} rows: ${figure(checked.creates)} to create, ${figure(checked.updates)} to update, ${figure(checked.unchanged)} unchanged`
  const lines = checked.problems.map(({ line, column, value, says }) => {
    const found = value === '' ? '' : `  "${tameLine(value).slice(0, 60)}"`
    return `  ${hand.paint('strong', `line ${line}, column ${tameLine(column)}`)}${found}  ${tameLine(says)}\n`
  })
  const more = checked.problemCount - checked.problems.length
  const faults =
    checked.problemCount === 0
      ? ''
      : `${hand.paint('oxide', `${figure(checked.problemCount)} ${checked.problemCount === 1 ? 'problem' : 'problems'}; nothing is brought in until none is left`)}\n`
  return [`${counts}\n`, faults, ...lines, more > 0 ? `  and ${figure(more)} more\n` : ''].join('')
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

/** A comma inside the name of a column does no harm. */
function mapOf(guesses: readonly Guess[], said: readonly string[]): Plan['map'] {
  const map: Record<string, string> = Object.fromEntries(
    guesses.filter(isSure).map((guess) => [guess.field, guess.column] as const),
  )
  for (const pair of said.flatMap((one) => one.split(/,(?=[A-Za-z][\w.-]*=)/))) {
    const at = pair.indexOf('=')
    if (at < 1)
      throw invalid(`"${pair}" maps nothing. Write --map field=column.`, [
        { at: '--map', says: 'Write field=column, several with commas.' },
      ])
    const field = pair
      .slice(0, at)
      .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    const column = pair.slice(at + 1)
    for (const [other, taken] of Object.entries(map))
      if (taken === column && !said.some((one) => one.includes(`${other}=`))) delete map[other]
    if (column === '') delete map[field]
    else map[field] = column
  }
  return map
}

const isSure = (guess: Guess): boolean => guess.sure >= 0.8

function mapping(kind: RecordKind, { shape }: Upload, map: Plan['map'], hand: Hand): string {
  const taken = Object.entries(map).map(([field, column]) => `  ${field} ← ${tameLine(column)}\n`)
  const unsure = (shape.guesses[kind.name] ?? []).filter(
    (guess) =>
      !isSure(guess) &&
      map[guess.field] === undefined &&
      !Object.values(map).includes(guess.column),
  )
  const perhaps = unsure.map((guess) =>
    hand.paintErr(
      'muted',
      `  perhaps --map "${guess.field}=${tameLine(guess.column)}": ${tameLine(guess.why)}\n`,
    ),
  )
  const used = new Set([...Object.values(map), ...unsure.map((guess) => guess.column)])
  const left = shape.columns.filter((column) => !used.has(column)).map(tameLine)
  return [
    ...taken,
    ...perhaps,
    left.length === 0 ? '' : hand.paintErr('muted', `  not taken: ${left.join(', ')}\n`),
  ].join('')
}

const figure = (value: number): string => value.toLocaleString('en')
