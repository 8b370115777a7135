import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidenceOf, giladMeter, type Piece } from './confidence-meter.ts'

/**
 * Laws: another piece never lowers it and age never raises it; it is within 0 and 10 and within
 * what its best kind allows; the order of the pieces does not matter; all fades to nothing.
 */
const meter = { table: giladMeter, halfLifeDays: 180 }
const fresh = (...kinds: readonly string[]): readonly Piece[] =>
  kinds.map((kind, at) => ({ id: `${kind}-${at}`, kind, ageDays: 0 }))
const told = (pieces: readonly Piece[]): number => {
  const found = confidenceOf(pieces, meter)
  return found.kind === 'refused' ? Number.NaN : found.confidence
}

test('a kind that the table has not, and a table or a half-life that cannot be, are refused', () => {
  expect(confidenceOf(fresh('hearsay', 'anecdotal', 'hearsay'), meter)).toEqual({
    kind: 'refused',
    code: 'kind',
    which: ['hearsay'],
  })
  const table = [
    { kind: 'a', each: 2, most: 1 },
    { kind: 'b', each: 1, most: 1 },
    { kind: 'b', each: 1, most: 2 },
    { kind: 'c', each: 1, most: 1, halfLifeDays: 0 },
  ]
  expect(confidenceOf([], { ...meter, table })).toEqual({
    kind: 'refused',
    code: 'table',
    which: ['a', 'b', 'c'],
  })
  expect(confidenceOf([], { ...meter, halfLifeDays: 0 })).toMatchObject({ code: 'half-life' })
})

// Itamar Gilad, in a reply to a comment on The Confidence Meter (Medium).
test('three anecdotes and one look at the market are 2.5, and another look makes them 3', () => {
  const three = fresh('anecdotal', 'anecdotal', 'anecdotal')
  expect(told([...three, ...fresh('market-data')])).toBe(2.5)
  expect(told([...three, ...fresh('market-data', 'market-data')])).toBe(3)
})

test('each kind is worth what the meter says, and many of one no more than its most', () => {
  for (const { kind, each, most } of giladMeter) {
    expect(told(fresh(kind))).toBe(each)
    expect(told(Array.from({ length: 50 }, () => fresh(kind)).flat())).toBe(most)
  }
})

test('nothing speaks for what has no evidence', () => {
  expect(confidenceOf([], meter)).toEqual({
    kind: 'confidence',
    confidence: 0,
    sum: 0,
    most: 0,
    pieces: [],
    undated: [],
  })
})

test('after a half-life a piece adds half and allows half', () => {
  const old = { id: 'm', kind: 'market-data', ageDays: 180 }
  expect(confidenceOf([old], meter)).toMatchObject({
    confidence: 0.5,
    most: 1.5,
    pieces: [{ id: 'm', kind: 'market-data', freshness: 0.5, points: 0.5 }],
  })
  expect(told([{ ...old, ageDays: -30 }])).toBe(1)
  const table = [{ kind: 'market-data', each: 1, most: 3, halfLifeDays: 90 }]
  expect(confidenceOf([old], { ...meter, table })).toMatchObject({ confidence: 0.25 })
})

test('old market data no longer hold the ceiling up over fresh anecdotes', () => {
  const anecdotes = Array.from({ length: 9 }, () => fresh('anecdotal')).flat()
  const stale = { id: 'm', kind: 'market-data', ageDays: 1800 }
  expect(told([...anecdotes, stale])).toBe(1)
})

test('a piece without a date is named and does not count', () => {
  const undated = { id: 'u', kind: 'launch-data', ageDays: null }
  expect(confidenceOf([undated, ...fresh('anecdotal')], meter)).toMatchObject({
    confidence: 0.5,
    undated: ['u'],
  })
})

const piece = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...giladMeter.map(({ kind }) => kind)),
  ageDays: fc.integer({ min: 0, max: 2000 }),
})

test('the laws of the meter', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), piece, (pieces, another) => {
      const now = told(pieces)
      const kinds = pieces.map(({ kind }) => giladMeter.find((one) => one.kind === kind)?.most ?? 0)
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThanOrEqual(Math.max(0, ...kinds))
      expect(told([...pieces, another])).toBeGreaterThanOrEqual(now - 1e-12)
      expect(told(pieces.toReversed())).toBe(now)
      const older = pieces.map((one) => ({ ...one, ageDays: one.ageDays + 180 }))
      expect(told(older)).toBeCloseTo(now / 2, 12)
    }),
  )
})
