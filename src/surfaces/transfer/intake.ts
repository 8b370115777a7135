import type { Actor } from '../../engine/access.ts'
import type { Change } from '../../engine/change.ts'
import { Problem, unknown } from '../../engine/problem.ts'
import type { Hold } from '../../store/import-files.ts'
import type { Store } from '../../store/store.ts'
import { importable, rowsOf, type Shape } from './inspect.ts'
import type { Mapping } from './mapping.ts'
import type { Fault, FileRow } from './file-row.ts'
import { planOf, type Plan } from './plan.ts'
import { sentence, countedSentence } from '../../engine/words.ts'

/** What a file would do, or why it cannot. */
export interface Checked {
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  /** Rows from which characters that cannot be stored were left out. */
  readonly cleaned: number
  readonly problemCount: number
  /** The first problems of each column, at most 20 a column. */
  readonly problems: readonly Fault[]
  readonly byColumn: Readonly<Record<string, number>>
}

export interface Report {
  /** The place in history by which all of it can be undone; 0 when nothing had to change. */
  readonly seq: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly cleaned: number
  readonly rows: number
}

export interface Intake {
  readonly store: Store
  readonly actor: Actor
  readonly newId: () => string
  readonly signal: AbortSignal | undefined
  /** Why, in the actor's words; where the rows come from without it. */
  readonly cause: string | undefined
  readonly onProgress: (rows: number) => void
  /** In whose name the file is worked on, where others may look how far it is. */
  readonly hold?: Hold
}

type Opened = () => AsyncIterable<Uint8Array>

/** Reads the whole file as it would be imported, and changes nothing. */
export async function checkFile(
  intake: Intake,
  shape: Shape,
  file: Opened,
  mapping: Mapping,
): Promise<Checked> {
  const tally = newTally()
  for await (const _ of plannedBatches(intake, shape, file, mapping, tally)) void _
  return toldOf(tally)
}

/** Imports the whole file in one transaction, its report with it, or refuses with every problem and changes nothing. */
export async function runFile(
  intake: Intake,
  shape: Shape,
  file: Opened,
  mapping: Mapping,
): Promise<Report> {
  const tally = newTally()
  const report = (seq: number): Report => ({
    seq,
    created: tally.creates,
    updated: tally.updates,
    unchanged: tally.unchanged,
    cleaned: tally.cleaned,
    rows: tally.rows,
  })
  const { hold } = intake
  const outcome = await intake.store.bulk(intake.actor, {
    command: `import-${mapping.record}`,
    cause: intake.cause ?? (mapping.source === undefined ? undefined : `from ${mapping.source}`),
    batches: refusing(plannedBatches(intake, shape, file, mapping, tally), tally),
    signal: intake.signal,
    ...(hold === undefined ? {} : { file: { hold, told: (seq) => JSON.stringify(report(seq)) } }),
  })
  return report(outcome.seq)
}

interface Tally {
  rows: number
  creates: number
  updates: number
  unchanged: number
  cleaned: number
  problemCount: number
  problems: Fault[]
  byColumn: Record<string, number>
}

const newTally = (): Tally => ({
  rows: 0,
  creates: 0,
  updates: 0,
  unchanged: 0,
  cleaned: 0,
  problemCount: 0,
  problems: [],
  byColumn: {},
})

/** Once there is a problem nothing more is written, but the file is read to its end, so that all are told. */
async function* refusing(
  batches: AsyncIterable<readonly Change[]>,
  tally: Tally,
): AsyncIterable<readonly Change[]> {
  for await (const changes of batches) if (tally.problemCount === 0) yield changes
  if (tally.problemCount === 0) return
  const told = toldOf(tally)
  throw new Problem(
    'invalid',
    countedSentence(
      tally.problemCount,
      'Nothing was imported: # cell does not fit. Mend them in the file, or map their columns differently.',
      'Nothing was imported: # cells do not fit. Mend them in the file, or map their columns differently.',
    ),
    told.problems.map((fault) => ({
      at: `line ${fault.line}, column ${fault.column}`,
      says: fault.says,
    })),
    { checked: told },
  )
}

async function* plannedBatches(
  intake: Intake,
  shape: Shape,
  file: Opened,
  mapping: Mapping,
  tally: Tally,
): AsyncIterable<readonly Change[]> {
  const kinds = importable(intake.store.catalogue)
  if (!kinds.some((kind) => kind.name === mapping.record))
    throw unknown(
      sentence('There is no record "{record}" to import into. There are: {list}.', {
        record: mapping.record.slice(0, 60),
        list: kinds.map((kind) => kind.name).join(', '),
      }),
    )
  const { actor, newId } = intake
  const scene = { actor, newId, reader: intake.store.reader(actor) }
  let plan: Plan | undefined
  let batch: FileRow[] = []
  const flush = async (): Promise<readonly Change[]> => {
    const planned = await (plan as Plan)(batch)
    tally.rows += batch.length
    tally.cleaned += batch.filter((row) => row.cleaned === true).length
    tally.creates += planned.creates
    tally.updates += planned.updates
    tally.unchanged += planned.unchanged
    for (const fault of planned.faults) count(tally, fault)
    batch = []
    intake.onProgress(tally.rows)
    return planned.changes
  }
  for await (const row of rowsOf(
    file,
    shape,
    shape.format === 'jsonl' || !shape.dialect.header ? shape.columns : undefined,
  )) {
    if (intake.signal?.aborted === true)
      throw new Problem('gone', 'The import was cancelled. Nothing was imported.')
    plan ??= planOf(intake.store.catalogue, mapping, row.columns, scene)
    batch.push(row)
    if (batch.length >= batchSize) yield await flush()
  }
  if (batch.length > 0) yield await flush()
  if (tally.rows === 0)
    throw new Problem('invalid', 'The file has a header and no rows. Nothing was imported.')
}

/** Few enough that a batch is read and checked in a moment: whoever else asks waits no longer than that. */
const batchSize = 500

function count(tally: Tally, fault: Fault): void {
  tally.problemCount += 1
  const inColumn = (tally.byColumn[fault.column] ?? 0) + 1
  tally.byColumn[fault.column] = inColumn
  if (inColumn <= 20) tally.problems.push(fault)
}

const toldOf = (tally: Tally): Checked => ({
  rows: tally.rows,
  creates: tally.creates,
  updates: tally.updates,
  unchanged: tally.unchanged,
  cleaned: tally.cleaned,
  problemCount: tally.problemCount,
  problems: tally.problems.toSorted((left, right) => left.line - right.line),
  byColumn: { ...tally.byColumn },
})
