import { expect, test } from 'vitest'
import { everyOrder } from './orders.ts'

/** Plays two who take so many steps each, and writes down who went when. */
async function played(
  steps: readonly [number, number],
  bound?: number,
): Promise<readonly string[]> {
  const seen: string[] = []
  await everyOrder((choose) => {
    const left = [...steps]
    let [order, last] = ['', undefined as number | undefined]
    for (;;) {
      const able = left.flatMap((count, who) => (count > 0 ? [who] : []))
      if (able.length === 0) break
      last = choose(able, last)
      left[last] = (left[last] ?? 0) - 1
      order += 'AB'[last]
    }
    seen.push(order)
    return Promise.resolve()
  }, bound)
  return seen
}

test('every order of two is played, each once', async () => {
  const seen = await played([4, 3])
  expect(new Set(seen).size).toBe(seen.length)
  // Seven steps, three of which are the second one's.
  expect(seen.length).toBe(35)
})

test('with a bound, only those in which so many who could go on wait', async () => {
  expect((await played([3, 3], 0)).toSorted()).toEqual(['AAABBB', 'BBBAAA'])
  expect((await played([2, 2], 1)).toSorted()).toEqual(['AABB', 'ABBA', 'BAAB', 'BBAA'])
})
