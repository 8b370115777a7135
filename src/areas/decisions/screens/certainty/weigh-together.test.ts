/** Two threads with half of the work each come to what one comes to alone. */
import { expect, test } from 'vitest'
import { must } from '../../../../engine/problem.ts'
import {
  certaintyAt,
  certaintyOf,
  weighableOf,
  type AskedOrder,
  type Certainty,
  type Weighing,
} from '../../rules/certainty.ts'
import { candidatesKept } from '../../rules/kept-candidates.ts'
import { driving } from './driving.ts'
import { partnerOver } from './partner-over.ts'
import { rooms } from './rooms.ts'
import { weighAlone, weighAsLead, weighAsSecond, type Hands, type Job } from './weigh-together.ts'

const factors = ['reach', 'impact', 'confidence', 'effort'] as const

/** Ideas of which every third is a point, each of those like another. */
function material(count: number): Omit<AskedOrder, 'draws'> {
  const ideas = Array.from({ length: count }, (_, at) => ({
    id: `idea ${at}`,
    reach: 100 + 50 * (at % 7),
    impact: 1,
    confidence: 80,
    effort: 1 + (at % 3),
  }))
  const estimates = ideas.flatMap(({ id, ...of }, at) =>
    at % 3 === 2
      ? []
      : factors.map((factor) => ({
          id: `${id} ${factor}`,
          ideaId: id,
          factor,
          raterId: 'ana',
          low: of[factor] * 0.5,
          likely: of[factor],
          high: of[factor] * 1.2,
        })),
  )
  return { ideas, estimates, top: 3, seed: 7 }
}

/** As the threads keep them, so that what is drawn is known again. */
const candidates = candidatesKept()

function jobOf(asked: Omit<AskedOrder, 'draws'>, draws: number, number = 1): Job {
  const { ideas, estimates, seed } = asked
  const weighable = must(weighableOf(candidates(ideas, estimates), seed), 'something unsure')
  return { number, seed, draws, weighable, signal: new AbortController().signal }
}

/** Both at the ends of one port. */
function pair() {
  const { port1, port2 } = new MessageChannel()
  const [lead, second] = [port1, port2].map((port): Hands => ({
    drive: driving(),
    partner: partnerOver(port),
    memory: new Map(),
    rooms: rooms(),
  }))
  return {
    weigh: async (job: Job): Promise<Weighing> => {
      const [weighing] = await Promise.all([
        weighAsLead(job, must(lead)),
        weighAsSecond(job, must(second)),
      ])
      return weighing
    },
    look: (job: Job): Promise<Weighing> => weighAlone(job, must(lead)),
    close: () => port1.close(),
  }
}

test.each([
  [1, 64],
  [2, 33],
  [7, 64],
  [40, 1_000],
])('%i ideas by %i draws', async (count, draws) => {
  const asked = material(count)
  const { weigh, look, close } = pair()
  const job = jobOf(asked, draws)
  expect(told(certaintyAt(await weigh(job), 3))).toEqual(alone(asked, draws))
  for (const again of [job, job])
    expect(told(certaintyAt(await look({ ...again, draws: 2 * draws }), 3))).toEqual(
      alone(asked, 2 * draws),
    )
  close()
})

/** Shares of ties are added up in another order by two. */
const told = ({ standings, ...more }: Certainty) => ({
  ...more,
  standings: standings.map(({ first, inTop, ...one }) => ({
    ...one,
    first: first.toFixed(12),
    inTop: inTop.toFixed(12),
  })),
})

const alone = (asked: Omit<AskedOrder, 'draws'>, draws: number) =>
  told(must(certaintyOf({ ...asked, draws })))

test('what changed is drawn anew, what came and went is noticed, and the rest is kept', async () => {
  const asked = material(12)
  const { weigh, close } = pair()
  await weigh(jobOf(asked, 128))
  const [first, second, ...rest] = asked.ideas
  const changed = {
    ...asked,
    ideas: [{ id: 'new', reach: 400, impact: 1, confidence: 80, effort: 1 }, must(second), ...rest],
    estimates: asked.estimates
      .filter(({ ideaId }) => ideaId !== first?.id)
      .map((one) => (one.id === 'idea 6 reach' ? { ...one, high: 2_000 } : one)),
  }
  expect(told(certaintyAt(await weigh(jobOf(changed, 128, 2)), 3))).toEqual(alone(changed, 128))
  expect(told(certaintyAt(await weigh(jobOf(asked, 128, 3)), 3))).toEqual(alone(asked, 128))
  const other = { ...asked, seed: 8 }
  expect(told(certaintyAt(await weigh(jobOf(other, 128, 4)), 3))).toEqual(alone(other, 128))
  close()
})

test('one draw is ranked by the lead alone', async () => {
  const asked = material(5)
  const { weigh, close } = pair()
  const { ranked } = await weigh(jobOf(asked, 1))
  close()
  expect(ranked.tally.draws).toBe(1)
  expect(ranked.standings).toHaveLength(5)
})

test('what is given up ends, and the next is weighed as if it had not been', async () => {
  const { weigh, close } = pair()
  const given = new AbortController()
  const old = weigh({ ...jobOf(material(60), 4_000), signal: given.signal })
  setTimeout(() => given.abort(), 5)
  await expect(old).rejects.toThrow('abort')
  const asked = material(9)
  expect(told(certaintyAt(await weigh(jobOf(asked, 128, 2)), 3))).toEqual(alone(asked, 128))
  close()
})
