import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAt } from './passages.ts'

const offset = fc.integer({ min: -3, max: 60 })
const passage = fc.record({ from: offset, to: offset })
const text = fc.string({ unit: 'grapheme', maxLength: 50 })

describe('a text cut at its passages', () => {
  it('loses nothing and adds nothing', () => {
    fc.assert(
      fc.property(text, fc.array(passage, { maxLength: 5 }), (whole, passages) => {
        expect(
          cutAt(whole, passages)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole)
      }),
    )
  })

  it('marks exactly the code points its passages cover', () => {
    fc.assert(
      fc.property(text, fc.array(passage, { maxLength: 5 }), (whole, passages) => {
        const marked = cutAt(whole, passages).flatMap((piece) =>
          [...piece.text].map(() => piece.passage !== undefined),
        )
        const wanted = [...whole].map((_, i) => passages.some((p) => p.from <= i && i < p.to))
        expect(marked).toEqual(wanted)
      }),
    )
  })

  it('counts code points, so a passage after an emoji is where it was set', () => {
    expect(cutAt('🐕 lost the sheet', [{ from: 2, to: 6 }])).toEqual([
      { text: '🐕 ' },
      { text: 'lost', passage: 0 },
      { text: ' the sheet' },
    ])
  })

  it('of an empty text is nothing', () => {
    expect(cutAt('', [{ from: 0, to: 4 }])).toEqual([])
  })
})
