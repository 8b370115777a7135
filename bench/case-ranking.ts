import { Worker } from 'node:worker_threads'
import { realPorts } from '../src/app/ports.ts'
import { certaintyOf, learntOf, type AskedOrder } from '../src/areas/decisions/rules/certainty.ts'
import type { Change } from '../src/engine/change.ts'
import { must } from '../src/engine/problem.ts'
import { rankingInBrowser } from './case-ranking-browser.ts'
import { chanceFrom } from './chance.ts'
import { feedbackFrom } from './feedback.ts'
import type { Figure } from './figures.ts'
import { openHouse, type House } from './house.ts'
import { load } from './load.ts'
import { median, ms } from './measures.ts'
import { once } from './rows.ts'

/**
 * How soon an order of estimated ideas is there: worked out in a thread, asked of the server, and on the page of
 * a browser. In a house of its own, with so many ideas and no more.
 */
export async function rankingCase(): Promise<readonly Figure[]> {
  const house = await openHouse()
  try {
    const figures = [...(await threadFigures())]
    for (const [count, more] of [
      [200, 200],
      // the browser adds six in between, and no more than 1,000 are weighed whole
      [1_000, 788],
    ] as const) {
      await layIdeas(house, more, count)
      if (count === 200) await layModel(house)
      figures.push(...(await serverFigures(house, count)))
      figures.push(...(await rankingInBrowser(house, count)))
    }
    return figures
  } finally {
    await house.close()
  }
}

/** What the ideas of a bench are estimated to be: all four factors, by one person each. */
export function askedOrder(count: number, draws: number): AskedOrder {
  const ideas = estimatedIdeas(count, 11)
  return {
    ideas: ideas.map(({ id, row }) => ({ id, ...row })),
    estimates: ideas.flatMap(({ estimates }) => estimates),
    top: 5,
    draws,
    seed: 1,
  }
}

/**
 * The arithmetic alone, warm and cold. Its floor is the least that anybody would write: as many numbers by
 * `Math.random`, multiplied, and each draw sorted.
 */
async function threadFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [count, draws] of [
    [200, 1_000],
    [1_000, 128],
    [1_000, 10_000],
  ] as const) {
    const asked = askedOrder(count, draws)
    const [took, least, learnt] = [[] as number[], [] as number[], [] as number[]]
    for (let round = 0; round < rounds; round += 1) {
      took.push(timed(() => certaintyOf(asked)))
      least.push(timed(() => plainly(count, draws)))
      learnt.push(timed(() => learntOf(asked)))
    }
    const value = Math.min(...took)
    const floor = Math.min(...least)
    figures.push({
      name: `${count.toLocaleString('en')} ideas × ${draws.toLocaleString('en')} draws in one thread, best of ${rounds}`,
      rows: undefined,
      value,
      says: `${ms(value)} (median ${ms(median(took))}; with what to learn ${ms(Math.min(...learnt))})`,
      floor: ms(floor),
      ratio: floor / value,
    })
  }
  const cold = Math.min(...(await colds()))
  figures.push({
    name: 'a thread that has just begun, 1,000 ideas × 128 draws, from the question to the answer',
    rows: undefined,
    value: cold,
    says: ms(cold),
  })
  return figures
}

const rounds = 3

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

function plainly(count: number, draws: number): number {
  const scores = new Float64Array(count)
  let first = 0
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < count; at += 1)
      scores[at] = (Math.random() * Math.random() * Math.random()) / (0.5 + Math.random())
    scores.sort()
    first += scores[count - 1] ?? 0
  }
  return first
}

/** Each in a thread of its own, which has loaded the code and run none of it. */
async function colds(): Promise<readonly number[]> {
  const took: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const worker = new Worker(new URL('./ranking-thread.mjs', import.meta.url))
    const heard = (): Promise<number> => new Promise((done) => worker.once('message', done))
    await heard()
    const from = performance.now()
    worker.postMessage(askedOrder(1_000, 128))
    await heard()
    took.push(performance.now() - from)
    await worker.terminate()
  }
  return took
}

interface Estimated {
  readonly id: string
  readonly row: Readonly<Record<string, unknown>>
  readonly estimates: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[]
}

function estimatedIdeas(count: number, seed: number, raters = ['one']): readonly Estimated[] {
  const { newId } = realPorts()
  const chance = chanceFrom(seed)
  const next = feedbackFrom(seed, 'idea')
  return Array.from({ length: count }, (): Estimated => {
    const id = newId()
    const row = {
      title: next().title,
      reach: 100 + chance.whole(5_000),
      impact: chance.pick([0.5, 1, 2]),
      confidence: chance.pick([50, 80]),
      effort: 1 + chance.whole(10),
    }
    const by = raters
    const estimates = by.flatMap((raterId) =>
      (['reach', 'impact', 'confidence', 'effort'] as const).map((factor) => {
        const likely = row[factor] * (0.8 + 0.4 * chance.share())
        const most = factor === 'impact' ? 2.9 : factor === 'confidence' ? 99 : Infinity
        return {
          id: newId(),
          ideaId: id,
          factor,
          low: likely * (0.4 + 0.4 * chance.share()),
          likely,
          high: Math.min(most, likely * (1.2 + chance.share())),
          raterId,
        }
      }),
    )
    return { id, row, estimates }
  })
}

async function layIdeas(house: House, count: number, seed: number): Promise<void> {
  const { rows } = await house.sql.query<{ id: string }>('select id from member limit 1')
  const ideas = estimatedIdeas(count, seed, [must(rows[0]).id])
  const changes = ideas.flatMap(({ id, row, estimates }): readonly Change[] => [
    { op: 'create', record: 'idea', id, row },
    ...estimates.map(({ id: estimate, ...of }): Change => ({
      op: 'create',
      record: 'estimate',
      id: estimate,
      row: { ...of, note: null },
    })),
  ])
  await house.store.bulk(house.owner, { command: 'import-idea', batches: once(changes) })
  await house.sql.query('vacuum (analyze) idea')
}

/** A weighted model by which all ideas are rated, each as a range. */
async function layModel(house: House): Promise<void> {
  const { newId } = realPorts()
  const chance = chanceFrom(3)
  await house.store.apply(house.owner, 'add-model', { method: 'weighted' })
  const ids = async (sql: string): Promise<readonly string[]> =>
    (await house.sql.query<{ id: string }>(sql)).rows.map(({ id }) => id)
  const [raterId] = await ids('select id from member limit 1')
  const criteria = await ids("select id from criterion where source = 'ratings'")
  const ratings = (await ids('select id from idea')).flatMap((ideaId) =>
    criteria.map((criterionId): Change => {
      const likely = 2 + 6 * chance.share()
      const row = { criterionId, ideaId, raterId, low: likely * 0.7, likely, high: likely * 1.2 }
      return { op: 'create', record: 'rating', id: newId(), row: { ...row, isShown: true } }
    }),
  )
  await house.store.bulk(house.owner, { command: 'rate', batches: once(ratings) })
}

async function serverFigures(house: House, count: number): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const draws of [2_000, 10_000]) {
    const asked = () =>
      ({ method: 'GET', path: `/api/v1/views/rank?top=5&draws=${draws}&limit=50` }) as const
    await load(house.target, { clients: 1, requests: 2 }, asked)
    const { p50, took } = await load(house.target, { clients: 1, requests: 8 }, asked)
    const name = `the order of ${count.toLocaleString('en')} ideas by REST, ${draws.toLocaleString('en')} draws`
    figures.push({
      name,
      rows: undefined,
      value: p50,
      says: `${ms(p50)} (least ${ms(Math.min(...took))})`,
    })
  }
  return figures
}
