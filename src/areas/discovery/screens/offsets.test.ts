import { expect, test } from 'vitest'
import { shownAs, stretchOf } from './offsets.ts'

/** Selects `words` in what the text area shows, and reads them back from the text by code points. */
const readBack = (text: string, words: string): string => {
  const from = shownAs(text).indexOf(words)
  const stretch = stretchOf(text, from, from + words.length)
  return stretch === undefined ? '' : [...text].slice(stretch.start, stretch.end).join('')
}

test('a passage after an emoji is counted in code points', () => {
  expect(stretchOf('🙂🙂 it breaks', 5, 14)).toEqual({ start: 3, end: 12 })
  expect(readBack('🙂🙂 it breaks', 'it breaks')).toBe('it breaks')
})

test('a passage after lines that end in carriage return and line feed is found again', () => {
  expect(readBack('one\r\ntwo\r\nthree', 'three')).toBe('three')
  expect(readBack('one\rtwo', 'two')).toBe('two')
  expect(readBack('one\r\ntwo', 'one\ntwo')).toBe('one\r\ntwo')
})

test('a selection made backwards is the same as one made forwards', () => {
  expect(stretchOf('the sheet is gone', 12, 4)).toEqual(stretchOf('the sheet is gone', 4, 12))
})

test('space at the edges is left out, and space alone is nothing', () => {
  expect(stretchOf('a  b', 1, 4)).toEqual({ start: 3, end: 4 })
  expect(stretchOf('a  b', 1, 3)).toBeUndefined()
  expect(stretchOf('a  b', 2, 2)).toBeUndefined()
})
