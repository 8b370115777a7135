import { expect, test } from 'vitest'
import { addressOf, chosenOf, heldIn, inAddress, withStanding } from './portfolio-choice.ts'

test('what is chosen stands in the address, and comes back from there', () => {
  const choice = {
    period: '2027-Q1',
    must: ['IDEA-3', 'IDEA-9'],
    never: ['IDEA-4'],
    share: ['OBJ-3: 20 %'],
  }
  const [, query = ''] = addressOf('/w/main/portfolio', choice).split('?')
  expect(inAddress(Object.fromEntries(new URLSearchParams(query)))).toEqual(choice)
  const nothing = { period: undefined, must: [], never: [], share: [] }
  expect(addressOf('/portfolio', nothing)).toBe('/portfolio')
  expect(inAddress({})).toEqual(nothing)
})

test('an idea that must be in is not held out as well', () => {
  const nothing = { period: undefined, must: [], never: [], share: [] }
  const held = withStanding(nothing, 'IDEA-3', 'never')
  expect(held.never).toEqual(['IDEA-3'])
  expect(withStanding(held, 'IDEA-3', 'must')).toMatchObject({ must: ['IDEA-3'], never: [] })
  expect(withStanding(held, 'IDEA-3', 'open')).toMatchObject({ must: [], never: [] })
})

test('a ref that is no idea of ours is left out', () => {
  const choice = { period: undefined, must: ['IDEA-3', 'IDEA-8'], never: [], share: [] }
  expect(chosenOf(choice, [{ id: 'a', ref: 'IDEA-3' }]).mustIds).toEqual(['a'])
})

test('all that is held is named once, so that it can be let go of where no set keeps it all', () => {
  const choice = { period: undefined, must: ['IDEA-3', 'IDEA-3'], never: ['IDEA-4'], share: [] }
  expect(heldIn(choice)).toEqual([
    { ref: 'IDEA-3', as: 'must' },
    { ref: 'IDEA-4', as: 'never' },
  ])
})
