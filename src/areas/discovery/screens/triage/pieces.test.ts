import { expect, test } from 'vitest'
import { sentencesOf } from '../../rules/sentences.ts'
import { piecesOf, trimmed } from './pieces.ts'

const text = 'The 🩺 sheet is gone. It asks me to sign in.\n\nThen it is back.'
const drawn = (quoted: Parameters<typeof piecesOf>[2], chosen: Parameters<typeof piecesOf>[3]) =>
  piecesOf(text, sentencesOf(text), quoted, chosen)

test('paragraphs hold their sentences, with the space between them', () => {
  expect(drawn([], null).map((pieces) => pieces.map((piece) => piece.text))).toEqual([
    ['The 🩺 sheet is gone.', ' ', 'It asks me to sign in.', '\n\n'],
    ['Then it is back.'],
  ])
})

test('what is quoted and what is chosen are cut out of the sentences they are in', () => {
  const pieces = drawn([{ start: 6, end: 11 }], { start: 12, end: 28 }).flat()
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter((piece) => piece.isQuoted).map((piece) => piece.text)).toEqual(['sheet'])
  expect(pieces.filter((piece) => piece.isChosen).map((piece) => piece.text)).toEqual([
    'is gone.',
    ' ',
    'It asks',
  ])
})

test('a stretch loses the space around it, and is none where there is only space', () => {
  expect(trimmed(text, { start: 3, end: 12 })).toEqual({ start: 4, end: 11 })
  expect(trimmed(text, { start: 43, end: 45 })).toBeUndefined()
})
