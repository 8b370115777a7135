import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const known = ['Reach', 'Impact', 'Effort', 'Time criticality']

test('the name that is the fewest letters away is meant', () => {
  const found = ['Raech', 'reach', 'Reech', 'Imact', 'Efforts', 'time criticallity', 'Effrot'].map(
    (word) => nearest(word, known),
  )
  expect(found).toEqual([
    'Reach',
    'Reach',
    'Reach',
    'Impact',
    'Effort',
    'Time criticality',
    'Effort',
  ])
})

test('more than a letter in three is another name', () => {
  expect(['Rxxxh', 'Velocity', 'x', ''].map((word) => nearest(word, known))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('of names that are equally far the first is meant', () => {
  expect(nearest('cat', ['bat', 'car', 'cut'])).toBe('bat')
  expect(nearest('cat', [])).toBe(null)
})

test('letters are counted as Levenshtein counts them, and two that changed places as one', () => {
  // kitten to sitting takes three changes, and 7 letters allow two.
  expect([nearest('kitten', ['sitting']), nearest('kitten', ['sitten'])]).toEqual([null, 'sitten'])
  expect([nearest('abcdef', ['badcef']), nearest('abcdef', ['badcfe'])]).toEqual(['badcef', null])
})
