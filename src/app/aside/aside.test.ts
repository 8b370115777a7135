import { afterEach, describe, expect, test } from 'vitest'
import { asideOf, type Aside, type Means } from './aside.ts'

const open: Aside[] = []
const opened = (means?: Means): Aside => {
  const aside = asideOf(means)
  open.push(aside)
  return aside
}
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()))
})

const idea = { id: 'a', reach: 10, impact: 1, confidence: 100, effort: 1 }
const estimate = {
  id: 'e',
  ideaId: 'a',
  factor: 'reach',
  low: 5,
  likely: 10,
  high: 20,
  raterId: 'b',
}
const asked = { ideas: [idea], estimates: [estimate], top: 1, draws: 100, seed: 1 }

/** A thread that does this with whatever it is asked. */
const thread = (how: string): URL => {
  const code = `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', (given) => ${how})`
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}

describe('what is asked aside', () => {
  test('is worked out in a thread of its own', async () => {
    expect(await opened().ask('certainty', asked, 20)).toMatchObject({
      is: 'done',
      answer: { draws: 100, standings: [{ id: 'a', place: 1 }] },
    })
  })

  test('is refused in words where there is no such task or it throws, and the thread goes on', async () => {
    const { ask } = opened()
    expect(await ask('nothing of ours', asked, 20)).toMatchObject({ failure: 'refused' })
    expect(await ask('certainty', null, 20)).toMatchObject({ failure: 'refused' })
    expect(await ask('certainty', asked, 20)).toMatchObject({ is: 'done' })
  })

  test('ends after its time, and the next is answered', async () => {
    const file = thread(
      "given.task === 'endless' ? (() => { for (;;); })() : parentPort.postMessage({ is: 'done', answer: 1 })",
    )
    const { ask } = opened({ file, grace: 100 })
    const [endless, next] = await Promise.all([ask('endless', null, 0.1), ask('other', null, 20)])
    expect(endless).toMatchObject({ is: 'failed', failure: 'overtime' })
    expect(next).toEqual({ is: 'done', answer: 1 })
  })

  test.each([
    ['tells it', "parentPort.postMessage({ is: 'broken', says: 'unreachable' })"],
    ['ends', 'process.exit(7)'],
    ['dies of an error', "{ throw new Error('memory access out of bounds') }"],
    ['dies of what is no error', 'Promise.reject(undefined)'],
  ])('is said to have broken down when its thread %s, and the process lives on', async (_, how) => {
    const { ask } = opened({ file: thread(how) })
    const both = await Promise.all([ask('one', null, 20), ask('other', null, 20)])
    expect(both).toMatchObject([{ failure: 'crashed' }, { failure: 'crashed' }])
  })

  test('waits in a line that is only so long, and hears when it is closed', async () => {
    const aside = opened({ file: thread('undefined'), mostWaiting: 1 })
    const all = [1, 2, 3].map((task) => aside.ask(String(task), null, 20))
    expect(await all[2]).toMatchObject({ failure: 'busy' })
    await aside.close()
    expect(await Promise.all(all.slice(0, 2))).toMatchObject([
      { failure: 'closed' },
      { failure: 'closed' },
    ])
    expect(await aside.ask('late', null, 20)).toMatchObject({ failure: 'closed' })
  })
})
