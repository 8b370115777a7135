import { expect, test } from 'vitest'
import { everyField, titleOf } from '../engine/record.ts'
import { areas, catalogue, stations } from './order.ts'
import { serverCatalogue } from './server.ts'

test('the catalogue builds, and it holds every record of every area', () => {
  expect(areas.map((area) => area.name)).toEqual([
    'people',
    'discovery',
    'strategy',
    'experiments',
    'decisions',
    'roadmap',
  ])
  const declared = areas.flatMap((area) => area.records.map((kind) => kind.name))
  expect(declared.length).toBeGreaterThanOrEqual(18)
  for (const name of declared) expect(catalogue.record(name).name).toBe(name)
})

test('short refs carry the prefixes that others rely on', () => {
  const prefixes = ['FB', 'QT', 'INS', 'NEED', 'IDEA', 'OBJ', 'KR', 'RM'].map(
    (prefix) => catalogue.recordOfPrefix(prefix)?.plural,
  )
  expect(prefixes).toEqual([
    'feedback',
    'quotes',
    'insights',
    'needs',
    'ideas',
    'objectives',
    'key-results',
    'roadmap-items',
  ])
})

test('the line is drawn from feedback to roadmap item by the relations that others rely on', () => {
  const drawn = [
    ['quote', 'supports', 'need', 'from-above', 'for'],
    ['quote', 'contradicts', 'insight', 'from-above', 'against'],
    ['insight', 'supports', 'need', 'from-above', 'for'],
    ['insight', 'contradicts', 'need', 'from-above', 'against'],
    ['feedback', 'asks-for', 'idea', 'from-above', 'for'],
    ['idea', 'addresses', 'need', 'to-above', 'neither'],
    ['idea', 'advances', 'objective', 'to-above', 'neither'],
    ['idea', 'advances', 'key-result', 'to-above', 'neither'],
    ['roadmap-item', 'delivers', 'idea', 'to-above', 'neither'],
    ['decision', 'settles', 'roadmap-item', 'beside', 'neither'],
  ] as const
  for (const [from, name, to, line, polarity] of drawn)
    expect(catalogue.relation(from, name, to)).toMatchObject({ line, polarity })
  expect(catalogue.relation('need', 'supports', 'quote')).toBeUndefined()
})

test('every record of the line has a product scope of its own or the access of the row it hangs on', () => {
  const onTheLine = catalogue.records.filter(
    (kind) => kind.station !== undefined || ['objective', 'key-result'].includes(kind.name),
  )
  expect(onTheLine.length).toBe(10)
  const bare = onTheLine.filter((kind) => {
    const fields = everyField(kind)
    const scoped =
      fields['productId'] !== undefined &&
      fields['visibility'] !== undefined &&
      fields['draft'] !== undefined
    const hangs = kind.read.is === 'via' && fields[kind.read.field]?.required === true
    return !scoped && !hangs
  })
  expect(bare.map((kind) => kind.name)).toEqual([])
})

test('whatever cannot be created plainly has a command of its own that says how', () => {
  const hand = areas
    .flatMap((area) => area.records)
    .filter((kind) => kind.derive === 'reading-only')
  const saysHow: Readonly<Record<string, string>> = {
    workspace: 'create-workspace',
    member: 'create-member',
    key: 'create-key',
    webhook: 'create-webhook',
    invitation: 'invite',
    comment: 'comment',
    attachment: 'attach',
    follower: 'follow',
    inbox: 'mark-read',
    login: 'note-login',
    quote: 'create-quote',
    estimate: 'estimate',
    'scoring-model': 'add-model',
    criterion: 'create-criterion',
    prediction: 'create-prediction',
    round: 'open-round',
    rating: 'rate',
    position: 'take-position',
    odds: 'give-odds',
    tripwire: 'set-tripwire',
    review: 'record-review',
    amendment: 'amend',
    waiver: 'waive',
  }
  expect(hand.map((kind) => kind.name)).toEqual(Object.keys(saysHow))
  for (const command of Object.values(saysHow))
    expect(catalogue.command(command), command).toBeDefined()
})

test('a feedback without a title goes by its words', () => {
  expect(
    titleOf(catalogue.record('feedback'), { title: null, text: 'It hangs', ref: 'FB-1' }),
  ).toBe('It hangs')
})

test('eight stations fit the mask, and each but one has a record already', () => {
  expect(stations.length).toBe(8)
  const held = new Set(catalogue.records.map((kind) => kind.station))
  expect(stations.filter((station) => !held.has(station))).toEqual(['learned'])
})

test('the server adds views and takes nothing away', () => {
  expect(serverCatalogue.commands.map((one) => one.name)).toEqual(
    catalogue.commands.map((one) => one.name),
  )
  expect(catalogue.views).toEqual([])
  expect(serverCatalogue.views.map((one) => one.name)).toEqual([
    'inbox',
    'deliveries',
    'trash',
    'audit',
    'why',
    'became',
    'needs-evidence',
    'similar',
    'rank',
    'learn-next',
    'explain-score',
    'decision',
    'decision-as-of',
    'decision-queue',
    'portfolio',
    'compare-plans',
    'idea-ties',
    'delivered',
    'mirror',
    'team-mirror',
    'reference-class',
    'suggest-outcome',
    'tripwires',
    'under-review',
    'demand',
    'models-side-by-side',
    'round-standing',
    'computed-confidence',
    'lint',
    'needs-objectives',
    'roadmap',
    'course',
  ])
})
