/** A ranking of drawn scores is compared with what is known of their distributions. */
import { describe, expect, test } from 'vitest'
import { beats } from './beats.ts'
import { normalCdf } from './normal.ts'
import { fillWords, streamOf, uniformOf } from './random.ts'
import { ranking } from './rank-probabilities.ts'
import { all, asked, byOption, drawn, scoresOf } from './scores.world.ts'

describe('a ranking of drawn scores', () => {
  const draws = 2 ** 14

  test('of options that are all drawn alike each is first, and has any rank, equally often', () => {
    const options = 20
    const told = ranking(
      drawn(
        all(options).map((at) => [`option ${at}`, 0, 1] as const),
        draws,
      ),
      { ...asked, top: 5 },
    )
    for (const { first, inTop } of told.standings) {
      expect(Math.abs(first.p - 1 / options)).toBeLessThan(4 * Math.sqrt(1 / options / draws))
      expect(Math.abs(inTop.p - 5 / options)).toBeLessThan(4 * Math.sqrt(0.25 / draws))
    }
    const away = told.standings.map(({ first }) => (first.p - 1 / options) / first.error)
    expect(away.reduce((sum, z) => sum + z * z, 0)).toBeLessThan(43.82)
  })

  test.each([
    [0.5, 1, 0, 1],
    [3, 2, 1, 0.5],
    [10, 4, 9, 4],
    [0, 1, 0, 3],
  ])('N(%d, %d²) beats N(%d, %d²) as often as Φ says', (meanOne, one, meanOther, other) => {
    const scores = drawn(
      [
        ['one', meanOne, one],
        ['other', meanOther, other],
      ],
      draws,
    )
    const expected = normalCdf((meanOne - meanOther) / Math.hypot(one, other))
    const found = beats(scores, 0, 1)
    expect(Math.abs(found.p - expected)).toBeLessThan(4 * found.error)
    expect(byOption(ranking(scores, asked)).get(0)?.first.p).toBeCloseTo(found.p, 12)
    expect(beats(scores, 1, 0).p).toBeCloseTo(1 - found.p, 12)
  })

  test('among normals that differ by their means the first is first as often as the integral says', () => {
    const scores = drawn(
      [
        ['a', 1, 1],
        ['b', 0, 1],
        ['c', 0, 1],
      ],
      draws,
    )
    // ∫ φ(z − 1) Φ(z)² dz, by the middles of small steps.
    let expected = 0
    for (let z = -8; z < 10; z += 1e-3)
      expected +=
        (1e-3 * Math.exp(-((z + 5e-4 - 1) ** 2) / 2) * normalCdf(z + 5e-4) ** 2) /
        Math.sqrt(2 * Math.PI)
    const first = byOption(ranking(scores, asked)).get(0)?.first
    expect(Math.abs((first?.p ?? 0) - expected)).toBeLessThan(4 * (first?.error ?? 0))
  })

  test('two uniforms: the upper half of one beats the whole of the other three times in four', () => {
    const values = new Float64Array(2 * draws)
    const [left, right] = [new Uint32Array(draws), new Uint32Array(draws)]
    fillWords(streamOf(1, 'left'), left)
    fillWords(streamOf(1, 'right'), right)
    left.forEach((word, draw) => {
      values[draw] = 0.5 + uniformOf(word) / 2
    })
    right.forEach((word, draw) => {
      values[draws + draw] = uniformOf(word)
    })
    const found = beats({ options: 2, draws, values }, 0, 1)
    expect(Math.abs(found.p - 0.75)).toBeLessThan(4 * found.error)
  })

  test('an expected score and its interval are those of the distribution', () => {
    const [one] = ranking(drawn([['one', 10, 2]], draws), asked).standings
    expect(one?.expected).toBeCloseTo(10, 2)
    expect(one?.expectedError).toBeCloseTo(2 / Math.sqrt(draws), 3)
    expect(one?.low).toBeCloseTo(10 - 2 * 1.2815515655446004, 2)
    expect(one?.high).toBeCloseTo(10 + 2 * 1.2815515655446004, 2)
  })

  test('a standard error is how far repeated rankings lie apart', () => {
    const runs = Array.from({ length: 60 }, (_, seed) => {
      const scores = drawn(
        [
          ['a', 0.5, 1],
          ['b', 0, 1],
          ['c', 0.2, 2],
        ],
        500,
        seed,
      )
      return byOption(ranking(scores, asked)).get(0)?.first ?? { p: 0, error: 0 }
    })
    const mean = runs.reduce((sum, { p }) => sum + p, 0) / runs.length
    const spread = Math.sqrt(
      runs.reduce((sum, { p }) => sum + (p - mean) ** 2, 0) / (runs.length - 1),
    )
    const said = runs.reduce((sum, { error }) => sum + error, 0) / runs.length
    // Never much more than is said; less, since stratified draws are surer than independent ones.
    expect(spread / said).toBeLessThan(1.25)
    expect(spread / said).toBeGreaterThan(0.4)
  })

  test('a tie is half a success, also of 0 and −0, and a score against itself is even', () => {
    const scores = scoresOf([
      [0, -0, 3, 1],
      [-0, 0, 3, 2],
    ])
    expect([beats(scores, 0, 1).p, beats(scores, 1, 0).p, beats(scores, 0, 0).p]).toEqual([
      3 / 8,
      5 / 8,
      1 / 2,
    ])
  })

  test('what never came is not taken for impossible', () => {
    const [, last] = ranking(
      scoresOf([
        [2, 2, 2, 2],
        [1, 1, 1, 1],
      ]),
      asked,
    ).standings
    expect(last?.first.p).toBe(0)
    expect(last?.first.error).toBeGreaterThan(0)
  })
})
