import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved, sentencesOf, wordsIn } from './sentences.ts'

const said = (text: string) => {
  const points = [...text]
  return sentencesOf(text).map(({ start, end }) => points.slice(start, end).join(''))
}

test('sentences stand without the space around them, counted by code points', () => {
  expect(said('The 🩺 sheet is gone.  It asks me to sign in!\n\nThen it is back.')).toEqual([
    'The 🩺 sheet is gone.',
    'It asks me to sign in!',
    'Then it is back.',
  ])
})

test('a line break begins a paragraph, in whichever way it is written', () => {
  const begins = (text: string) => sentencesOf(text).map((one) => one.begins)
  expect(begins('One. Two.\nThree.\r\n\r\nFour. Five.')).toEqual([true, false, true, true, false])
})

test('a language nobody knows is no reason to fail', () => {
  expect(sentencesOf('One. Two.', '!!')).toHaveLength(2)
})

test('sentences hold every character but space, in order and without overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
      const points = [...text]
      const sentences = sentencesOf(text)
      let last = 0
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(points.slice(last, start).join('').trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(points.slice(last).join('').trim()).toBe('')
    }),
  )
})

test('an edge moves by a word, and a passage keeps at least one', () => {
  const text = 'I type in eleven patients'
  const words = wordsIn(text)
  const all = { start: 0, end: 25 }
  expect(moved(all, 'end', -1, words)).toEqual({ start: 0, end: 16 })
  expect(moved(all, 'end', 1, words)).toEqual(all)
  expect(moved(all, 'start', 1, words)).toEqual({ start: 2, end: 25 })
  expect(moved({ start: 2, end: 6 }, 'end', -1, words)).toEqual({ start: 2, end: 6 })
  expect(moved({ start: 2, end: 6 }, 'start', -1, words)).toEqual({ start: 0, end: 6 })
})
