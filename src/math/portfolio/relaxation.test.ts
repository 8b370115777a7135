import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, models, optionsOf } from './models.world.ts'
import { programOf } from './program.ts'
import { keeping, questionOf, worthOf } from './programs.world.ts'
import { boundBy, reducedCosts } from './relaxation.ts'

describe('a bound by prices', () => {
  test('is surpassed by no assignment, whatever the prices', () => {
    const price = fc.oneof(fc.double({ min: -50, max: 500, noNaN: true }), fc.constant(0))
    fc.assert(
      fc.property(models(7), fc.array(price, { minLength: 12, maxLength: 12 }), (model, prices) => {
        const { program } = programOf(questionOf(model))
        const some = Float64Array.from(program.rowLower, (_, row) => prices[row] ?? 0)
        const bound = boundBy(program, some)
        for (const assignment of keeping(program))
          expect(worthOf(program, assignment)).toBeLessThanOrEqual(bound + 1e-6)
      }),
    )
  })

  test('is the objective of the relaxation at its own prices', () => {
    // Dantzig (1957): by value for a day the order is c, a, b, and a third of b is what still fits.
    const model = {
      ...bare,
      options: optionsOf({ a: [60, { days: 5 }], b: [30, { days: 3 }], c: [40, { days: 2 }] }),
      capacities: [{ id: 'days', limit: 8 }],
    }
    const { program, inAll } = programOf(questionOf(model))
    const perDay =
      10 * ((program.objective[1] ?? 0) / 30) * (1 / (program.coefficients[1] ?? 1)) * 3
    const prices = Float64Array.of(perDay)
    expect(inAll(boundBy(program, prices))).toBeCloseTo(110, 4)
    const beyond = [...reducedCosts(program, prices)].map((one) => Math.sign(Math.round(one)))
    expect(beyond).toEqual([1, 0, 1])
  })
})
