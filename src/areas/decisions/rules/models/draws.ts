import { compile } from '../../../../math/formula/compile.ts'
import { rowOf, type Scores } from '../../../../math/scores.ts'
import { isUncertain, type Chance } from '../candidates.ts'
import { kano, type KanoAnswer } from '../methods/kano.ts'
import { cellDraws, cellKey, cellsOf, type Cells, type Rated } from './cells.ts'
import type { Demand } from './demand.ts'
import { treesOf, type Trees } from './formula.ts'
import type { Criterion, Model } from './model.ts'

/** What a model is asked with: plain data, so that a worker can answer. */
export interface AskedModel extends Chance {
  readonly model: Model
  readonly criteria: readonly Criterion[]
  /** The ideas that stand for choice, by their id. */
  readonly ideas: readonly string[]
  readonly ratings: readonly Rated[]
  readonly demand: Readonly<Record<string, Demand>>
  /** How many can be done: the place of the cut. */
  readonly top: number
}

/** An idea that has no score, and the criteria that it lacks for one. */
export interface Lacking {
  readonly id: string
  readonly criterionIds: readonly string[]
}

/**
 * What a model works with, drawn once: however weights are moved, it is the same worlds that are weighed. By each
 * criterion a column of the draws of idea after idea. One draw where nothing is uncertain.
 */
export interface Drawn extends Chance {
  readonly ideas: readonly string[]
  readonly lacking: readonly Lacking[]
  readonly columns: ReadonlyMap<string, Float64Array>
  /** Of a weighted model: the same on the scale of its criterion, 0 the worse end and 1 the better. */
  readonly standings: ReadonlyMap<string, Float64Array>
  readonly isUncertain: boolean
  readonly cells: Cells
}

/** No more numbers than this are kept of one criterion; with more ideas there are fewer draws. */
const mostNumbers = 2_000_000

/** Draws what a model works with; ideas that lack something that it needs have no draws and are said. */
export function drawnFor(asked: AskedModel): Drawn {
  const { model, criteria, ideas: all, ratings, demand, seed } = asked
  const cells = cellsOf(all, criteria, ratings, demand)
  const given = criteria.filter(({ source }) => source !== 'formula')
  const needed = neededOf(model, given)
  const lacking = all.flatMap((id): readonly Lacking[] => {
    const criterionIds = emptyOf(id, needed, cells)
    const isWhole = criterionIds.length === 0 && given.length > 0
    return isWhole ? [] : [{ id, criterionIds }]
  })
  const without = new Set(lacking.map(({ id }) => id))
  // In the order of their ids: no draw hangs on the order in which ideas come.
  const ideas = all.filter((id) => !without.has(id)).toSorted()
  const opinionsAt = (id: string, criterionId: string) => cells.get(cellKey(id, criterionId)) ?? []
  const doubt =
    model.method !== 'kano' &&
    ideas.some((id) => given.some((one) => isUncertain(opinionsAt(id, one.id))))
  const draws = doubt
    ? Math.max(100, Math.min(asked.draws, Math.floor(mostNumbers / Math.max(1, ideas.length))))
    : 1
  const columns = new Map<string, Float64Array>()
  for (const criterion of given) {
    const column = new Float64Array(ideas.length * draws).fill(Number.NaN)
    for (const [place, id] of ideas.entries()) {
      const opinions = opinionsAt(id, criterion.id)
      if (opinions.length > 0)
        column.set(
          cellDraws(opinions, cellKey(id, criterion.id), { seed, draws }, criterion.unit),
          place * draws,
        )
    }
    columns.set(criterion.id, column)
  }
  work(columns, criteria, treesOf(model, criteria), draws)
  return {
    seed,
    draws,
    ideas,
    lacking,
    columns,
    standings:
      model.method === 'weighted'
        ? new Map(criteria.map((one) => [one.id, onScale(one, columns.get(one.id))] as const))
        : new Map(),
    isUncertain: doubt,
    cells,
  }
}

/**
 * The criteria without which there is no score: of a weighted model those that have weight; an own formula may say
 * itself what it makes of what is missing.
 */
const neededOf = ({ method }: Model, given: readonly Criterion[]): readonly Criterion[] => {
  if (method === 'formula') return []
  return method === 'weighted' ? given.filter(({ weight }) => weight > 0) : given
}

/** The criteria, of these, by which nobody has said anything of an idea. */
export const emptyOf = (
  id: string,
  criteria: readonly Criterion[],
  cells: Cells,
): readonly string[] => criteria.flatMap((one) => (cells.has(cellKey(id, one.id)) ? [] : [one.id]))

/** Works the criteria out that come of others, each after those it speaks of. */
function work(
  columns: Map<string, Float64Array>,
  criteria: readonly Criterion[],
  { of, order }: Trees,
  draws: number,
): void {
  const length = [...columns.values()][0]?.length ?? 0
  for (const id of order) {
    const tree = of.get(id)
    if (id === '' || tree === undefined) continue
    columns.set(id, run(tree, criteria, columns, { length, draws }))
  }
}

type Tree = Parameters<typeof compile>[0]

function run(
  tree: Tree,
  criteria: readonly Criterion[],
  columns: ReadonlyMap<string, Float64Array>,
  { length, draws }: { readonly length: number; readonly draws: number },
): Float64Array {
  const compiled = compile(tree)
  const ids = new Map(criteria.map(({ name, id }) => [name, id] as const))
  const into = new Float64Array(length)
  for (let from = 0; from < length; from += draws)
    compiled.run(
      compiled.names.map(
        (name) => columns.get(ids.get(name) ?? '')?.subarray(from, from + draws) ?? null,
      ),
      into.subarray(from, from + draws),
    )
  return into
}

/**
 * Where values stand on the scale of their criterion, 0 the worse end and 1 the better. An end that the criterion does
 * not have is nought below, and the largest of all values above.
 */
function onScale(
  { least, most, better }: Criterion,
  column: Float64Array | undefined,
): Float64Array {
  const values = column ?? new Float64Array()
  const low = least ?? 0
  let high = most ?? 0
  if (most === null) for (const value of values) if (value > high) high = value
  const width = high - low
  return values.map((value) => {
    const share = width > 0 ? (value - low) / width : 0
    return better === 'higher' ? share : 1 - share
  })
}

/** The scores of all drawn ideas under a model. Weights may be others than those it was drawn with. */
export function scoresOf(
  { model, criteria, ratings }: Pick<AskedModel, 'model' | 'criteria' | 'ratings'>,
  drawn: Drawn,
): Scores {
  const { ideas, draws, columns } = drawn
  const options = ideas.length
  if (model.method === 'kano')
    return { options, draws, values: kanoScores(criteria, ratings, drawn) }
  if (model.method === 'weighted')
    return { options, draws, values: weightedScores(criteria, drawn) }
  const tree = treesOf(model, criteria).of.get('')
  const length = options * draws
  return {
    options,
    draws,
    values:
      tree === undefined
        ? new Float64Array(length).fill(Number.NaN)
        : run(tree, criteria, columns, { length, draws }),
  }
}

/**
 * Σ wᵢ · sᵢ ÷ Σ wᵢ, 0 to 1, to twelve places, so that what is equal on paper is equal here and a tie is seen; missing
 * where no criterion has weight.
 */
function weightedScores(
  criteria: readonly Criterion[],
  { ideas, draws, standings }: Drawn,
): Float64Array {
  const counting = criteria.filter(({ weight }) => weight > 0)
  const sum = counting.reduce((all, { weight }) => all + weight, 0)
  const values = new Float64Array(ideas.length * draws)
  if (sum === 0) return values.fill(Number.NaN)
  for (const { id, weight } of counting) {
    const standing = standings.get(id)
    if (standing === undefined) continue
    const share = weight / sum
    for (let at = 0; at < values.length; at += 1)
      values[at] = (values[at] ?? 0) + share * (standing[at] ?? Number.NaN)
  }
  for (let at = 0; at < values.length; at += 1)
    values[at] = Math.round((values[at] ?? Number.NaN) * twelvePlaces) / twelvePlaces
  return values
}

const twelvePlaces = 1e12

/**
 * Better less worse, 0 to 2: how far having it lifts and not having it hurts, of those who answered (Timko, in Berger
 * and others, 1993). A count, so that there is nothing to draw.
 */
function kanoScores(
  criteria: readonly Criterion[],
  ratings: readonly Rated[],
  { ideas, draws }: Drawn,
): Float64Array {
  const values = new Float64Array(ideas.length * draws).fill(Number.NaN)
  for (const [place, id] of ideas.entries()) {
    const told = kanoOfIdea(id, criteria, ratings)
    if (told.kind === 'kano' && told.better !== null && told.worse !== null)
      rowOf({ options: ideas.length, draws, values }, place).fill(told.better - told.worse)
  }
  return values
}

/** What those who answered both questions of an idea say of it. */
export function kanoOfIdea(
  ideaId: string,
  criteria: readonly Criterion[],
  ratings: readonly Rated[],
): ReturnType<typeof kano> {
  const [functional, dysfunctional] = ['Functional', 'Dysfunctional'].map(
    (name) => criteria.find((one) => one.name === name)?.id,
  )
  const answers = new Map<
    string,
    { functional: KanoAnswer | null; dysfunctional: KanoAnswer | null }
  >()
  for (const row of ratings) {
    if (row['ideaId'] !== ideaId) continue
    const by = String(row['raterId'])
    const pair = answers.get(by) ?? { functional: null, dysfunctional: null }
    answers.set(by, pair)
    const answer = answerIn(row['likely'])
    if (row['criterionId'] === functional) pair.functional = answer
    if (row['criterionId'] === dysfunctional) pair.dysfunctional = answer
  }
  return kano([...answers.values()], 1)
}

const answerIn = (value: unknown): KanoAnswer | null =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : null
