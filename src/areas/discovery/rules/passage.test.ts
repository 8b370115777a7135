import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '../../../engine/words.ts'
import { anchor, passageOf, surroundings, type Passage } from './passage.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '🩺', '語'), maxLength: 120 })
const cut = words.chain((whole) =>
  fc.tuple(fc.constant(whole), fc.nat([...whole].length), fc.nat([...whole].length)),
)

test('a passage is cut by code points, so that no character is halved', () => {
  const passage = passageOf('Das Blatt 🩺 ist weg', 10, 11) as Passage
  expect(passage).toEqual({
    start: 10,
    end: 11,
    text: '🩺',
    before: 'Das Blatt ',
    after: ' ist weg',
  })
})

test('before, words and after stand next to each other in the text, whatever the cut', () => {
  fc.assert(
    fc.property(cut, ([whole, start, end]) => {
      const passage = passageOf(whole, start, end)
      const points = [...whole]
      const idle = start >= end || points.slice(start, end).join('').trim() === ''
      expect('says' in passage).toBe(idle)
      const { before, text, after } =
        'says' in passage ? { before: '', text: '', after: '' } : passage
      expect(whole).toContain(before + text + after)
      expect([[...before].length, [...text].length]).toEqual(
        idle ? [0, 0] : [Math.min(start, surroundings), end - start],
      )
    }),
  )
})

test('a cut past the end, one that is empty and one of white space are refused in a sentence', () => {
  const refusal = (whole: string, start: number, end: number): string | undefined => {
    const found = passageOf(whole, start, end)
    return 'says' in found ? english.told(found.says) : undefined
  }
  expect(refusal('short', 0, 6)).toBe('The text ends at 5; the quote cannot end at 6.')
  expect(refusal('short', 2, 2)).toBe('A quote ends after it starts; 2 is not after 2.')
  expect(refusal('a   b', 1, 4)).toBe('These characters are only white space.')
})

test('a passage of an unchanged text is found where it was', () => {
  fc.assert(
    fc.property(cut, ([whole, start, end]) => {
      const passage = passageOf(whole, start, end)
      expect('says' in passage ? { start, end } : anchor(whole, passage)).toEqual({ start, end })
    }),
  )
})

test('what is put in front moves a passage by its length', () => {
  const passage = passageOf('It saves twice. It never saves at night.', 25, 30) as Passage
  expect(passage.text).toBe('saves')
  expect(anchor('🩺 Well. It saves twice. It never saves at night.', passage)).toEqual({
    start: 33,
    end: 38,
  })
})

test('words that are gone are not found', () => {
  const passage = passageOf('the sheet is gone', 4, 9) as Passage
  expect(anchor('the page is gone', passage)).toBeUndefined()
})
