import { expect, test } from 'vitest'
import { paragraphOf } from './passage.ts'

/** The marked words, by code points. */
const marked = (words: Parameters<typeof paragraphOf>[0]): string => {
  const { text, passages } = paragraphOf(words)
  const [passage] = passages
  return [...text].slice(passage?.from, passage?.to).join('')
}

test('lines run together and the marked words stay the marked words', () => {
  const words = { before: 'First 🙂\n\n', text: 'it\nfails', after: '\n\nand more' }
  expect(paragraphOf(words).text).toBe('First 🙂 it fails and more')
  expect(marked(words)).toBe('it fails')
})

test('what was cut in the middle of a word is cut at the word and says so', () => {
  const words = {
    before: 'rmance is bad since the last update and ',
    text: 'it fails',
    after: ' whenever I open a second window or clos',
  }
  const { text } = paragraphOf(words)
  expect(text).toBe(
    '… is bad since the last update and it fails whenever I open a second window or …',
  )
  expect(marked(words)).toBe('it fails')
})

test('a whole text has nothing marked', () => {
  expect(paragraphOf({ before: '', text: 'All\nof it ', after: '' })).toEqual({
    text: 'All of it',
    passages: [],
  })
})
