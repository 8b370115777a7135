import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedWords, fitOf, likeness, wordsOf } from './similar.ts'

test('words are compared without case, accents and the shortest of them', () => {
  expect(wordsOf('Élève, ÉLÈVE: it is a Straße')).toEqual(['eleve', 'straße'])
  expect(wordsOf('請求書')).toEqual(['請求', '求書'])
})

test('a search goes by the words of the title and the longest of the text, at most fifteen', () => {
  const text = Array.from({ length: 40 }, (_, at) => `word${'x'.repeat(at)}`).join(' ')
  const words = askedWords('Sheet gone', text)
  expect(words).toHaveLength(15)
  expect(words.slice(0, 2)).toEqual(['sheet', 'gone'])
  expect(words[2]).toBe(`word${'x'.repeat(39)}`)
})

test('likeness is the same from both sides, whole with itself and between 0 and 1', () => {
  const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(likeness(one, other)).toBe(likeness(other, one))
      expect(likeness(one, one)).toBe(1)
      expect(likeness(one, other)).toBeLessThanOrEqual(1)
      expect(likeness(one, other)).toBeGreaterThanOrEqual(0)
    }),
  )
  expect(likeness([], [])).toBe(0)
})

test('the passage that fits is the sentence with most words in common, and says which', () => {
  const text = '🩺 Hello there. The tablet loses its connection at night. We like it.'
  const fit = fitOf(text, new Set(wordsOf('I lose the connection of my tablet')))
  const cut = (from: number, to: number) => [...text].slice(from, to).join('')
  expect(fit && cut(fit.start, fit.end)).toBe('The tablet loses its connection at night.')
  expect(fit?.shared.map(({ start, end }) => cut(start, end))).toEqual([
    'The',
    'tablet',
    'connection',
  ])
  expect(fitOf('Nothing of it', new Set(['else']))).toBeNull()
})
