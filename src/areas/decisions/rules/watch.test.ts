import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter } from './days.ts'
import { look, type Point, type Sight, type Standing, type Watch } from './watch.ts'

const since = '2026-01-01'
const day = (n: number): string => dayAfter(since, n)
const armed: Standing = {
  state: 'armed',
  value: null,
  valueOn: null,
  firedOn: null,
  firedValue: null,
  crossings: 0,
}
const watch = (given: Partial<Watch> = {}): Watch => ({
  comparison: 'below',
  threshold: 10,
  by: null,
  rearmAt: null,
  silentDays: null,
  whenSilent: 'wait',
  since,
  ...given,
})
const series = (...values: readonly (readonly [number, number])[]): Sight => ({
  is: 'series',
  points: values.map(([at, value]) => ({ on: day(at), value })),
})
const reviewed = (standing: Standing): Standing =>
  standing.state === 'fired' ? { ...standing, state: 'reviewed' } : standing

test('it fires once when its value crosses, and says as of which day', () => {
  const once = look(watch(), armed, series([1, 12], [2, 11], [3, 9]), day(3))
  expect(once).toEqual({
    state: 'fired',
    value: 9,
    valueOn: day(3),
    firedOn: day(3),
    firedValue: 9,
    crossings: 1,
  })
  expect(look(watch(), once, series([1, 12], [2, 11], [3, 9], [4, 8]), day(4))).toMatchObject({
    state: 'fired',
    value: 8,
    firedValue: 9,
    crossings: 1,
  })
})

test('on the threshold it is not crossed, and of several values before it was set only the last counts', () => {
  expect(look(watch(), armed, series([1, 10]), day(1)).state).toBe('armed')
  const before = look(watch({ since: day(9) }), armed, series([1, 3], [5, 12]), day(9))
  expect(before).toMatchObject({ state: 'armed', value: 12, valueOn: day(5) })
})

test('once reviewed it is armed again only when its value is back past where it is armed', () => {
  const wire = watch({ rearmAt: 12 })
  const after = reviewed(look(wire, armed, series([1, 9]), day(1)))
  const trembling = series([1, 9], [2, 10.5], [3, 9], [4, 11], [5, 9.5])
  const still = look(wire, after, trembling, day(5))
  expect(still).toMatchObject({ state: 'reviewed', crossings: 1 })
  const back = look(wire, still, { is: 'series', points: [{ on: day(6), value: 12 }] }, day(6))
  expect(back.state).toBe('armed')
  const again = look(wire, back, { is: 'series', points: [{ on: day(7), value: 9 }] }, day(7))
  expect(again).toMatchObject({ state: 'fired', crossings: 2 })
})

test('a reading that is put right on its own day is looked at again; one that comes late for an older day is not', () => {
  const fine = look(watch(), armed, series([1, 12], [3, 11]), day(3))
  expect(look(watch(), fine, series([1, 12], [3, 8]), day(3)).state).toBe('fired')
  expect(look(watch(), fine, series([1, 12], [2, 8], [3, 11]), day(4))).toBe(fine)
})

test('without a value for too long it is silent and says so, or counts as crossed where that was set', () => {
  const wire = watch({ silentDays: 7 })
  const known = look(wire, armed, series([1, 12]), day(1))
  expect(look(wire, known, series([1, 12]), day(8))).toBe(known)
  const silent = look(wire, known, series([1, 12]), day(9))
  expect(silent).toMatchObject({ state: 'silent', crossings: 0 })
  expect(look(wire, silent, series([1, 12], [9, 11]), day(9)).state).toBe('armed')
  const strict = watch({ silentDays: 7, whenSilent: 'fire' })
  const fired = look(strict, known, series([1, 12]), day(9))
  expect(fired).toMatchObject({ state: 'fired', firedValue: null, crossings: 1 })
  const seen = reviewed(fired)
  expect(look(strict, seen, series([1, 12]), day(20))).toBe(seen)
  expect(look(strict, seen, series([1, 12], [20, 12]), day(20)).state).toBe('armed')
})

test('with a day only the value of that day counts: it fires, or the day goes by', () => {
  const wire = watch({ by: day(10) })
  expect(look(wire, armed, series([3, 4]), day(9)).state).toBe('armed')
  expect(look(wire, armed, series([3, 4]), day(10)).state).toBe('armed')
  expect(look(wire, armed, series([3, 4]), day(11)).state).toBe('fired')
  expect(look(wire, armed, series([3, 4], [10, 5]), day(10)).state).toBe('fired')
  expect(look(wire, armed, series([3, 4], [10, 15]), day(10)).state).toBe('passed')
  expect(look(wire, armed, series([3, 14], [12, 4]), day(30)).state).toBe('passed')
})

test('what nobody knew on its day is waited for, or counts as crossed', () => {
  const wait = look(watch({ by: day(10) }), armed, series(), day(11))
  expect(wait.state).toBe('silent')
  expect(look(watch({ by: day(10) }), wait, series([13, 4]), day(13)).state).toBe('fired')
  expect(look(watch({ by: day(10) }), wait, series([13, 14]), day(13)).state).toBe('passed')
  const fire = watch({ by: day(10), whenSilent: 'fire' })
  expect(look(fire, armed, series(), day(11))).toMatchObject({ state: 'fired', firedValue: null })
})

test('a bare day fires when it comes, however late one looks, and never again', () => {
  const wire = watch({ by: day(10), threshold: null })
  expect(look(wire, armed, { is: 'day' }, day(9))).toBe(armed)
  const fired = look(wire, armed, { is: 'day' }, day(40))
  expect(fired).toMatchObject({ state: 'fired', crossings: 1 })
  const seen = reviewed(fired)
  expect(look(wire, seen, { is: 'day' }, day(80))).toBe(seen)
})

test('a count above its threshold fires on its day at once; below it waits for the end of the day', () => {
  const now = (value: number, at: number): Sight => ({ is: 'now', value, on: day(at) })
  const above = watch({ by: day(10), comparison: 'above', threshold: 5 })
  expect(look(above, armed, now(6, 9), day(9)).state).toBe('armed')
  expect(look(above, armed, now(6, 10), day(10)).state).toBe('fired')
  const below = watch({ by: day(10), threshold: 5 })
  expect(look(below, armed, now(3, 10), day(10)).state).toBe('armed')
  expect(look(below, armed, now(3, 10), day(11)).state).toBe('fired')
  expect(look(below, armed, now(5, 10), day(11)).state).toBe('passed')
})

test('what is withdrawn or has passed stays as it is', () => {
  for (const state of ['withdrawn', 'passed'] as const) {
    const standing = { ...armed, state }
    expect(look(watch(), standing, series([1, 1]), day(1))).toBe(standing)
  }
})

const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 })
const condition = fc
  .record({
    comparison: fc.constantFrom('below' as const, 'above' as const),
    threshold: fc.integer({ min: 6, max: 14 }),
    gap: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  })
  .map(({ comparison, threshold, gap }) => {
    const rearmAt = gap === null ? null : comparison === 'below' ? threshold + gap : threshold - gap
    return watch({ comparison, threshold, rearmAt })
  })
/** What happens: somebody looks on a day, early, late, twice or with a clock put back; or reviews what fired. */
const deeds = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ is: fc.constant('look' as const), on: fc.nat(70) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('review' as const), on: fc.constant(0) }) },
  ),
  { maxLength: 80 },
)

test('over any series and any looks at it, early, late, repeated or back in time, it fires once a crossing', () => {
  fc.assert(
    fc.property(condition, values, deeds, (wire, all, happens) => {
      const points: readonly Point[] = all.map((value, at) => ({ on: day(at + 1), value }))
      let standing = armed
      let latest = 0
      /** The model's own account: what of the series was in sight when, and when somebody reviewed. */
      const story: (number | 'review')[] = []
      let told = 0
      const closing = [...happens, { is: 'look' as const, on: 70 }]
      for (const deed of closing) {
        if (deed.is === 'review') {
          story.push('review')
          standing = reviewed(standing)
          continue
        }
        latest = Math.max(latest, deed.on)
        while (told < all.length && told + 1 <= latest) story.push(all[told++] ?? 0)
        standing = look(wire, standing, { is: 'series', points }, day(deed.on))
        // a look on a day that was looked at already changes nothing
        expect(look(wire, standing, { is: 'series', points }, day(deed.on))).toBe(standing)
        story.push(NaN)
      }
      expect(standing.crossings).toBe(crossingsIn(story, wire))
    }),
    { numRuns: process.env['THROUGHLINE_LONG'] === undefined ? 2000 : 50_000 },
  )
})

/**
 * The crossings of a story, by searching it: from where it is armed the next value beyond the threshold; from
 * there the next review; and from there the next look at which the last value is back. NaN is a look.
 */
function crossingsIn(story: readonly (number | 'review')[], wire: Watch): number {
  const find = (from: number, fits: (at: number) => boolean): number => {
    for (let at = from; at < story.length; at++) if (fits(at)) return at
    return -1
  }
  const valueAt = (at: number): number => {
    for (let back = at; back >= 0; back--) {
      const one = story[back]
      if (typeof one === 'number' && !Number.isNaN(one)) return one
    }
    return NaN
  }
  const isValue = (at: number): boolean => typeof story[at] === 'number' && !Number.isNaN(story[at])
  const sign = wire.comparison === 'below' ? 1 : -1
  const threshold = sign * (wire.threshold ?? 0)
  const beyond = (value: number): boolean => sign * value < threshold
  const near = (value: number): boolean =>
    sign * value >= threshold && sign * value >= sign * (wire.rearmAt ?? value)
  let count = 0
  for (let from = 0; ;) {
    const crossed = find(from, (at) => isValue(at) && beyond(Number(story[at])))
    if (crossed === -1) return count
    count += 1
    const review = find(crossed + 1, (at) => story[at] === 'review')
    if (review === -1) return count
    const back = find(
      review + 1,
      (at) => story[at] !== 'review' && !Number.isNaN(valueAt(at)) && near(valueAt(at)),
    )
    if (back === -1) return count
    from = back + 1
  }
}
