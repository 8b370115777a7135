import { expect, test } from 'vitest'
import { anyone } from '../../engine/access.ts'
import type { Past } from '../../engine/change.ts'
import { number, text } from '../../engine/field.ts'
import { record, type Row } from '../../engine/record.ts'
import { asItStood } from './as-it-stood.ts'

const thing = record({
  name: 'thing',
  plural: 'things',
  says: { one: 'thing', many: 'things', what: 'A thing.' },
  prefix: 'THING',
  title: 'title',
  held: 'whole',
  read: anyone,
  create: anyone,
  write: anyone,
  order: '-createdAt',
  fields: {
    title: text({ label: 'Title', max: 300 }),
    size: number({ label: 'Size' }),
    mergedIntoId: text({ label: 'Merged into', max: 40, set: 'by-command' }),
  },
})

const row = { title: 'Third', size: 3, version: 4, custom: { colour: 'red', form: 'round' } }
const update = (before: object): Past =>
  ({ ordinal: 0, op: 'update', record: 'thing', id: '1', before, after: {} }) as unknown as Past
const stood = (...later: readonly Past[]) => asItStood(thing, row as unknown as Row, later)

test('after nothing, and where nothing differs, there is nothing to put back', () => {
  expect(stood()).toEqual({})
  expect(stood(update({ title: 'Third' }))).toEqual({})
})

test('of several changes of a field the oldest says what stood there', () => {
  expect(stood(update({ title: 'Second', version: 3 }), update({ title: 'First' }))).toEqual({
    title: 'First',
  })
})

test('what only a command sets is left alone, and so is what the trash did', () => {
  const removed = { ...update({ size: 1 }), op: 'remove' } as Past
  expect(stood(update({ mergedIntoId: null }), removed)).toEqual({})
})

test('own fields come back one by one, and those that were not there are emptied', () => {
  expect(stood(update({ custom: { colour: 'blue', form: 'round' } }))).toEqual({
    custom: { colour: 'blue' },
  })
  expect(stood(update({ custom: {} }))).toEqual({ custom: { colour: null, form: null } })
})
