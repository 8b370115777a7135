/** What is told of an order whose answer is remembered from a visit before. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certaintyOf, learntOf, type Certainty, type Learnt } from '../../rules/certainty.ts'
import type { Cut, Tell, Threads, Weighed } from './certainty-threads.ts'
import { markOf, rememberingThreads, type Memory, type Remembered } from './remembering.ts'

const weighed: Weighed = {
  ideas: ['one', 'other', 'third'].map((id, at) => ({
    id,
    reach: 100 + at,
    impact: 1,
    confidence: 80,
    effort: 2,
  })),
  estimates: ['one', 'other'].map((ideaId) => ({
    ideaId,
    raterId: 'ana',
    factor: 'reach',
    low: 50,
    likely: 110,
    high: 400,
  })),
  seed: 1,
}

const more: Weighed = {
  ...weighed,
  ideas: weighed.ideas.map((idea) => (idea.id === 'third' ? { ...idea, reach: 500 } : idea)),
}

const cut: Cut = { top: 1, tests: [] }

const planned: Cut = {
  top: 1,
  tests: [{ id: 'T', ideaId: 'one', factor: 'reach', spread: 90, sample: 30, cost: 0, days: 5 }],
}

/** In this thread: weighs as often as it is told to, and answers at once. */
function threadsHere(): Threads & { readonly asked: Weighed[] } {
  let tell: Tell = () => undefined
  let what: Weighed | undefined
  let at: Cut | undefined
  const asked: Weighed[] = []
  const answer = (): void => {
    if (what === undefined || at === undefined) return
    tell(certaintyOf({ ...what, ...at, draws: 64 }))
    tell(certaintyOf({ ...what, ...at, draws: 256 }))
    tell(learntOf({ ...what, ...at, draws: 256 }))
  }
  return {
    asked,
    tell: (to) => {
      tell = to
      what = undefined
    },
    weigh: (other) => {
      what = other
      asked.push(other)
      answer()
    },
    ask: (other) => {
      at = other
      answer()
    },
    close: () => undefined,
  }
}

function memory(): Memory & { readonly held: () => Remembered | undefined } {
  let held: Remembered | undefined
  return {
    held: () => held,
    read: () => structuredClone(held),
    write: (what) => {
      held = structuredClone(what)
    },
  }
}

type Told = Certainty | Learnt | null

/** A visit to the page: what is told of this, in turn. */
function visit(kept: Memory, program = 'program') {
  const below = threadsHere()
  const threads = rememberingThreads(below, kept, { program, restMs: 5 })
  const told: Told[] = []
  threads.tell((certainty) => told.push(certainty))
  return { threads, told, asked: below.asked }
}

const draws = (told: readonly Told[]): readonly (number | undefined)[] =>
  told.map((one) => one?.draws)

async function remembered(kept = memory(), what = weighed, at = cut) {
  const first = visit(kept)
  first.threads.ask(at)
  first.threads.weigh(what)
  await expect.poll(() => kept.held()?.of).toBeDefined()
  first.threads.close()
  return { kept, first }
}

test('tells a first visit all, and the next one the last of it at once and nothing again', async () => {
  const { kept, first } = await remembered()
  expect(draws(first.told)).toEqual([64, 256, 256])
  const next = visit(kept)
  next.threads.ask(cut)
  const turned = { ...weighed, estimates: weighed.estimates.toReversed() }
  next.threads.weigh(turned)
  await expect.poll(() => next.asked).toEqual([turned])
  expect(next.told).toEqual([first.told.at(-1)])
})

test.each([
  ['an idea has changed', more, cut, 'program'],
  ['there is room for another number', weighed, { ...cut, top: 2 }, 'program'],
  ['another program works it out', weighed, cut, 'another'],
])('tells nothing of before where %s', async (_, what, at, program) => {
  const { kept, first } = await remembered()
  const next = visit(kept, program)
  next.threads.ask(at)
  next.threads.weigh(what)
  await expect.poll(() => draws(next.told)).toEqual([64, 256, 256])
  if (what === more) expect(next.told.at(-1)).not.toEqual(first.told.at(-1))
})

test('tells what to learn anew once other tests are planned', async () => {
  const { kept, first } = await remembered()
  const next = visit(kept)
  next.threads.ask(cut)
  next.threads.weigh(weighed)
  next.threads.ask(planned)
  await expect.poll(() => next.told.length).toBe(2)
  expect(next.told[0]).toEqual(first.told.at(-1))
  expect(next.told[1]).toEqual(learntOf({ ...weighed, ...planned, draws: 256 }))
})

test('weighs at once what is asked while the page rests', async () => {
  const { kept } = await remembered()
  const next = visit(kept)
  next.threads.ask(cut)
  next.threads.weigh(weighed)
  await expect.poll(() => next.told.length).toBe(1)
  next.threads.ask({ ...cut, top: 2 })
  expect(draws(next.told)).toEqual([256, 64, 256, 256])
  next.threads.weigh(more)
  expect(next.asked).toEqual([weighed, more])
})

test('takes the same rows in another order for the same, and no other number', () => {
  const turned = { ...weighed, ideas: weighed.ideas.toReversed() }
  const mark = markOf(weighed, 1, 'program')
  expect(markOf(turned, 1, 'program')).toBe(mark)
  const others = fc.record({
    row: fc.constantFrom(0, 1),
    name: fc.constantFrom('low', 'likely', 'high'),
    number: fc.double({ min: 0, max: 1_000, noNaN: true }),
  })
  fc.assert(
    fc.property(others, ({ row, name, number }) => {
      const estimates = weighed.estimates.map((one, at) =>
        at === row ? { ...one, [name]: number } : one,
      )
      const isSame = weighed.estimates[row]?.[name] === number
      expect(markOf({ ...weighed, estimates }, 1, 'program') === mark).toBe(isSame)
    }),
  )
})
