import type { Row } from '../../../engine/record.ts'

/** An option with the letter it goes by on its decision: A, B, … Z, AA. */
export interface Lettered {
  readonly letter: string
  readonly row: Row
}

/** A decision with all that hangs on it, as far as the reader sees it, each in the order it is read. */
export interface Dossier {
  readonly decision: Row
  readonly options: readonly Lettered[]
  readonly criteria: readonly Row[]
  readonly ratings: readonly Row[]
  readonly positions: readonly Row[]
  readonly predictions: readonly Row[]
  readonly odds: readonly Row[]
  readonly assumptions: readonly Row[]
  readonly tripwires: readonly Row[]
  /** Oldest first. */
  readonly reviews: readonly Row[]
  readonly amendments: readonly Row[]
  readonly rounds: readonly Row[]
  /** The decision that took its place; undefined while none has. */
  readonly supersededBy: Row | undefined
  readonly supersedes: Row | undefined
}

/** Gathers what hangs on a decision from rows that are at hand. */
export function dossierOf(decision: Row, all: (record: string) => readonly Row[]): Dossier {
  const on = (record: string): readonly Row[] =>
    all(record)
      .filter((row) => row['decisionId'] === decision.id)
      .toSorted(byAge)
  const predictions = on('prediction')
  const predicted = new Set(predictions.map(({ id }) => id))
  const decisions = all('decision')
  return {
    decision,
    options: lettered(on('option')),
    criteria: inOrder(on('criterion')),
    ratings: on('rating'),
    positions: on('position'),
    predictions,
    odds: all('odds')
      .filter((row) => predicted.has(String(row['predictionId'])))
      .toSorted(byAge),
    assumptions: on('assumption'),
    tripwires: on('tripwire').filter((row) => row['state'] !== 'withdrawn'),
    reviews: on('review'),
    amendments: on('amendment'),
    rounds: all('round')
      .filter(
        (row) =>
          row['decisionId'] === decision.id || predicted.has(String(row['predictionId'] ?? '')),
      )
      .toSorted(byAge),
    supersededBy: decisions.find((row) => row['supersedesId'] === decision.id),
    supersedes: decisions.find((row) => row.id === decision['supersedesId']),
  }
}

/** The options of a decision in the order they are read, each with its letter. */
export const lettered = (options: readonly Row[]): readonly Lettered[] =>
  inOrder(options).map((row, at) => ({ letter: letterOf(at), row }))

/** Options, or criteria, as they are read on every surface. */
export const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => byPlace(one, other) || byAge(one, other))

/** 0 is A, 25 is Z, 26 is AA. */
export function letterOf(at: number): string {
  const last = String.fromCodePoint(65 + (at % 26))
  return at < 26 ? last : `${letterOf(Math.floor(at / 26) - 1)}${last}`
}

/** The letter and title of an option of it; undefined where it has no such option. */
export const optionIn = ({ options }: Dossier, id: unknown): Lettered | undefined =>
  options.find(({ row }) => row.id === id)

const byAge = (one: Row, other: Row): number =>
  one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : byId(one, other)

/** By its place; what has none comes after, and doing nothing stands last whatever its place. */
const byPlace = (one: Row, other: Row): number =>
  Number(one['isNothing'] === true) - Number(other['isNothing'] === true) ||
  placeOf(one) - placeOf(other)

const placeOf = (row: Row): number => (typeof row['place'] === 'number' ? row['place'] : 1e9)

const byId = (one: Row, other: Row): number => (one.id < other.id ? -1 : 1)
