import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edge } from '../../../engine/ports.ts'
import { evidenceOf, type Evidence, type Line, type LineRow } from './evidence.ts'
import { freshness, halfLifeDays } from './freshness.ts'
import { independent, sourceOf, type Said } from './sources.ts'

const order = ['heard', 'understood', 'framed', 'proposed', 'decided', 'tested', 'built', 'learned']
const now = '2026-11-23T08:00:00.000Z'
const daysAgo = (days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString()

describe('one line, worked by hand', () => {
  // NEED-1 has three quotes for it (two of one nurse) and one against; IDEA-1 addresses it and advances KR-1.
  const line = lineOf({
    subject: 'idea',
    rows: [
      ['idea', 'idea', 'proposed', 0],
      ['need', 'need', 'framed', 1],
      ['kr', 'key-result', null, 1],
      ...['q1', 'q2', 'q3', 'q4'].map((id) => [id, 'quote', 'heard', 2] as const),
      ...['f1', 'f2', 'f3', 'f4'].map((id) => [id, 'feedback', 'heard', 3] as const),
    ],
    edges: [
      edge('need', 'idea', 'addresses'),
      edge('kr', 'idea', 'advances', { at: daysAgo(180) }),
      edge('q1', 'need', 'supports', { polarity: 'for' }),
      edge('q2', 'need', 'supports', { polarity: 'for' }),
      edge('q3', 'need', 'supports', { polarity: 'for' }),
      edge('q4', 'need', 'contradicts', { polarity: 'against' }),
      ...[1, 2, 3, 4].map((n) => edge(`f${n}`, `q${n}`, 'feedbackId', { linkId: null })),
    ],
    said: [
      said('f1', { contactId: 'nurse', companyId: 'a', at: daysAgo(0) }),
      said('f2', { contactId: 'nurse', companyId: 'a', at: daysAgo(360) }),
      said('f3', { companyId: 'b', at: daysAgo(180) }),
      said('f4', { contactId: 'it', companyId: 'b', at: daysAgo(180) }),
    ],
  })
  const told = evidenceOf(line)

  test('three quotes of two sources at two companies support it, one contradicts', () => {
    expect(told).toMatchObject({ sources: 2, sourcesAgainst: 1, companies: 2 })
    expect(told.supporting).toEqual(['q1', 'q3', 'q2'])
    expect(told.contradicting).toEqual(['q4'])
    expect([told.newest, told.oldest]).toEqual([daysAgo(0), daysAgo(360)])
  })

  test('what was heard is as strong as 1.5 voices against half a one and a made-up one', () => {
    const pool = told.links.find((link) => link.kind === 'heard')
    expect(pool).toMatchObject({ above: ['q1', 'q2', 'q3'], below: 'need', sources: 2, against: 1, newest: daysAgo(0) })
    expect(pool?.strength).toBeCloseTo(1.5 / (1.5 + 0.5 + 1), 12)
  })

  test('the need passes on to the idea what it rests on', () => {
    const carried = told.links.find((link) => link.kind === 'carried')
    expect(carried).toMatchObject({ above: ['need'], below: 'idea', sources: 2, against: 1 })
    expect(carried?.strength).toBeCloseTo(0.5, 12)
  })

  test('that it moves the key result is one word, half a year old, and so the weakest link', () => {
    expect(told.weakest).toMatchObject({ kind: 'word', above: ['kr'], below: 'idea' })
    expect(told.weakest?.strength).toBeCloseTo(0.5 / 1.5, 12)
    expect(told.thin).toEqual([])
  })
})

describe('thin lines', () => {
  const thinOf = (line: Line): readonly string[] => evidenceOf(line).thin

  test('an idea with nothing above it has neither evidence, nor need, nor objective', () => {
    const alone = lineOf({ subject: 'i', rows: [['i', 'idea', 'proposed', 0]], edges: [], said: [] })
    expect(thinOf(alone)).toEqual(['no-evidence', 'no-need', 'no-objective'])
    expect(evidenceOf(alone).weakest).toBeNull()
  })

  test('a feedback that asks for an idea directly makes it thin, until a need behind it has evidence', () => {
    const asked = lineOf({
      subject: 'i',
      rows: [['i', 'idea', 'proposed', 0], ['n', 'need', 'framed', 1], ['f', 'feedback', 'heard', 1], ['o', 'objective', null, 1]],
      edges: [edge('n', 'i', 'addresses'), edge('f', 'i', 'asks-for', { polarity: 'for' }), edge('o', 'i', 'advances')],
      said: [said('f', { contactId: 'c', at: now })],
    })
    expect(thinOf(asked)).toEqual(['single-source', 'asks-directly'])
    const framed: Line = {
      ...asked,
      rows: [...asked.rows, { id: 'g', record: 'feedback', station: 'heard', depth: 3 }, { id: 'q', record: 'quote', station: 'heard', depth: 2 }],
      edges: [...asked.edges, edge('g', 'q', 'feedbackId', { linkId: null }), edge('q', 'n', 'supports', { polarity: 'for' })],
      said: new Map([...asked.said, ['g', said('g', { contactId: 'd', at: now })]]),
    }
    expect(thinOf(framed)).toEqual([])
  })

  test('many voices of one company are called so, and so is what is all older than a year', () => {
    const voices = lineOf({
      subject: 'n',
      rows: [['n', 'need', 'framed', 0], ...['a', 'b'].map((id) => [id, 'feedback', 'heard', 1] as const)],
      edges: ['a', 'b'].map((id) => edge(id, 'n', 'supports', { polarity: 'for' })),
      said: ['a', 'b'].map((id) => said(id, { contactId: id, companyId: 'one', at: daysAgo(366) })),
    })
    expect(thinOf(voices)).toEqual(['single-company', 'old'])
  })

  test('a feedback, a quote and an aim are never thin', () => {
    for (const [record, station] of [['feedback', 'heard'], ['objective', null]] as const)
      expect(thinOf(lineOf({ subject: 'x', rows: [['x', record, station, 0]], edges: [], said: [] }))).toEqual([])
  })
})

describe('independence', () => {
  const pair = (left: Partial<Said>, right: Partial<Said>): number => independent([said('a', left), said('b', right)])

  test('two feedback of one contact are one source, whatever their origin', () => {
    expect(pair({ contactId: 'c', originId: '1' }, { contactId: 'c', originId: '2' })).toBe(1)
  })

  test('without contacts, companies tell sources apart; without those, the entries of a source do', () => {
    expect(pair({ companyId: 'a' }, { companyId: 'b' })).toBe(2)
    expect(pair({ companyId: 'a', originId: '1' }, { companyId: 'a', originId: '2' })).toBe(1)
    expect(pair({ source: 'play', originId: '1' }, { source: 'play', originId: '2' })).toBe(2)
  })

  test('what carries no trace counts once per source', () => {
    expect(pair({ source: 'interview' }, { source: 'interview' })).toBe(1)
    expect(pair({ source: 'interview' }, {})).toBe(2)
  })
})

test('a piece weighs half after one half-life, and what is yet to come weighs as today', () => {
  expect(freshness(daysAgo(halfLifeDays), now)).toBeCloseTo(0.5, 12)
  expect(freshness(daysAgo(-30), now)).toBe(1)
})

describe('laws over any line', () => {
  test('the order of rows and edges changes nothing', () => {
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (line, chance) => {
        const mixed = { ...line, rows: shuffled(line.rows, chance), edges: shuffled(line.edges, chance), said: new Map(shuffled([...line.said], chance)) }
        expect(evidenceOf(mixed)).toEqual(evidenceOf(line))
      }),
    )
  })

  test('every path from a feedback counts, with its turns: the same answer as walking each path by itself', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { supporting, contradicting } = byPaths(line)
        const told = evidenceOf(line)
        expect([told.sources, told.sourcesAgainst]).toEqual([independent(supporting), independent(contradicting)])
      }),
    )
  })

  test('one more quote in support never lowers a count, nor a strength on its way', () => {
    fc.assert(
      fc.property(lines, fc.record({ contact: fc.nat(4), age: fc.nat(900), target: fc.nat() }), (line, more) => {
        const open = line.rows.filter((row) => row.station !== 'heard' && row.station !== null)
        const target = open[more.target % open.length]
        if (target === undefined) return
        const reached = pathsAllFor({ ...line, edges: [...line.edges, ...bridge(line, target.id)] })
        const before = evidenceOf(reached)
        const after = evidenceOf(withVoice(reached, target.id, more))
        expect(after.sources).toBeGreaterThanOrEqual(before.sources)
        expect(after.companies).toBeGreaterThanOrEqual(before.companies)
        expect(after.supporting.length).toBe(before.supporting.length + 1)
        for (const link of before.links.filter((one) => one.kind === 'carried')) {
          const same = after.links.find((one) => one.above[0] === link.above[0] && one.below === link.below && one.relation === link.relation)
          expect(same?.strength).toBeGreaterThanOrEqual(link.strength)
        }
      }),
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
        const forIt: readonly unknown[] = [null, ...told.links.filter((link) => link.polarity === 'for')]
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
      fc.property(lines, fc.record({ contact: fc.nat(4), age: fc.nat(900), target: fc.nat() }), (made, more) => {
        const open = made.rows.filter((row) => row.station !== 'heard')
        const line = pathsAllFor(made)
        const before = evidenceOf(line).weakest
        const target = open[more.target % open.length]
        if (before === null || target === undefined) return
        expect(evidenceOf(withVoice(line, target.id, more)).weakest?.strength).toBeGreaterThanOrEqual(before.strength)
      }),
    )
  })

  test('time alone never makes a line stronger where nothing contradicts', () => {
    fc.assert(
      fc.property(lines, fc.nat(2000), (made, days) => {
        const line = pathsAllFor(made)
        const later = evidenceOf({ ...line, now: daysAgo(-days) })
        evidenceOf(line).links.forEach((link, index) => expect(later.links[index]?.strength).toBeLessThanOrEqual(link.strength + 1e-12))
      }),
    )
  })

  test('a ring of links ends and counts each source once', () => {
    const ring = lineOf({
      subject: 'a',
      rows: [['a', 'need', 'framed', 0], ['b', 'need', 'framed', 1], ['f', 'feedback', 'heard', 2]],
      edges: [edge('a', 'b', 'parentId', { linkId: null }), edge('b', 'a', 'parentId', { linkId: null }), edge('f', 'b', 'supports', { polarity: 'for' })],
      said: [said('f', { contactId: 'c', at: now })],
    })
    expect(evidenceOf(ring)).toMatchObject({ sources: 1, sourcesAgainst: 0, supporting: ['f'] })
  })
})

type Given = readonly [id: string, record: string, station: string | null, depth: number]

function lineOf(given: { subject: string; rows: readonly Given[]; edges: readonly Edge[]; said: readonly Said[] }): Line {
  return {
    subject: given.subject,
    order,
    rows: given.rows.map(([id, record, station, depth]) => ({ id, record, station, depth })),
    edges: given.edges,
    said: new Map(given.said.map((one) => [one.id, one] as const)),
    now,
  }
}

function edge(above: string, below: string, relation: string, more: Partial<Edge> = {}): Edge {
  return { above, below, relation, polarity: 'neither', strength: null, note: null, linkId: `${above}-${below}-${relation}`, at: now, ...more }
}

function said(id: string, more: Partial<Said> = {}): Said {
  return { id, contactId: null, companyId: null, source: null, originId: null, at: now, ...more }
}

/** A line in layers (feedback, quotes, insights, needs, ideas, one item), each row tied to some of the layer below. */
const lines: fc.Arbitrary<Line> = fc
  .record({
    sizes: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
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
          if (tie < 2) edges.push(edge(above.id, below.id, 'supports', { polarity: index < 2 ? 'for' : 'neither' }))
          if (tie === 2 && index < 2) edges.push(edge(above.id, below.id, 'contradicts', { polarity: 'against', strength: 0.5 }))
        }
    })
    const feedback = (layers[0] ?? []).map((quote, n) => {
      edges.push(edge(`feedback-${n}`, quote.id, 'feedbackId', { linkId: null }))
      const person = next(people)
      return said(`feedback-${n}`, person === 0 ? { companyId: 'x', at: daysAgo(next(ages)) } : { contactId: `p${person}`, companyId: `c${person % 2}`, at: daysAgo(next(ages)) })
    })
    const rows = [...layers.flat(), ...feedback.map(({ id }) => ({ id, record: 'feedback', station: 'heard', depth: 5 }))]
    return { subject: 'item', order, rows, edges, said: new Map(feedback.map((one) => [one.id, one] as const)), now }
  })

function withVoice(line: Line, target: string, more: { contact: number; age: number }, polarity: 'for' | 'against' = 'for'): Line {
  return {
    ...line,
    rows: [...line.rows, { id: 'new', record: 'feedback', station: 'heard', depth: 9 }],
    edges: [...line.edges, edge('new', target, polarity === 'for' ? 'supports' : 'contradicts', { polarity })],
    said: new Map([...line.said, ['new', said('new', { contactId: `p${more.contact}`, companyId: `c${more.contact % 2}`, at: daysAgo(more.age) })]]),
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
    if (own !== undefined) (sign > 0 ? found.supporting : found.contradicting).set(sourceOf(own), own)
    for (const one of line.edges) if (one.below === id) climb(one.above, one.polarity === 'against' ? -sign : sign)
  }
  climb(line.subject, 1)
  return { supporting: [...found.supporting.values()], contradicting: [...found.contradicting.values()] }
}

/** The oracle for the weakest link: the best, over all routes up from the subject, of the least strength on it. */
function widestByRoutes(line: Line, told: Evidence): number | null {
  const strength = new Map(told.links.filter((link) => link.polarity === 'for').flatMap((link) => link.above.map((above) => [`${above} ${link.below}`, link.strength] as const)))
  const ways = line.edges.filter((one) => one.polarity !== 'against')
  const routes = (id: string, least: number | null): readonly (number | null)[] => {
    const above = ways.filter((one) => one.below === id)
    const shown = (row: string): boolean => byPaths({ ...line, subject: row }).supporting.length > 0
    if (least !== null && !shown(id)) return [0]
    if (above.length === 0 || (least !== null && !above.some((one) => shown(one.above)))) return [least]
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
