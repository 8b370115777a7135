import { describe, expect, test } from 'vitest'
import type { Edge } from '../engine/ports.ts'
import type { Row } from '../engine/record.ts'
import { english } from '../engine/words.ts'
import { becameMarkdown, whyMarkdown } from './discovery/index.ts'
import { becameOf } from './discovery/rules/became-of.ts'
import type { Found, Material } from './discovery/rules/line-stops.ts'
import { toldOf, weighed } from './discovery/rules/weighed.ts'
import { tellWhy, whyOf } from './discovery/rules/why-of.ts'
import { catalogue } from './order.ts'

const now = '2026-11-23T08:00:00.000Z'

/**
 * RM-9 delivers IDEA-31, which addresses NEED-42 and advances KR-1 of OBJ-2, part of OBJ-1. NEED-42 has
 * the child NEED-43. Quotes of FB-1 (with its duplicate FB-4) and FB-2 support, one of FB-3 contradicts.
 * FB-5 asks for the idea. DEC-12 settles the item.
 */
const rows: readonly Found[] = [
  found('roadmap-item', 'RM-9', 0, {
    title: 'Offline ward sheet',
    commitment: 'next',
    status: 'not-started',
    teamId: 'TEAM-1',
    dates: { from: '2027-02-01', to: null },
  }),
  found('idea', 'IDEA-31', 1, {
    title: 'Offline ward sheet',
    reach: 500,
    impact: 2,
    confidence: 80,
    effort: 2,
    score: 400,
    state: 'chosen',
  }),
  found('decision', 'DEC-12', 0, {
    sentence: 'Build it for the ward sheet only',
    decidedById: 'MEM-1',
    decidedAt: '2026-09-17T00:00:00.000Z',
  }),
  found('need', 'NEED-42', 2, {
    title: 'Keep recording when the connection is lost',
    kind: 'need',
  }),
  found('need', 'NEED-43', 3, {
    title: 'Know what has not been sent',
    kind: 'pain',
    parentId: 'NEED-42',
  }),
  found('key-result', 'KR-1', 2, {
    title: 'Handovers in 10 minutes',
    objectiveId: 'OBJ-2',
    start: 61,
    target: 85,
    current: 68,
    unit: '%',
    progress: 7 / 24,
  }),
  found('objective', 'OBJ-2', 3, {
    title: 'Safer nights',
    parentId: 'OBJ-1',
    period: '2026-Q4',
    progress: 7 / 24,
  }),
  found('objective', 'OBJ-1', 4, { title: 'The safest ward', period: '2026' }),
  found('quote', 'QT-1', 3, {
    feedbackId: 'FB-1',
    text: 'the sheet is gone',
    before: 'Behind the door ',
    after: ' until I walk back',
    start: 16,
    end: 33,
  }),
  found('quote', 'QT-2', 4, {
    feedbackId: 'FB-2',
    text: 'eleven patients at seven',
    before: '',
    after: '',
    start: 0,
    end: 24,
  }),
  found('quote', 'QT-3', 3, {
    feedbackId: 'FB-3',
    text: 'no longer a topic',
    before: 'It is ',
    after: '',
    start: 6,
    end: 23,
  }),
  feedback('FB-1', 4, {
    contactId: 'CON-1',
    occurredAt: '2026-11-09T00:00:00.000Z',
    source: 'interview',
  }),
  feedback('FB-2', 5, {
    companyId: 'CO-2',
    occurredAt: '2026-10-28T00:00:00.000Z',
    permalink: 'https://example.org/2',
  }),
  feedback('FB-3', 4, { contactId: 'CON-3', occurredAt: '2026-06-18T00:00:00.000Z' }),
  feedback('FB-4', 5, {
    originId: '4',
    source: 'play',
    mergedIntoId: 'FB-1',
    occurredAt: '2026-11-01T00:00:00.000Z',
  }),
  feedback('FB-5', 2, { originId: '5', source: 'play', occurredAt: '2026-02-11T00:00:00.000Z' }),
]

const edges: readonly Edge[] = [
  edge('IDEA-31', 'RM-9', 'delivers'),
  edge('NEED-42', 'IDEA-31', 'addresses'),
  edge('NEED-43', 'NEED-42', 'parentId', { linkId: null }),
  edge('KR-1', 'IDEA-31', 'advances', { at: '2026-05-27T08:00:00.000Z', note: 'a guess' }),
  edge('OBJ-2', 'KR-1', 'objectiveId', { linkId: null }),
  edge('OBJ-1', 'OBJ-2', 'parentId', { linkId: null }),
  edge('QT-1', 'NEED-42', 'supports', { polarity: 'for' }),
  edge('QT-2', 'NEED-43', 'supports', { polarity: 'for' }),
  edge('QT-3', 'NEED-42', 'contradicts', { polarity: 'against' }),
  edge('FB-1', 'QT-1', 'feedbackId', { linkId: null }),
  edge('FB-2', 'QT-2', 'feedbackId', { linkId: null }),
  edge('FB-3', 'QT-3', 'feedbackId', { linkId: null }),
  edge('FB-4', 'FB-1', 'mergedIntoId', { linkId: null }),
  edge('FB-5', 'IDEA-31', 'asks-for', { polarity: 'for' }),
  edge('DEC-12', 'RM-9', 'settles', { linkId: null }),
]

const asides = new Map(
  [
    found('contact', 'CON-1', 0, { name: 'Ana', jobTitle: 'Ward nurse', companyId: 'CO-1' }),
    found('contact', 'CON-3', 0, { name: null, email: 'it@fjordvet.example', companyId: null }),
    found('company', 'CO-1', 0, { name: 'Moorgate' }),
    found('company', 'CO-2', 0, { name: 'Lahnufer' }),
    found('member', 'MEM-1', 0, { name: 'Ingrid Solheim' }),
    found('team', 'TEAM-1', 0, { name: 'Ward team' }),
  ].map((one) => [one.row.id, one] as const),
)

const measure = found('key-result', 'KR-2', 4, { title: 'Doses on time', objectiveId: 'OBJ-2' })
const material: Material = {
  subject: 'RM-9',
  rows,
  edges,
  measures: [measure],
  asides,
  hidden: 0,
  cut: false,
  now,
}

describe('why', () => {
  const why = whyOf(catalogue, material, english)
  const refs = (station: string): readonly string[] =>
    why.stations.find((one) => one.station === station)?.rows.map((row) => row.ref) ?? []

  test('nothing but the rows that it names as told is needed to tell it, and fewer than all are', () => {
    for (const most of [0, 1, Infinity]) {
      const line = weighed(catalogue, material, most)
      const told = toldOf(catalogue, material, line)
      const needed = material.rows.filter(({ row }) => told.has(row.id))
      expect(tellWhy(catalogue, { ...material, rows: needed }, line, english)).toEqual(
        whyOf(catalogue, material, english, most),
      )
      if (most === 0) expect(needed.length).toBeLessThan(material.rows.length)
    }
  })

  test('a bound tells fewer of the heard in full, and counts and weighs all of them', () => {
    const short = whyOf(catalogue, material, english, 1)
    const [heard] = why.stations
    expect(short.stations[0]).toEqual({ ...heard, rows: heard?.rows.slice(0, 1) })
    expect(heard?.count).toBe(heard?.rows.length)
    expect(heard?.count).toBeGreaterThan(1)
    const rest = ({ stations, ...told }: typeof why) => [told, stations.slice(1)]
    expect(rest(short)).toEqual(rest(why))
  })

  test('it stands from what was heard down to the item, gaps included', () => {
    expect(why.stations.map(({ station }) => station)).toEqual([
      'heard',
      'understood',
      'framed',
      'proposed',
      'decided',
      'tested',
      'built',
    ])
    expect(refs('understood')).toEqual([])
    expect(refs('framed')).toEqual(['NEED-42', 'NEED-43'])
    expect([...refs('proposed'), ...refs('decided'), ...refs('built')]).toEqual([
      'IDEA-31',
      'DEC-12',
      'RM-9',
    ])
  })

  test('supporting pieces come newest first, then duplicates; a quoted feedback stands with its quote', () => {
    expect(refs('heard')).toEqual(['QT-1', 'QT-2', 'FB-5', 'FB-4'])
    expect(why.against.map((row) => row.ref)).toEqual(['QT-3'])
  })

  test('a duplicate counts as a source of what its survivor says', () => {
    expect(why.counts).toEqual({
      supporting: 3,
      contradicting: 1,
      sources: 4,
      sourcesAgainst: 1,
      companies: 2,
    })
    expect([why.newest, why.oldest]).toEqual([
      '2026-11-09T00:00:00.000Z',
      '2026-02-11T00:00:00.000Z',
    ])
    expect(why.says).toBe(
      '3 pieces of feedback support it, from 4 independent sources at 2 companies. 1 more was merged into it. 1 speaks against it.',
    )
  })

  test('a quote brings its surroundings, who said it, and what it says so of', () => {
    const [first, second] = why.stations[0]?.rows ?? []
    expect(first?.words).toEqual({
      text: 'the sheet is gone',
      before: 'Behind the door ',
      after: ' until I walk back',
    })
    expect(first?.said).toMatchObject({
      contact: 'Ana',
      jobTitle: 'Ward nurse',
      company: 'Moorgate',
      at: '2026-11-09T00:00:00.000Z',
    })
    expect(first?.ties).toMatchObject([
      { to: { ref: 'NEED-42' }, relation: 'supports', says: 'supports', polarity: 'for' },
    ])
    expect(second?.said).toMatchObject({
      contact: null,
      company: 'Lahnufer',
      permalink: 'https://example.org/2',
    })
  })

  test('ties are read from above: a need is addressed by the idea, a child is part of its parent', () => {
    const [parent, child] = why.stations[2]?.rows ?? []
    expect(parent?.ties.map(({ says, to }) => `${says} ${to.ref}`)).toEqual([
      'is addressed by IDEA-31',
    ])
    expect(child?.ties.map(({ says, to }) => `${says} ${to.ref}`)).toEqual(['is part of NEED-42'])
  })

  test('the aim is its objective with all that measures it, up to what that is part of', () => {
    expect(why.aims.map((aim) => [aim.ref, aim.partOf?.ref ?? null])).toEqual([
      ['OBJ-2', 'OBJ-1'],
      ['OBJ-1', null],
    ])
    expect(why.aims[0]?.measures.map((row) => row.ref)).toEqual(['KR-1', 'KR-2'])
    expect(why.aims[0]?.measures[0]?.facts).toContainEqual({
      field: 'progress',
      label: 'Progress',
      value: 29.2,
      unit: '%',
    })
  })

  test('facts come from the record: words of choices, names, spans and units', () => {
    expect(why.subject.facts.map(({ label, value }) => [label, value])).toEqual([
      ['Commitment', 'Next'],
      ['Status', 'Not started'],
      ['Team', 'Ward team'],
      ['Dates', 'from 2027-02-01'],
    ])
    expect(why.stations[3]?.rows[0]?.facts).toContainEqual({
      field: 'effort',
      label: 'Effort',
      value: 2,
      unit: 'person-months',
    })
    expect(why.stations[4]?.rows[0]?.facts).toContainEqual({
      field: 'decidedById',
      label: 'Decided by',
      value: 'Ingrid Solheim',
    })
  })

  test('the weakest link is the word that it moves the key result; one old voice beside the need takes nothing away', () => {
    expect(why.weakest).toMatchObject({
      below: { ref: 'IDEA-31' },
      above: [{ ref: 'KR-1' }],
      relation: 'advances',
      sources: 1,
    })
    expect(why.links.find((link) => link.relation === 'asks-for')?.strength).toBeLessThan(
      why.weakest?.strength ?? 0,
    )
    expect(why.links.find((link) => link.relation === 'asks-for')?.says).toBe(
      '1 independent source stands behind IDEA-31, newest 2026-02-11.',
    )
    expect(why.links.find((link) => link.relation === 'advances')?.says).toBe(
      "That IDEA-31 moves KR-1 is one person's word, given on 2026-05-27.",
    )
    expect(why.links.find((link) => link.relation === 'addresses')?.says).toBe(
      '3 independent sources stand behind NEED-42, which is addressed by IDEA-31, newest 2026-11-09; 1 against.',
    )
    expect(why.thin).toEqual([])
  })

  test('the order in which rows were read changes nothing', () => {
    expect(
      whyOf(
        catalogue,
        { ...material, rows: rows.toReversed(), edges: edges.toReversed() },
        english,
      ),
    ).toEqual(why)
  })

  test('what is hidden is told coarsely, and never called nothing', () => {
    const alone = {
      ...material,
      rows: rows.slice(0, 2),
      edges: edges.slice(0, 1),
      measures: [],
      hidden: 1,
    }
    const told = whyOf(catalogue, alone, english)
    expect(told.hidden).toBe('There is one source you may not see.')
    expect(told.thin[0]?.says).toBe('Nothing that you may see stands behind it.')
    expect(whyOf(catalogue, { ...alone, hidden: 4 }, english).hidden).toBe(
      whyOf(catalogue, { ...alone, hidden: 2 }, english).hidden,
    )
    expect(whyOf(catalogue, { ...alone, hidden: 5 }, english).hidden).toBe(
      whyOf(catalogue, { ...alone, hidden: 5000 }, english).hidden,
    )
  })
})

describe('what became of it', () => {
  const line = ['FB-1', 'QT-1', 'NEED-42', 'IDEA-31', 'RM-9', 'DEC-12']
  const down = line.flatMap((ref, depth) =>
    rows.filter(({ row }) => row.id === ref).map((one) => ({ ...one, depth })),
  )
  const became = becameOf(
    catalogue,
    { ...material, subject: 'FB-1', rows: down, measures: [] },
    english,
  )

  test('it stands from the first word to the roadmap, with what is yet to come empty', () => {
    expect(
      became.stations.map(({ station, rows: at }) => [station, at.map((row) => row.ref)]),
    ).toEqual([
      ['heard', ['FB-1', 'QT-1']],
      ['understood', []],
      ['framed', ['NEED-42']],
      ['proposed', ['IDEA-31']],
      ['decided', ['DEC-12']],
      ['tested', []],
      ['built', ['RM-9']],
      ['learned', []],
    ])
    expect(became.says).toBe('FB-1 led to 1 quote, 1 need, 1 idea, 1 decision and 1 roadmap item.')
    expect(became.stops).toEqual({ after: 'built', says: 'On the roadmap; not built yet.' })
    const done = down.map((one) =>
      one.record === 'roadmap-item' ? { ...one, row: { ...one.row, status: 'done' } } : one,
    )
    expect(
      becameOf(catalogue, { ...material, subject: 'FB-1', rows: done, measures: [] }, english)
        .stops,
    ).toEqual({ after: 'built', says: 'Built; nothing yet after that.' })
  })

  test('ties are read from below: the idea addresses the need', () => {
    const idea = became.stations[3]?.rows[0]
    expect(idea?.ties.map(({ says, to }) => `${says} ${to.ref}`)).toEqual(['addresses NEED-42'])
  })

  test('a feedback that nobody took up stops at heard', () => {
    const alone = becameOf(
      catalogue,
      {
        ...material,
        subject: 'FB-1',
        rows: down.slice(0, 1),
        edges: [],
        measures: [],
      },
      english,
    )
    expect(alone.says).toBe('Nothing has become of FB-1 yet.')
    expect(alone.stops).toEqual({ after: 'heard', says: 'Heard; nothing yet after that.' })
  })

  test('an aim begins where something was first done for it', () => {
    const aim = rows.filter(({ row }) => ['OBJ-2', 'KR-1', 'IDEA-31', 'RM-9'].includes(row.id))
    const told = becameOf(
      catalogue,
      { ...material, subject: 'OBJ-2', rows: aim, measures: [] },
      english,
    )
    expect(told.stations[0]?.station).toBe('proposed')
    expect(told.aims.map((row) => row.ref)).toEqual(['KR-1'])
  })
})

describe('as Markdown', () => {
  test('the line reads from the top down under its marks', () => {
    const text = whyMarkdown(whyOf(catalogue, material, english), english)
    const heads = text.split('\n').filter((line) => line.startsWith('#'))
    expect(heads).toEqual([
      '# Why RM-9: Offline ward sheet',
      '## ○ heard',
      '## ◐ understood',
      '## ● framed',
      '## △ proposed',
      '## ◆ decided',
      '## ⬡ tested',
      '## ■ built',
      '## Against',
      '## What it serves',
    ])
    expect(text).toContain('> Behind the door **the sheet is gone** until I walk back')
    expect(text).toContain('Ana, Ward nurse, Moorgate, interview, 2026-11-09, FB-1')
    expect(text).toContain('[FB-2](<https://example.org/2>)')
    expect(text).toContain('As of 2026-11-23 08:00 UTC.')
  })

  test("people's words stay words", () => {
    const loud = rows.map((one) =>
      one.row.id === 'QT-1'
        ? { ...one, row: { ...one.row, text: '# Now\n- [x](javascript:1) <b>' } }
        : one,
    )
    const text = whyMarkdown(whyOf(catalogue, { ...material, rows: loud }, english), english)
    expect(text).toContain('\\# Now\n> \\- \\[x\\](javascript:1) \\<b\\>')
  })

  test('what became of it names each station that something reached', () => {
    const text = becameMarkdown(
      becameOf(
        catalogue,
        {
          ...material,
          subject: 'FB-5',
          rows: rows.filter(({ row }) => ['FB-5', 'IDEA-31'].includes(row.id)),
          measures: [],
        },
        english,
      ),
      english,
    )
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# What became of FB-5: Feedback FB-5',
      '## ○ heard',
      '## △ proposed',
    ])
    expect(text).toContain('is asked for by FB-5')
    expect(text).toContain('Proposed; nothing yet after that.')
  })
})

function found(
  record: string,
  ref: string,
  depth: number,
  own: Readonly<Record<string, unknown>>,
): Found {
  const empty = Object.fromEntries(
    Object.keys(catalogue.record(record).fields).map((name) => [name, null] as const),
  )
  const standing = {
    id: ref,
    ref,
    version: 1,
    createdAt: `2026-01-01T00:00:00.${ref.replace(/\D/g, '').padStart(3, '0')}Z`,
    createdById: 'MEM-1',
    updatedAt: now,
    removedAt: null,
    stations: 0,
    custom: {},
  }
  const row: Row = { ...empty, ...standing, ...own }
  return { record, row, depth }
}

function feedback(ref: string, depth: number, own: Readonly<Record<string, unknown>>): Found {
  return found('feedback', ref, depth, {
    title: `Feedback ${ref}`,
    text: 'Said at length',
    kind: 'request',
    state: 'unprocessed',
    ...own,
  })
}

function edge(above: string, below: string, relation: string, more: Partial<Edge> = {}): Edge {
  return {
    above,
    below,
    relation,
    polarity: 'neither',
    strength: null,
    note: null,
    linkId: `${above} ${below}`,
    at: now,
    ...more,
  }
}
