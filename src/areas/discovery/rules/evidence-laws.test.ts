import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edge } from '../../../engine/ports.ts'
import { evidenceOf, type Evidence, type Line, type LineRow } from './evidence.ts'
import { daysAgo, edge, lineOf, now, order, said } from './line.world.ts'
import { independent, sourceOf, type Said } from './sources.ts'

describe('laws over any line', () => {
  test('the order of rows and edges changes nothing', () => {
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (line, chance) => {
        const mixed = {
          ...line,
          rows: shuffled(line.rows, chance),
          edges: shuffled(line.edges, chance),
          said: new Map(shuffled([...line.said], chance)),
        }
        expect(evidenceOf(mixed)).toEqual(evidenceOf(line))
      }),
    )
  })

  test('every path from a feedback counts, with its turns: the same answer as walking each path by itself', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { supporting, contradicting } = byPaths(line)
        const told = evidenceOf(line)
        expect([told.sources, told.sourcesAgainst]).toEqual([
          independent(supporting),
          independent(contradicting),
        ])
      }),
    )
  })

  test('one more quote in support never lowers a count, nor a strength on its way', () => {
    fc.assert(
      fc.property(
        lines,
        fc.record({ contact: fc.nat(4), age: fc.nat(900), target: fc.nat() }),
        (line, more) => {
          const open = line.rows.filter((row) => row.station !== 'heard' && row.station !== null)
          const target = open[more.target % open.length]
          if (target === undefined) return
          const reached = pathsAllFor({
            ...line,
            edges: [...line.edges, ...bridge(line, target.id)],
          })
          const before = evidenceOf(reached)
          const after = evidenceOf(withVoice(reached, target.id, more))
          expect(after.sources).toBeGreaterThanOrEqual(before.sources)
          expect(after.companies).toBeGreaterThanOrEqual(before.companies)
          expect(after.supporting.length).toBe(before.supporting.length + 1)
          for (const link of before.links.filter((one) => one.kind === 'carried')) {
            const same = after.links.find(
              (one) =>
                one.above[0] === link.above[0] &&
                one.below === link.below &&
                one.relation === link.relation,
            )
            expect(same?.strength).toBeGreaterThanOrEqual(link.strength)
          }
        },
      ),
    )
  })

  test('one more quote against never raises what speaks for it', () => {
    fc.assert(
      fc.property(lines, fc.record({ contact: fc.nat(4), age: fc.nat(900) }), (line, more) => {
        const before = evidenceOf(line)
        const after = evidenceOf(withVoice(line, line.subject, more, 'against'))
        expect(after.sources).toBe(before.sources)
        expect(after.sourcesAgainst).toBeGreaterThanOrEqual(before.sourcesAgainst)
      }),
    )
  })

  test('every strength lies from 0 up to, not including, 1, and the weakest link speaks for the subject', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const told: Evidence = evidenceOf(line)
        expect(told.links.every(({ strength }) => strength >= 0 && strength < 1)).toBe(true)
        const forIt: readonly unknown[] = [
          null,
          ...told.links.filter((link) => link.polarity === 'for'),
        ]
        expect(forIt).toContainEqual(told.weakest)
      }),
    )
  })

  test('the line is as strong as its strongest route, and that as its weakest link: as walking each route by itself', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const told = evidenceOf(line)
        expect(told.weakest?.strength ?? null).toBe(widestByRoutes(line, told))
      }),
    )
  })

  test('one more voice for it never makes a line that has evidence weaker', () => {
    fc.assert(
      fc.property(
        lines,
        fc.record({ contact: fc.nat(4), age: fc.nat(900), target: fc.nat() }),
        (made, more) => {
          const open = made.rows.filter((row) => row.station !== 'heard')
          const line = pathsAllFor(made)
          const before = evidenceOf(line).weakest
          const target = open[more.target % open.length]
          if (before === null || target === undefined) return
          expect(
            evidenceOf(withVoice(line, target.id, more)).weakest?.strength,
          ).toBeGreaterThanOrEqual(before.strength)
        },
      ),
    )
  })

  test('time alone never makes a line stronger where nothing contradicts', () => {
    fc.assert(
      fc.property(lines, fc.nat(2000), (made, days) => {
        const line = pathsAllFor(made)
        const later = evidenceOf({ ...line, now: daysAgo(-days) })
        evidenceOf(line).links.forEach((link, index) =>
          expect(later.links[index]?.strength).toBeLessThanOrEqual(link.strength + 1e-12),
        )
      }),
    )
  })

  test('a ring of links ends and counts each source once', () => {
    const ring = lineOf({
      subject: 'a',
      rows: [
        ['a', 'need', 'framed', 0],
        ['b', 'need', 'framed', 1],
        ['f', 'feedback', 'heard', 2],
      ],
      edges: [
        edge('a', 'b', 'parentId', { linkId: null }),
        edge('b', 'a', 'parentId', { linkId: null }),
        edge('f', 'b', 'supports', { polarity: 'for' }),
      ],
      said: [said('f', { contactId: 'c', at: now })],
    })
    expect(evidenceOf(ring)).toMatchObject({ sources: 1, sourcesAgainst: 0, supporting: ['f'] })
  })
})

/** A line in layers (feedback, quotes, insights, needs, ideas, one item), each row tied to some of the layer below. */
const lines: fc.Arbitrary<Line> = fc
  .record({
    sizes: fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    ties: fc.infiniteStream(fc.nat(5)),
    ages: fc.infiniteStream(fc.nat(900)),
    people: fc.infiniteStream(fc.nat(4)),
  })
  .map(({ sizes: [heard, insights, needs, ideas], ties, ages, people }) => {
    const next = (stream: Iterator<number>): number => Number(stream.next().value)
    const layer = (record: string, station: string, depth: number, size: number): LineRow[] =>
      Array.from({ length: size }, (_, n) => ({ id: `${record}-${n}`, record, station, depth }))
    const layers = [
      layer('quote', 'heard', 4, heard),
      layer('insight', 'understood', 3, insights),
      layer('need', 'framed', 2, needs),
      layer('idea', 'proposed', 1, ideas),
      [{ id: 'item', record: 'roadmap-item', station: 'built', depth: 0 }],
    ]
    const edges: Edge[] = []
    layers.forEach((rows, index) => {
      for (const above of rows)
        for (const below of layers[index + 1] ?? []) {
          const tie = next(ties)
          if (tie < 2)
            edges.push(
              edge(above.id, below.id, 'supports', { polarity: index < 2 ? 'for' : 'neither' }),
            )
          if (tie === 2 && index < 2)
            edges.push(
              edge(above.id, below.id, 'contradicts', { polarity: 'against', strength: 0.5 }),
            )
        }
    })
    const feedback = (layers[0] ?? []).map((quote, n) => {
      edges.push(edge(`feedback-${n}`, quote.id, 'feedbackId', { linkId: null }))
      const person = next(people)
      return said(
        `feedback-${n}`,
        person === 0
          ? { companyId: 'x', at: daysAgo(next(ages)) }
          : { contactId: `p${person}`, companyId: `c${person % 2}`, at: daysAgo(next(ages)) },
      )
    })
    const rows = [
      ...layers.flat(),
      ...feedback.map(({ id }) => ({ id, record: 'feedback', station: 'heard', depth: 5 })),
    ]
    return {
      subject: 'item',
      order,
      rows,
      edges,
      said: new Map(feedback.map((one) => [one.id, one] as const)),
      now,
    }
  })

function withVoice(
  line: Line,
  target: string,
  more: { contact: number; age: number },
  polarity: 'for' | 'against' = 'for',
): Line {
  return {
    ...line,
    rows: [...line.rows, { id: 'new', record: 'feedback', station: 'heard', depth: 9 }],
    edges: [
      ...line.edges,
      edge('new', target, polarity === 'for' ? 'supports' : 'contradicts', { polarity }),
    ],
    said: new Map([
      ...line.said,
      [
        'new',
        said('new', {
          contactId: `p${more.contact}`,
          companyId: `c${more.contact % 2}`,
          at: daysAgo(more.age),
        }),
      ],
    ]),
  }
}

/** So that a voice put anywhere reaches the subject. */
const bridge = (line: Line, target: string): readonly Edge[] =>
  target === line.subject ? [] : [edge(target, line.subject, 'bridge', { linkId: null })]

const pathsAllFor = (line: Line): Line => ({
  ...line,
  edges: line.edges.filter((one) => one.polarity !== 'against'),
})

/** The oracle: from the subject up along every path of a line without rings, multiplying signs. */
function byPaths(line: Line): { supporting: readonly Said[]; contradicting: readonly Said[] } {
  const found = { supporting: new Map<string, Said>(), contradicting: new Map<string, Said>() }
  const climb = (id: string, sign: number): void => {
    const own = line.said.get(id)
    if (own !== undefined)
      (sign > 0 ? found.supporting : found.contradicting).set(sourceOf(own), own)
    for (const one of line.edges)
      if (one.below === id) climb(one.above, one.polarity === 'against' ? -sign : sign)
  }
  climb(line.subject, 1)
  return {
    supporting: [...found.supporting.values()],
    contradicting: [...found.contradicting.values()],
  }
}

/** The oracle for the weakest link: the best, over all routes up from the subject, of the least strength on it. */
function widestByRoutes(line: Line, told: Evidence): number | null {
  const strength = new Map(
    told.links
      .filter((link) => link.polarity === 'for')
      .flatMap((link) =>
        link.above.map((above) => [`${above} ${link.below}`, link.strength] as const),
      ),
  )
  const ways = line.edges.filter((one) => one.polarity !== 'against')
  const routes = (id: string, least: number | null): readonly (number | null)[] => {
    const above = ways.filter((one) => one.below === id)
    const shown = (row: string): boolean => byPaths({ ...line, subject: row }).supporting.length > 0
    if (least !== null && !shown(id)) return [0]
    if (above.length === 0 || (least !== null && !above.some((one) => shown(one.above))))
      return [least]
    return above.flatMap((one) => {
      const own = one.linkId === null ? null : (strength.get(`${one.above} ${one.below}`) ?? null)
      return routes(one.above, own === null ? least : Math.min(own, least ?? 1))
    })
  }
  const found = routes(line.subject, null).filter((one) => one !== null)
  return found.length === 0 ? null : Math.max(...found)
}

function shuffled<T>(items: readonly T[], chance: Iterator<number>): readonly T[] {
  return items
    .map((item) => ({ item, at: Number(chance.next().value) }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ item }) => item)
}
