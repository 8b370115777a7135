import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  openOwnWorld,
  ownOptions,
  ownTypes,
  ownValue,
  type OwnWorld,
} from '../../test/own-fields.ts'
import { chanceOf, pick } from '../../test/random-rows.ts'
import type { Plain } from '../../test/tables.ts'
import { realPorts } from '../app/ports.ts'
import type { Actor } from '../engine/access.ts'
import type { Change } from '../engine/change.ts'
import { must, Problem } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'
import type { Session } from './database.ts'
import type { Effect } from '../engine/effects.ts'
import { keepOwnKeys } from './own-keys.ts'

const { newId } = realPorts()
let own: OwnWorld
beforeAll(async () => {
  own = await openOwnWorld()
})
afterAll(async () => {
  await own?.close()
})

/** The keys agree with the rows; gives how many there are. */
async function expectKept(actor: Actor): Promise<number> {
  const { there, again } = await own.keysOf(actor)
  expect(there).toEqual(again)
  return there.length
}

describe('the keys of own fields', () => {
  test('are what the rows say, whatever was done in whatever order', async () => {
    const step = fc.record({
      verb: fc.nat(11),
      at: fc.nat(30),
      value: fc.nat(1000),
      together: fc.boolean(),
    })
    let [most, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async (steps) => {
        const actor = await own.newOwner()
        const rows: Record<string, string[]> = { feedback: [], need: [], 'custom-field': [] }
        const seqs: number[] = []
        const one = async ({ verb, at, value }: (typeof steps)[number]): Promise<void> => {
          const chance = chanceOf(value)
          const record = value % 3 === 0 ? 'need' : 'feedback'
          const of = (name: string): string => must(rows[name])[at % must(rows[name]).length] ?? ''
          const field = of('custom-field')
          const type = pick(ownTypes, chance)
          const asked: readonly (readonly [string, Plain])[] = [
            [
              `create-${record}`,
              {
                [record === 'need' ? 'title' : 'text']: 'x',
                custom: { [type]: ownValue(type, chance) },
              },
            ],
            [`update-${record}`, { id: of(record), custom: { [type]: ownValue(type, chance) } }],
            [`update-${record}`, { id: of(record), custom: { [type]: null } }],
            [`remove-${record}`, { id: of(record) }],
            [`restore-${record}`, { id: of(record) }],
            [
              'merge-feedback',
              { into: of('feedback'), from: [must(rows['feedback'])[value % 7] ?? ''] },
            ],
            [
              'create-custom-field',
              {
                of: record,
                key: type,
                label: type,
                type,
                sortable: value % 4 > 0,
                ...(type === 'choice' ? { options: ownOptions } : {}),
              },
            ],
            ['update-custom-field', { id: field, sortable: value % 2 === 0 }],
            [
              'update-custom-field',
              pick<Plain>(
                [
                  { id: field, key: type },
                  { id: field, of: record },
                  { id: field, type, options: ownOptions },
                  { id: field, options: ['10', 'S'] },
                ],
                chance,
              ),
            ],
            ['remove-custom-field', { id: field }],
            ['restore-custom-field', { id: field }],
          ]
          const next = asked[verb]
          try {
            const outcome =
              next === undefined
                ? await own.world.store.undo(actor, seqs.at(-1 - (at % 5)) ?? 0)
                : await own.world.store.apply(actor, ...next)
            if (outcome.seq > 0) seqs.push(outcome.seq)
            for (const change of outcome.changed)
              if (change.op === 'create') rows[change.record]?.push(change.id)
          } catch (error) {
            if (!(error instanceof Problem)) throw error
            refused += 1
          }
        }
        for (const [at, verb] of [6, 6, 6, 0, 0, 0, 6, 6, 0, 0].entries())
          await one({ verb, at, value: at * 7 + 1, together: false })
        for (let at = 0; at < steps.length; at += 4)
          await Promise.all(steps.slice(at, at + (must(steps[at]).together ? 4 : 3)).map(one))
        most = Math.max(most, await expectKept(actor))
      }),
      { numRuns: 20, endOnFailure: true },
    )
    expect(most).toBeGreaterThan(3)
    expect(refused).toBeGreaterThan(20)
  }, 180_000)

  test('come with the mark and go with it, follow the options, and are made again out of the trash', async () => {
    const actor = await own.newOwner()
    const field = await own.define(actor, 'need', 'size', 'choice', {
      options: ['S', 'M'],
      sortable: false,
    })
    const made: Row[] = []
    for (const size of ['M', 'S', 'M'])
      made.push(await own.run(actor, 'create-need', { title: size, custom: { size } }))
    const sizes = async (): Promise<readonly unknown[]> =>
      (await own.world.store.reader(actor).list('need', { sort: 'custom.size' })).data.map(
        (row) => row.custom['size'],
      )
    expect(await expectKept(actor)).toBe(0)
    await expect(sizes()).rejects.toThrow('Mark it sortable in Settings first')
    await own.run(actor, 'update-custom-field', { id: field.id, sortable: true })
    expect(await sizes()).toEqual(['S', 'M', 'M'])
    await own.run(actor, 'update-custom-field', { id: field.id, options: ['M', 'S'] })
    expect(await sizes()).toEqual(['M', 'M', 'S'])
    await own.run(actor, 'remove-custom-field', { id: field.id })
    expect(await expectKept(actor)).toBe(0)
    await expect(sizes()).rejects.toThrow('There is no own field')
    await own.run(actor, 'restore-custom-field', { id: field.id })
    expect(await sizes()).toEqual(['M', 'M', 'S'])
    await own.run(actor, 'update-custom-field', { id: field.id, sortable: false })
    expect(await expectKept(actor)).toBe(0)
    const { seq } = await own.world.store.apply(actor, 'update-custom-field', {
      id: field.id,
      sortable: true,
    })
    expect(await expectKept(actor)).toBe(3)
    await own.world.store.undo(actor, seq)
    expect(await expectKept(actor)).toBe(0)
  })

  test('go with a row that an undo takes away', async () => {
    const actor = await own.newOwner()
    await own.define(actor, 'contact', 'size', 'number')
    const { seq } = await own.world.store.apply(actor, 'create-contact', {
      name: 'Bo',
      custom: { size: 3 },
    })
    expect(await expectKept(actor)).toBe(1)
    await own.world.store.undo(actor, seq)
    expect(await expectKept(actor)).toBe(0)
  })

  test('are right after a long import during which fields were defined, changed and removed', async () => {
    const actor = await own.newOwner()
    await own.define(actor, 'need', 'stays', 'number')
    const turned = await own.define(actor, 'need', 'turned', 'choice', { options: ['a', 'b'] })
    const gone = await own.define(actor, 'need', 'gone', 'text')
    const standing = await own.run(actor, 'create-need', { title: 'Stands' })
    const changes = (from: number): readonly Change[] =>
      Array.from({ length: 20 }, (_, at) => ({
        op: 'create' as const,
        record: 'need',
        id: newId(),
        row: {
          title: `Need ${from + at}`,
          custom: { stays: at, turned: at % 2 ? 'a' : 'b', gone: 'x', late: at },
        },
      }))
    await own.world.store.bulk(actor, {
      command: 'import',
      batches: (async function* () {
        yield changes(0)
        yield [
          {
            op: 'update' as const,
            record: 'need',
            id: standing.id,
            patch: { custom: { stays: 7 } },
          },
        ]
        // The batch before is written once the next is asked for.
        yield changes(100)
        await own.define(actor, 'need', 'late', 'number')
        await own.run(actor, 'update-custom-field', { id: turned.id, options: ['b', 'a'] })
        await own.run(actor, 'remove-custom-field', { id: gone.id })
        yield changes(200)
      })(),
    })
    expect(await expectKept(actor)).toBe(60 * 3 + 1)
  })

  test('are made by a bulk command that brings the definitions too', async () => {
    const actor = await own.newOwner()
    await own.world.store.bulk(actor, {
      command: 'import',
      batches: (async function* () {
        yield [
          {
            op: 'create' as const,
            record: 'need',
            id: newId(),
            row: { title: 'One', custom: { size: 2 } },
          },
          {
            op: 'create' as const,
            record: 'custom-field',
            id: newId(),
            row: { of: 'need', key: 'size', label: 'Size', type: 'number', sortable: true },
          },
        ]
        yield [
          {
            op: 'create' as const,
            record: 'need',
            id: newId(),
            row: { title: 'Two', custom: { size: 1 } },
          },
        ]
      })(),
    })
    expect(await expectKept(actor)).toBe(2)
  })

  test.each([
    ['a key that is gone', 'delete from own_key'],
    ['a key of another state', 'update own_key set state = 1'],
    ['a key of another value', 'update own_key set number = number + 1'],
    ['a row behind the back', `update need set custom = '{"size": 9}'`],
  ])('%s is noticed', async (_, fault) => {
    const actor = await own.newOwner()
    await own.define(actor, 'need', 'size', 'number')
    await own.run(actor, 'create-need', { title: 'One', custom: { size: 2 } })
    expect(await expectKept(actor)).toBe(1)
    await own.owner.query(`${fault} where workspace_id = $1`, [actor.workspaceId])
    await expect(expectKept(actor)).rejects.toThrow('deeply equal')
  })
})

test('rows without own values cost no statement', async () => {
  const actor = await own.newOwner()
  const { catalogue } = own.world.store
  const row = await own.run(actor, 'create-need', { title: 'Plain' })
  const sent = (after: Row): number => {
    let count = 0
    const session = { send: () => void count++ } as unknown as Session
    const effect: Effect = { op: 'update', kind: catalogue.record('need'), before: row, after }
    keepOwnKeys(session, catalogue, actor.workspaceId, [effect])
    return count
  }
  expect(sent({ ...row, title: 'Plainer' })).toBe(0)
  expect(sent({ ...row, custom: { size: 1 } })).toBe(2)
})

describe('at most ten own fields of a record are sortable', () => {
  test('the eleventh is refused however it comes, until one is unmarked', async () => {
    const actor = await own.newOwner()
    const fields: Row[] = []
    for (let at = 0; at < 10; at++) fields.push(await own.define(actor, 'need', `k${at}`, 'number'))
    const says =
      /At most 10 own fields of need can be sortable\. Take the mark off one of these first: k0, k1/
    const refusal = await own.define(actor, 'need', 'more', 'text').catch((error: unknown) => error)
    expect((refusal as Problem).places).toEqual([
      { at: 'sortable', says: expect.stringMatching(says) },
    ])
    await own.define(actor, 'idea', 'more', 'text')
    const plain = await own.define(actor, 'need', 'plain', 'text', { sortable: false })
    const mark = () => own.run(actor, 'update-custom-field', { id: plain.id, sortable: true })
    await expect(mark()).rejects.toThrow('cannot be saved')
    await own.run(actor, 'update-custom-field', { id: must(fields[0]).id, label: 'Renamed' })
    await own.run(actor, 'remove-custom-field', { id: must(fields[0]).id })
    await mark()
    await expect(
      own.run(actor, 'restore-custom-field', { id: must(fields[0]).id }),
    ).rejects.toThrow('cannot come back')
    await own.run(actor, 'update-custom-field', { id: plain.id, sortable: false })
    await own.run(actor, 'restore-custom-field', { id: must(fields[0]).id })
  })
})
