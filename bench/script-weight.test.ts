/** What a browser has to load before it can show something. */
import { expect, test } from 'vitest'
import { routes, scriptWeight } from './script-weight.ts'

/** In kB, packed; what a verb decides comes with its first use (`scripts/decide-later.ts`). */
const mostAtHome = 180

test('Home paints after no more script than it had', () => {
  expect(scriptWeight(routes.home)).toBeLessThanOrEqual(mostAtHome)
  expect(scriptWeight(routes.firstDay)).toBeLessThanOrEqual(mostAtHome)
})

test('a list brings at most 280 kB of script in all, with what its record adds', () => {
  expect(scriptWeight(routes.feedback)).toBeLessThanOrEqual(280)
  expect(scriptWeight(routes.ideas)).toBeLessThanOrEqual(280)
})
