import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choice, text } from '../../engine/field.ts'
import { role } from '../../engine/access.ts'
import { record } from '../../engine/record.ts'
import { askedOf, keptOf, plainly, searchOf, type Asked } from './asked.ts'

const kind = record({
  name: 'thing',
  plural: 'things',
  says: { one: 'thing', many: 'things', what: 'A thing.' },
  prefix: 'THING',
  title: 'title',
  held: 'whole',
  read: role('viewer'),
  create: role('viewer'),
  write: role('viewer'),
  order: '-createdAt',
  fields: {
    title: text({ label: 'Title', max: 80, required: true }),
    state: choice({ label: 'State', options: { open: 'Open', done: 'Done' }, filter: true }),
  },
})

const read = (address: string): Asked =>
  askedOf(kind, Object.fromEntries(new URLSearchParams(address)))

const word = fc.string({ minLength: 1, maxLength: 12 })
const name = fc.constantFrom('state', 'title', 'custom.size', 'createdAt')
const asked: fc.Arbitrary<Asked> = fc.record({
  q: fc.string({ maxLength: 12 }),
  sort: fc.constantFrom('-createdAt', 'title', '-custom.size'),
  filter: fc.dictionary(fc.constantFrom('state', 'title', 'custom.size'), word, { maxKeys: 3 }),
  group: fc.option(name),
  columns: fc.option(fc.array(name, { minLength: 1, maxLength: 4 })),
  as: fc.constantFrom('list', 'board'),
  by: fc.option(name),
  view: fc.option(fc.constantFrom('VIEW-1', 'VIEW-22')),
})

test('what is asked for survives its address, whatever is typed', () => {
  fc.assert(
    fc.property(asked, (given) => {
      expect(read(searchOf(kind, given))).toEqual({ ...given, filter: { ...given.filter } })
    }),
  )
})

test('what goes without saying is not in the address, and the rest is short', () => {
  expect(searchOf(kind, plainly(kind))).toBe('')
  expect(
    searchOf(kind, { ...plainly(kind), group: 'state', columns: ['ref', 'title', 'state'] }),
  ).toBe('?group=state&cols=ref,title,state')
  expect(searchOf(kind, { ...plainly(kind), as: 'board', by: 'state' })).toBe('?as=board&by=state')
})

test('a saved view keeps everything but where it was come by', () => {
  const given = { ...plainly(kind), filter: { state: 'open' }, view: 'VIEW-3' }
  expect(keptOf(kind, given)).toBe('f.state=open')
  expect(read(keptOf(kind, given))).toEqual({ ...given, view: null })
})

test('an address that says what no list knows is a plain list', () => {
  expect(read('f.nothing=1&as=map&sort=&what=ever')).toEqual(plainly(kind))
})
