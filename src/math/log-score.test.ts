import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logScore, logScoreOf } from './log-score.ts'

/** Law: whoever says what they think scores best on average. */
const chance = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })

test('a probability or a floor that is none is refused', () => {
  expect(() => logScore([{ probability: 1.2, outcome: 0 }])).toThrow(RangeError)
  expect(() => logScoreOf([0.5], { floor: -1 })).toThrow(RangeError)
})

test('nothing has no score', () => {
  expect(logScore([])).toEqual({ n: 0, mean: null, refuted: 0, meanOfRest: null, raised: 0 })
})

test('one half scores ln 2, and what was sure and came true 0', () => {
  expect(logScore([{ probability: 0.5, outcome: 0 }]).mean).toBe(Math.LN2)
  expect(logScore([{ probability: 1, outcome: 1 }]).mean).toBe(0)
  expect(logScore([{ probability: 0, outcome: 0 }]).mean).toBe(0)
})

test('what was said to be impossible and happened makes it infinite, and says how often', () => {
  expect(
    logScore([
      { probability: 0, outcome: 1 },
      { probability: 0.5, outcome: 1 },
      { probability: 1, outcome: 0 },
    ]),
  ).toEqual({ n: 3, mean: null, refuted: 2, meanOfRest: Math.LN2, raised: 0 })
})

test('with a floor it is finite, and says how many were raised', () => {
  const told = logScore(
    [
      { probability: 0, outcome: 1 },
      { probability: 1e-7, outcome: 1 },
      { probability: 0.25, outcome: 1 },
    ],
    { floor: 1e-6 },
  )
  expect(told).toMatchObject({ refuted: 0, raised: 2 })
  expect(told.mean).toBeCloseTo((2 * Math.log(1e6) + Math.log(4)) / 3, 12)
})

test('on average nothing scores better than what one thinks', () => {
  fc.assert(
    fc.property(chance, chance, (true_, said) => {
      const expected = (probability: number): number =>
        true_ * (logScore([{ probability, outcome: 1 }]).mean ?? Number.NaN) +
        (1 - true_) * (logScore([{ probability, outcome: 0 }]).mean ?? Number.NaN)
      // Pinsker: the loss is at least twice the squared distance, in nats.
      expect(expected(said) - expected(true_)).toBeGreaterThanOrEqual(
        2 * (said - true_) ** 2 - 1e-12,
      )
    }),
  )
})
