import { expect, test } from 'vitest'
import { anyone } from './access.ts'
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
