/** What a browser has to load before it can show something. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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

test('every file that is kept for a day without a network is there', () => {
  const dist = fileURLToPath(new URL('../dist/web', import.meta.url))
  const files = JSON.parse(readFileSync(`${dist}/files.json`, 'utf8')) as readonly string[]
  expect(files).toContain('/index.html')
  expect(files.filter((file) => !existsSync(`${dist}${file}`))).toEqual([])
})
