import { expect, test } from 'vitest'
import { all, anyone, role, within, type Actor } from './access.ts'
import { catalogueOf } from './catalogue.ts'
import { effectOf } from './effects.ts'
import { list, ref, text } from './field.ts'
import { record } from './record.ts'

const bird = record({
  name: 'bird',
  plural: 'birds',
  says: { one: 'bird', many: 'birds', what: 'A bird.' },
  prefix: 'BIRD',
  title: 'name',
  held: 'whole',
  read: anyone,
  create: anyone,
  write: anyone,
  order: 'name',
  fields: {
    name: text({ label: 'Name', max: 40, sort: true }),
    motherId: ref({ label: 'Mother', to: 'bird' }),
    chickIds: list({ label: 'Chicks', of: 'bird', most: 10 }),
    calls: list({ label: 'Calls', of: 'text', most: 10 }),
  },
})
const catalogue = catalogueOf(
  [{ name: 'birds', says: 'Birds', records: [bird], relations: [], commands: [] }],
  [],
)
const id = '01999999-0000-7000-8000-000000000001'
const create = (row: Readonly<Record<string, unknown>>) =>
  effectOf(
    { op: 'create', record: 'bird', id, row },
    {
      catalogue,
      actor: {
        kind: 'member',
        id,
        name: 'Ada',
        workspaceId: id,
        role: 'owner',
        teamIds: [],
      },
      now: '2026-11-22T00:00:00.000Z',
      load: async () => new Map(),
    },
  )

test('a ref that no command has turned into an id is refused at its place', async () => {
  const problem = { code: 'invalid', message: 'This bird cannot be saved as it is.' }
  for (const [at, value] of [
    ['motherId', 'BIRD-4'],
    ['chickIds', [id, 'BIRD-4']],
  ] as const)
    await expect(create({ [at]: value })).rejects.toMatchObject({
      ...problem,
      places: [{ at, says: 'An id is a UUID; "BIRD-4" is not.' }],
    })
})

test('ids, words and nothing at all are kept as they are', async () => {
  for (const row of [{ motherId: null }, { chickIds: [id], calls: ['BIRD-4'] }, {}])
    expect((await create(row))?.after).toMatchObject(row)
})

test('who may not make a row is told whether it is the role or the product, and what helps', async () => {
  const egg = record({
    ...bird,
    name: 'egg',
    plural: 'eggs',
    says: { one: 'egg', many: 'eggs', what: 'An egg.' },
    prefix: 'EGG',
    create: all(role('contributor'), within('motherId', 'act')),
  })
  const eggs = catalogueOf(
    [{ name: 'birds', says: 'Birds', records: [bird, egg], relations: [], commands: [] }],
    [],
  )
  const make = (actor: Partial<Actor>) =>
    effectOf(
      { op: 'create', record: 'egg', id, row: { name: 'One', motherId: id } },
      {
        catalogue: eggs,
        actor: {
          kind: 'member',
          id,
          name: 'Ada',
          workspaceId: id,
          role: 'contributor',
          teamIds: [],
          ...actor,
        },
        now: '2026-11-22T00:00:00.000Z',
        load: async () => new Map(),
      },
    )
  await expect(make({ role: 'viewer' })).rejects.toMatchObject({
    code: 'denied',
    message:
      'You may not create eggs: this needs the role of contributor, and you have viewer. An admin can give it.',
  })
  await expect(make({ bounds: { act: [] } })).rejects.toMatchObject({
    code: 'denied',
    message:
      'You may not create eggs in this product: your rights are for others. Choose one of yours, or ask an admin for this one.',
  })
  expect(await make({})).toMatchObject({ op: 'create' })
})
