import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { improved } from './improve.ts'
import { models } from './models.world.ts'
import { programOf } from './program.ts'
import { keeping, keeps, questionOf, worthOf } from './programs.world.ts'

const endless = Number.POSITIVE_INFINITY

describe('an improved assignment', () => {
  test('keeps every row and is worth no less than where it began', () => {
    fc.assert(
      fc.property(
        models(),
        fc.nat(),
        fc.infiniteStream(fc.double({ min: 0, max: 1 })),
        (model, at, any) => {
          const { program } = programOf(questionOf(model))
          const all = keeping(program)
          fc.pre(all.length > 0)
          const start = Float64Array.from(all[at % all.length] ?? [])
          const assignment = Float64Array.from(program.lower, () => any.next().value ?? 0)
          const relaxation = { assignment, prices: new Float64Array(program.rowLower.length) }
          const better = improved({ ...program, start }, relaxation, endless)
          if (better === undefined)
            throw new Error('It began from an assignment that keeps all rows.')
          expect(keeps(program, [...better])).toBe(true)
          expect(worthOf(program, better)).toBeGreaterThanOrEqual(worthOf(program, start))
        },
      ),
    )
  })

  test('is no worse than any that changes up to three columns each way', () => {
    fc.assert(
      fc.property(models(7), (model) => {
        const { program } = programOf(questionOf(model))
        const nothing = new Float64Array(program.lower.length)
        fc.pre(keeps(program, [...nothing]))
        const relaxation = {
          assignment: nothing,
          prices: new Float64Array(program.rowLower.length),
        }
        const better = improved({ ...program, start: nothing }, relaxation, endless) ?? nothing
        for (const other of keeping(program)) {
          const [ins, outs] = [1, 0].map(
            (one) => other.filter((is, at) => is === one && better[at] !== one).length,
          )
          if (Math.max(ins ?? 0, outs ?? 0) > 3) continue
          expect(worthOf(program, other)).toBeLessThanOrEqual(worthOf(program, better) + 1e-6)
        }
      }),
    )
  })

  test('stops where it is enough, and is none where it cannot begin', () => {
    fc.assert(
      fc.property(models(7), (model) => {
        const { program } = programOf(questionOf(model))
        const all = keeping(program)
        const none = new Float64Array(program.lower.length).fill(0.5)
        const relaxation = { assignment: none, prices: new Float64Array(program.rowLower.length) }
        const [start] = all
        const begun = improved(
          { ...program, start: Float64Array.from(start ?? []) },
          relaxation,
          -endless,
        )
        const isRounded = keeps(program, [...none].fill(0))
        expect(begun === undefined).toBe(start === undefined && !isRounded)
        if (begun !== undefined && start !== undefined && !isRounded)
          expect([...begun]).toEqual(start)
      }),
    )
  })
})
