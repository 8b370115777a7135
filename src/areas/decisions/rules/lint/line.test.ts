/** The rules over what stands on the line: needs, ideas, objectives and roadmap items. */
import { expect, test } from 'vitest'
import { ago, bits, dayAgo, found, namesOf, row, saysOf } from './lint.world.ts'

const idea = (id: string, fields: object = {}) => row(id, { state: 'open', ...fields })

test('an item that is to come and has nothing above it hangs in the air, and its remedy is the link that is missing', () => {
  const item = (fields: object = {}) => row('RM-1', { status: 'not-started', ...fields })
  expect(namesOf({ rows: { 'roadmap-item': [item()] } })).toEqual(['item-without-evidence RM-1'])
  expect(namesOf({ rows: { 'roadmap-item': [item({ stations: bits.heard })] } })).toEqual([])
  expect(namesOf({ rows: { 'roadmap-item': [item({ status: 'stopped' })] } })).toEqual([])
  const remedy = (links: readonly (readonly [string, string, string])[]) =>
    found({
      rows: { 'roadmap-item': [item()], idea: [idea('IDEA-1')], need: [row('NEED-1')] },
      links,
    }).find(({ rule }) => rule === 'item-without-evidence')?.remedy.input
  expect(remedy([])).toEqual({ from: 'RM-1', relation: 'delivers' })
  expect(remedy([['RM-1', 'delivers', 'IDEA-1']])).toEqual({
    from: 'IDEA-1',
    relation: 'addresses',
  })
  expect(
    remedy([
      ['RM-1', 'delivers', 'IDEA-1'],
      ['IDEA-1', 'addresses', 'NEED-1'],
    ]),
  ).toEqual({ to: 'NEED-1', relation: 'supports' })
})

test('an idea is orphaned after a month, when it meets no need and moves no objective', () => {
  const of = (fields: object, links: readonly (readonly [string, string, string])[] = []) =>
    namesOf({ rows: { idea: [idea('IDEA-1', fields)] }, links })
  expect(of({ createdAt: ago(30) })).toEqual(['orphaned-idea IDEA-1'])
  expect(of({ createdAt: ago(29) })).toEqual([])
  expect(of({ state: 'withdrawn' })).toEqual([])
  expect(of({ mergedIntoId: 'IDEA-2' })).toEqual([])
  expect(of({}, [['IDEA-1', 'advances', 'OBJ-1']])).toEqual([])
})

test('a need that the reader may not see is a need all the same: its idea is not called an orphan', () => {
  expect(namesOf({ rows: { idea: [idea('IDEA-1', { stations: bits.framed })] } })).toEqual([])
})

test('an objective meets a need where one idea for it addresses one that somebody spoke of', () => {
  const of = (heard: number, ideaHeard: number) =>
    namesOf({
      rows: {
        objective: [row('OBJ-1')],
        idea: [idea('IDEA-1', { stations: ideaHeard })],
        need: [row('NEED-1', { stations: heard })],
      },
      links: [
        ['IDEA-1', 'addresses', 'NEED-1'],
        ['IDEA-1', 'advances', 'OBJ-1'],
      ],
    })
  expect(of(bits.heard, bits.heard)).toEqual([])
  // somebody asked for the idea directly, and nobody spoke of the need
  expect(of(0, bits.heard)).toEqual(['objective-without-need OBJ-1'])
  // nothing was heard at all: that is said once, by the other rule
  expect(of(0, 0)).toEqual(['objective-without-evidence OBJ-1'])
})

test('an objective without ideas is found, unless something that is part of it is met', () => {
  const rows = {
    objective: [row('OBJ-1'), row('OBJ-2', { parentId: 'OBJ-1' })],
    'key-result': [row('KR-1', { objectiveId: 'OBJ-2' })],
    idea: [idea('IDEA-1', { stations: bits.heard })],
    need: [row('NEED-1', { stations: bits.heard })],
  }
  expect(saysOf({ rows: { objective: rows.objective } })).toEqual([
    'No idea advances it.',
    'No idea advances it.',
  ])
  expect(
    namesOf({
      rows,
      links: [
        ['IDEA-1', 'addresses', 'NEED-1'],
        ['IDEA-1', 'advances', 'KR-1'],
      ],
    }),
  ).toEqual([])
})

test('objectives that are parts of one another in a ring end the search', () => {
  const objective = [row('OBJ-1', { parentId: 'OBJ-2' }), row('OBJ-2', { parentId: 'OBJ-1' })]
  expect(namesOf({ rows: { objective } }).length).toBe(2)
})

test('a need with strong evidence is found while nothing for it, or for a part of it, advances an objective', () => {
  const given = (strength: number, links: readonly (readonly [string, string, string])[] = []) => ({
    rows: {
      need: [
        row('NEED-1', { stations: bits.heard }),
        row('NEED-2', { parentId: 'NEED-1', stations: bits.heard }),
      ],
      idea: [idea('IDEA-1', { stations: bits.framed })],
    },
    behind: { 'NEED-1': { strength, sources: 4 } },
    links,
  })
  expect(saysOf(given(0.8))).toEqual(['4 sources support it, and no idea addresses it.'])
  expect(saysOf(given(0.69))).toEqual([])
  expect(saysOf(given(0.8, [['IDEA-1', 'addresses', 'NEED-1']]))).toEqual([
    '4 sources support it, and no idea for it advances an objective.',
  ])
  const touched: readonly (readonly [string, string, string])[] = [
    ['IDEA-1', 'addresses', 'NEED-2'],
    ['IDEA-1', 'advances', 'OBJ-1'],
  ]
  expect(namesOf(given(0.8, touched))).toEqual([])
})

test('confidence is stale where the newest that was said is older than a half-life of 180 days', () => {
  const of = (newest: number, fields: object = {}, asked?: number) =>
    saysOf({
      rows: {
        idea: [idea('IDEA-1', { confidence: 80, stations: bits.heard | bits.framed, ...fields })],
        need: [row('NEED-1', { stations: bits.heard })],
      },
      links: [['IDEA-1', 'addresses', 'NEED-1']],
      behind: { 'NEED-1': { newest: ago(newest) } },
      ...(asked === undefined ? {} : { asked: { 'IDEA-1': ago(asked) } }),
    })
  expect(of(181)).toEqual(['Its confidence is 80 %, and its newest evidence is 181 days old.'])
  expect(of(180)).toEqual([])
  expect(of(400, { confidence: 50 })).toEqual([])
  expect(of(400, { state: 'withdrawn' })).toEqual([])
  // somebody asked for it last week
  expect(of(400, {}, 7)).toEqual([])
  expect(of(400, {}, 300)).toEqual([
    'Its confidence is 80 %, and its newest evidence is 300 days old.',
  ])
})

const done = (fields: object = {}) =>
  row('RM-1', {
    status: 'done',
    stations: bits.heard,
    dates: { from: dayAgo(90), to: dayAgo(40) },
    ...fields,
  })

test('what was done a month ago is found until somebody has looked at what came of it', () => {
  const of = (rows: object, item = done()) =>
    namesOf({
      rows: { 'roadmap-item': [item], ...rows },
      links: [
        ['RM-1', 'delivers', 'IDEA-1'],
        ['DEC-1', 'settles', 'IDEA-1'],
      ],
    })
  const decision = row('DEC-1', { state: 'decided', decidedAt: ago(95) })
  expect(of({})).toEqual(['shipped-unchecked RM-1'])
  expect(of({ decision: [decision] })).toEqual(['shipped-unchecked RM-1'])
  expect(of({}, done({ dates: { from: null, to: dayAgo(29) } }))).toEqual([])
  expect(of({}, done({ dates: { from: null, to: dayAgo(366) } }))).toEqual([])
  expect(of({}, done({ stations: bits.learned }))).toEqual([])
  expect(
    of({
      decision: [decision],
      review: [row('REV-1', { decisionId: 'DEC-1', reviewedAt: ago(3) })],
    }),
  ).toEqual([])
  expect(
    of({
      prediction: [row('PRED-1', { ideaId: 'IDEA-1', state: 'resolved', resolvedAt: ago(3) })],
    }),
  ).toEqual([])
  expect(
    of({
      prediction: [row('PRED-1', { ideaId: 'IDEA-1', state: 'resolved', resolvedAt: ago(80) })],
    }),
  ).toEqual(['shipped-unchecked RM-1'])
})

test('an item to come whose decisions are all taken back is found; one that holds is enough', () => {
  const of = (states: readonly string[]) =>
    namesOf({
      rows: {
        'roadmap-item': [row('RM-1', { status: 'in-progress', stations: bits.heard })],
        decision: states.map((state, at) => row(`DEC-${at}`, { state, decidedAt: ago(50 - at) })),
      },
      links: states.map((_, at) => [`DEC-${at}`, 'settles', 'RM-1'] as const),
    })
  expect(of([])).toEqual([])
  expect(of(['reversed'])).toEqual(['item-on-reversed RM-1'])
  expect(of(['superseded', 'reversed'])).toEqual(['item-on-reversed RM-1'])
  expect(of(['superseded', 'decided'])).toEqual([])
  expect(of(['reversed', 'open'])).toEqual(['item-on-reversed RM-1'])
})

test('a move is said by a word with it, or by a decision in the week before or at any time since', () => {
  const of = (cause: string | null, decidedDaysAgo?: number) =>
    saysOf({
      rows: {
        'roadmap-item': [row('RM-1', { status: 'in-progress', stations: bits.heard })],
        decision:
          decidedDaysAgo === undefined
            ? []
            : [row('DEC-1', { state: 'decided', decidedAt: ago(decidedDaysAgo) })],
      },
      links: [['DEC-1', 'settles', 'RM-1']],
      moves: [{ itemId: 'RM-1', from: 'next', to: 'now', at: ago(20), cause }],
    })
  expect(of(null)).toEqual([`It moved from next to now on ${dayAgo(20)}, and nobody said why.`])
  expect(of('the team has room')).toEqual([])
  expect(of(null, 27)).toEqual([])
  expect(of(null, 28)).toHaveLength(1)
  expect(of(null, 1)).toEqual([])
})

test('a metric is silent a day after it was to be read, and one that nobody promised to read never is', () => {
  const of = (everyDays: number | null, last?: string) =>
    namesOf({
      rows: { metric: [row('MET-1', { everyDays, createdAt: ago(10) })] },
      ...(last === undefined ? {} : { lastRead: { 'MET-1': last } }),
    })
  expect(of(7, dayAgo(8))).toEqual(['silent-metric MET-1'])
  expect(of(7, dayAgo(7))).toEqual([])
  expect(of(7)).toEqual(['silent-metric MET-1'])
  expect(of(30)).toEqual([])
  expect(of(null)).toEqual([])
})
