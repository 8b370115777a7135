import { expect, test } from 'vitest'
import { verbsFor } from './palette-order.ts'

const verbs = [
  { label: 'Add need' },
  { label: 'Go to Needs', page: 'Needs' },
  { label: 'Go to Needs × objectives', page: 'Needs × objectives' },
  { label: 'Rank anew' },
  { label: 'Go to Ranking', page: 'Ranking' },
  { label: 'Go to The mirror', page: 'The mirror' },
]
const found = (text: string) => {
  const { first, rest } = verbsFor(verbs, text)
  return [first.map(({ label }) => label), rest.map(({ label }) => label)]
}

test('a page whose name begins with what was typed comes before a verb that does, and a verb before the rest', () => {
  expect(found('rank')).toEqual([['Go to Ranking', 'Rank anew'], []])
  expect(found('Need')).toEqual([['Go to Needs', 'Go to Needs × objectives'], ['Add need']])
})

test('another word of the name of a page will do', () => {
  expect(found('mirror')).toEqual([['Go to The mirror'], []])
  expect(found('the mir')).toEqual([['Go to The mirror'], []])
})

test('what every typed word stands in somewhere is among the rest', () => {
  expect(found('need add')).toEqual([[], ['Add need']])
  expect(found('nothing')).toEqual([[], []])
})
