import { describe, expect, test } from 'vitest'
import { evidenceOf, type Line } from './evidence.ts'
import { freshness, halfLifeDays } from './freshness.ts'
import { daysAgo, edge, lineOf, now, said } from './line.world.ts'
import { independent, type Said } from './sources.ts'

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
    expect(pool).toMatchObject({
      above: ['q1', 'q2', 'q3'],
      below: 'need',
      sources: 2,
      against: 1,
      newest: daysAgo(0),
    })
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
    const alone = lineOf({
      subject: 'i',
      rows: [['i', 'idea', 'proposed', 0]],
      edges: [],
      said: [],
    })
    expect(thinOf(alone)).toEqual(['no-evidence', 'no-need', 'no-objective'])
    expect(evidenceOf(alone).weakest).toBeNull()
  })

  test('a feedback that asks for an idea directly makes it thin, until a need behind it has evidence', () => {
    const asked = lineOf({
      subject: 'i',
      rows: [
        ['i', 'idea', 'proposed', 0],
        ['n', 'need', 'framed', 1],
        ['f', 'feedback', 'heard', 1],
        ['o', 'objective', null, 1],
      ],
      edges: [
        edge('n', 'i', 'addresses'),
        edge('f', 'i', 'asks-for', { polarity: 'for' }),
        edge('o', 'i', 'advances'),
      ],
      said: [said('f', { contactId: 'c', at: now })],
    })
    expect(thinOf(asked)).toEqual(['single-source', 'asks-directly'])
    const framed: Line = {
      ...asked,
      rows: [
        ...asked.rows,
        { id: 'g', record: 'feedback', station: 'heard', depth: 3 },
        { id: 'q', record: 'quote', station: 'heard', depth: 2 },
      ],
      edges: [
        ...asked.edges,
        edge('g', 'q', 'feedbackId', { linkId: null }),
        edge('q', 'n', 'supports', { polarity: 'for' }),
      ],
      said: new Map([...asked.said, ['g', said('g', { contactId: 'd', at: now })]]),
    }
    expect(thinOf(framed)).toEqual([])
  })

  test('many voices of one company are called so, and so is what is all older than a year', () => {
    const voices = lineOf({
      subject: 'n',
      rows: [
        ['n', 'need', 'framed', 0],
        ...['a', 'b'].map((id) => [id, 'feedback', 'heard', 1] as const),
      ],
      edges: ['a', 'b'].map((id) => edge(id, 'n', 'supports', { polarity: 'for' })),
      said: ['a', 'b'].map((id) => said(id, { contactId: id, companyId: 'one', at: daysAgo(366) })),
    })
    expect(thinOf(voices)).toEqual(['single-company', 'old'])
  })

  test('a feedback, a quote and an aim are never thin', () => {
    for (const [record, station] of [
      ['feedback', 'heard'],
      ['objective', null],
    ] as const)
      expect(
        thinOf(lineOf({ subject: 'x', rows: [['x', record, station, 0]], edges: [], said: [] })),
      ).toEqual([])
  })
})

describe('independence', () => {
  const pair = (left: Partial<Said>, right: Partial<Said>): number =>
    independent([said('a', left), said('b', right)])

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
