import type { Place } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { nearest } from '../../../math/formula/nearest.ts'

/** The names that are none, each at its place with the one that was probably meant, or with all there are. */
export const strayNames = (
  at: string,
  given: readonly string[],
  known: readonly string[],
): readonly Place[] =>
  given
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known)
      return {
        at,
        says:
          meant === null
            ? sentence('There is no {name}. There are: {list}.', { name, list: known.join(', ') })
            : sentence('There is no {name}. Did you mean {meant}?', { name, meant }),
      }
    })
