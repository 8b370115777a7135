import { invalid } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import { valueOf, type Given, type Hand } from './verb.ts'
import { tameLine } from './width.ts'

interface Guess {
  readonly field: string
  readonly column: string
  readonly sure: number
  readonly why: string
}

/** A file that was uploaded, and what it turned out to be. */
export interface Upload {
  readonly id: string
  readonly shape: {
    readonly format: 'csv' | 'jsonl' | 'archive'
    readonly columns: readonly string[]
    readonly guesses: Readonly<Record<string, readonly Guess[]>>
    readonly dates: Readonly<Record<string, { readonly kind: string; readonly example?: string }>>
  }
}

export interface Plan {
  readonly record: string
  readonly map: Readonly<Record<string, string>>
  readonly source?: string
  readonly dateOrder?: string
}

/** What is as good as certain is taken without asking; what is said on the command line stands over it. */
export function planFor(kind: RecordKind, upload: Upload, given: Given): Plan {
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

/** What is said stands over what is guessed, for its field and for its column. */
function mapOf(guesses: readonly Guess[], said: readonly string[]): Plan['map'] {
  const told = pairsOf(said)
  const guessed = guesses.filter(
    (guess) =>
      isSure(guess) &&
      !told.some(([field, column]) => field === guess.field || column === guess.column),
  )
  return Object.fromEntries([
    ...guessed.map(({ field, column }) => [field, column] as const),
    ...told.filter(([, column]) => column !== ''),
  ])
}

/** A comma inside the name of a column does no harm: only one before another `field=` parts two. */
const pairsOf = (said: readonly string[]): readonly (readonly [string, string])[] =>
  said
    .flatMap((one) => one.split(/,(?=[A-Za-z][\w.-]*=)/))
    .map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1)
        throw invalid(`"${pair}" maps nothing. Write --map field=column.`, [
          { at: '--map', says: 'Write field=column, several with commas.' },
        ])
      const field = pair
        .slice(0, at)
        .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
      return [field, pair.slice(at + 1)]
    })

const isSure = (guess: Guess): boolean => guess.sure >= 0.8

/** What goes where, what might, and what is left out, before anything is written. */
export function mapping(kind: RecordKind, { shape }: Upload, map: Plan['map'], hand: Hand): string {
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
