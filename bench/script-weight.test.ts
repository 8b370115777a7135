/** What a browser has to load before it can show something. */
import { expect, test } from 'vitest'
import { routes, scriptWeight } from './script-weight.ts'

test('Home paints after at most 180 kB of script, on the first day too', () => {
  expect(scriptWeight(routes.home)).toBeLessThanOrEqual(180)
  expect(scriptWeight(routes.firstDay)).toBeLessThanOrEqual(180)
})

test('a list brings at most 280 kB of script in all, with what its record adds', () => {
  expect(scriptWeight(routes.feedback)).toBeLessThanOrEqual(280)
  expect(scriptWeight(routes.ideas)).toBeLessThanOrEqual(280)
})
