import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  openOwnWorld,
  ownOptions,
  ownTypes,
  ownValue,
  type OwnType,
  type OwnWorld,
} from '../../test/own-fields.ts'
import { chanceOf, pick } from '../../test/random-rows.ts'
import type { Plain } from '../../test/tables.ts'
import type { Actor } from '../engine/access.ts'
import type { Condition, Query } from '../engine/ports.ts'
import { must, Problem } from '../engine/problem.ts'
import type { Row } from '../engine/record.ts'
import { checked } from './asked.ts'
import { openDatabase } from './database.ts'
import { pageSql } from './list.ts'
import { few, stroll } from './narrow.ts'
import { ownKeys } from './own-lists.ts'

let own: OwnWorld
beforeAll(async () => {
  own = await openOwnWorld()
})
afterAll(async () => {
  await own?.close()
})

const someCustom = (chance: () => number): Plain =>
  Object.fromEntries(
    ownTypes.flatMap((type) => (chance() < 0.3 ? [] : [[type, ownValue(type, chance)] as const])),
  )

describe('lists by own fields', () => {
  let actor: Actor
  let actors: readonly Actor[]

  beforeAll(async () => {
    const chance = chanceOf(5)
    actor = await own.newOwner()
    const team = await own.run(actor, 'create-team', { name: 'Night shift', memberIds: [] })
    for (const of of ['need', 'feedback'])
      for (const type of ownTypes)
        await own.define(actor, of, type, type, type === 'choice' ? { options: ownOptions } : {})
    const made: Row[] = []
    for (let at = 0; at < 70; at++)
      made.push(
        await own.run(actor, 'create-need', {
          title: `Need ${at}`,
          custom: someCustom(chance),
          ...(at % 3 === 0 ? { visibility: 'teams', teamIds: [team.id] } : {}),
        }),
      )
    const said: Row[] = []
    for (let at = 0; at < 60; at++)
      said.push(
        await own.run(actor, 'create-feedback', {
          text: `Said word ${at}`,
          custom: someCustom(chance),
        }),
      )
    for (const row of made.slice(0, 12)) await own.run(actor, 'remove-need', { id: row.id })
    for (const at of [0, 1, 2, 3, 4, 5])
      await own.run(actor, 'merge-feedback', {
        into: must(said[at]).id,
        from: [must(said[at + 10]).id, must(said[at + 20]).id],
      })
    for (const row of said.slice(40, 46)) await own.run(actor, 'remove-feedback', { id: row.id })
    // One option is gone, and the others have changed places.
    const defined = await own.world.store.reader(actor).list('custom-field', { limit: 200 })
    for (const field of defined.data.filter((one) => one['type'] === 'choice'))
      await own.run(actor, 'update-custom-field', { id: field.id, options: ['L', '10', 'S', 'M'] })
    actors = [
      actor,
      {
        kind: 'key',
        id: '01890000-0000-7000-8000-0000000000ff',
        name: 'c',
        workspaceId: actor.workspaceId,
        role: 'viewer',
        teamIds: [],
      },
    ]
  })

  const pages = async (who: Actor, record: string, query: Query) => {
    const found: Row[] = []
    const totals = new Set<unknown>()
    let cursor: string | undefined
    do {
      const page = await own.world.store.reader(who).list(record, { ...query, cursor })
      found.push(...page.data)
      totals.add(page.total)
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
    return { found, totals: [...totals] }
  }

  const keyIn = (row: Row, type: string): string | number | undefined => {
    const value = row.custom[type]
    if (value === undefined) return undefined
    if (type === 'choice') {
      const at = ['L', '10', 'S', 'M'].indexOf(String(value))
      return at === -1 ? 4 : at
    }
    if (type === 'text') return [...String(value)].slice(0, 200).join('')
    return typeof value === 'boolean' ? Number(value) : (value as string | number)
  }

  const compare = (left: string | number, right: string | number): number =>
    typeof left === 'string'
      ? Buffer.compare(Buffer.from(left), Buffer.from(String(right)))
      : left - Number(right)

  function inOrder(rows: readonly Row[], sort: string): readonly Row[] {
    const way = sort.startsWith('-') ? -1 : 1
    const type = sort.replace(/^-?custom\./, '')
    return rows.toSorted((left, right) => {
      const [one, two] = [keyIn(left, type), keyIn(right, type)]
      if (one === undefined || two === undefined) if (one !== two) return one === undefined ? 1 : -1
      const by = one === undefined || two === undefined ? 0 : compare(one, two)
      return way * (by === 0 ? compare(left.id, right.id) : by)
    })
  }

  function meets(row: Row, type: string, condition: Condition): boolean {
    const value = row.custom[type] as string | number | undefined
    if ('none' in condition) return value === undefined
    if (value === undefined)
      return !('in' in condition) && condition.from === undefined && condition.to === undefined
    if ('in' in condition) return condition.in.includes(value)
    const { from, to } = condition
    return (
      (from === undefined || compare(value, from) >= 0) &&
      (to === undefined || compare(value, to) <= 0)
    )
  }

  function conditionFor(type: OwnType, chance: () => number): Condition {
    const value = (): string | number | boolean => {
      const one = ownValue(type, chance)
      // An option that is no more cannot be asked for.
      return one === '9' ? 'S' : one
    }
    const ranged = type === 'number' || type === 'date'
    switch (pick(ranged ? ['none', 'one', 'some', 'range'] : ['none', 'one', 'some'], chance)) {
      case 'none':
        return { none: true }
      case 'one':
        return { in: [value()] }
      case 'some':
        return { in: [value(), value(), value()] }
      default:
        return {
          ...(chance() < 0.7 ? { from: value() as string } : {}),
          ...(chance() < 0.5 ? { to: value() as string } : {}),
        }
    }
  }

  test('are what JavaScript sorts and filters, page by page, for whoever may see what', async () => {
    const chance = chanceOf(17)
    let [seen, left] = [0, 0]
    for (const record of ['need', 'feedback'])
      for (const who of actors)
        for (const state of ['living', 'removed', 'folded'] as const) {
          if (state === 'folded' && record === 'need') continue
          const { found: all } = await pages(who, record, { state, limit: 200 })
          for (const type of ownTypes)
            for (const sort of [`custom.${type}`, `-custom.${type}`, '-createdAt'])
              for (const filtered of [
                [],
                [pick(ownTypes, chance)],
                [type],
                [type, pick(ownTypes, chance)],
              ]) {
                const conditions = filtered.map((one) => [one, conditionFor(one, chance)] as const)
                const filter = Object.fromEntries(
                  conditions.map(([one, condition]) => [`custom.${one}`, condition] as const),
                )
                const query: Query = {
                  state,
                  sort,
                  filter,
                  limit: pick([2, 9, 200], chance),
                  count: 'exact',
                }
                const { found, totals } = await pages(who, record, query)
                const kept = all.filter((row) =>
                  Object.entries(filter).every(([name, condition]) =>
                    meets(row, name.slice(7), condition),
                  ),
                )
                const wanted = sort === '-createdAt' ? kept : inOrder(kept, sort)
                const says = `${record} ${who.role} ${JSON.stringify(query)}`
                const refs = found.map((row) => row.ref)
                if (sort === '-createdAt')
                  expect(new Set(refs), says).toEqual(new Set(wanted.map((row) => row.ref)))
                else expect(refs, says).toEqual(wanted.map((row) => row.ref))
                expect(totals, says).toEqual([wanted.length])
                seen += found.length
                left += all.length - kept.length
              }
        }
    expect(Math.min(seen, left)).toBeGreaterThan(1_000)
    const mine = await pages(must(actors[0]), 'need', { limit: 200 })
    const theirs = await pages(must(actors[1]), 'need', { limit: 200 })
    expect(theirs.found.length).toBeLessThan(mine.found.length)
  }, 180_000)

  test('come the same whichever way they are read', async () => {
    const chance = chanceOf(23)
    const { catalogue } = own.world.store
    const database = openDatabase(own.world.database.config, () => undefined)
    const kind = catalogue.record('feedback')
    let seen = 0
    for (const sort of ['custom.text', '-custom.choice', 'custom.number', '-createdAt'])
      for (const type of ownTypes) {
        const filter = { [`custom.${type}`]: { in: [ownValue(type, chance)] } }
        if (JSON.stringify(filter).includes('"9"')) continue
        const query: Query = { sort, filter }
        const ways = await database.as(actor.workspaceId, async (session) => {
          const scene = { catalogue, actor, session }
          const asked = checked(kind, query, await ownKeys(scene, kind, query))
          const found: (readonly unknown[])[] = []
          for (const narrowing of [
            { is: 'walk' },
            { is: 'short walk', most: stroll },
            { is: 'gather', field: `custom.${type}`, most: few },
          ] as const) {
            const sql = must(pageSql(scene, asked, 'valued', 50, narrowing))
            const cells = await session.cells(sql.text, sql.values)
            found.push(cells.map(([id]) => id))
          }
          return found
        })
        expect(ways[1], JSON.stringify(query)).toEqual(ways[0])
        expect(ways[2], JSON.stringify(query)).toEqual(ways[0])
        seen += must(ways[0]).length
      }
    await database.close()
    expect(seen).toBeGreaterThan(20)
  })

  test('are searched in, sorted and filtered at once', async () => {
    const all = await pages(actor, 'feedback', { limit: 200 })
    for (const sort of ['custom.number', '-custom.text', '-custom.choice']) {
      const { found } = await pages(actor, 'feedback', { q: 'word', sort, limit: 7 })
      expect(found.map((row) => row.ref)).toEqual(inOrder(all.found, sort).map((row) => row.ref))
    }
    const flagged = await pages(actor, 'feedback', {
      q: 'word',
      filter: { 'custom.flag': { in: [true] } },
      limit: 7,
    })
    expect(new Set(flagged.found.map((row) => row.ref))).toEqual(
      new Set(all.found.filter((row) => row.custom['flag'] === true).map((row) => row.ref)),
    )
    expect(flagged.found.length).toBeGreaterThan(5)
  })

  test.each([
    [{ sort: 'custom.nothing' }, /There is no own field "nothing" for needs\. There is: custom\./],
    [{ filter: { 'custom.': { in: ['x'] } } }, /There is no own field "" for needs/],
    [
      { sort: 'custom.plain' },
      /by the own field Plain one\. Mark it sortable in Settings first\. There is: /,
    ],
    [{ filter: { 'custom.choice': { in: ['XXL'] } } }, /One of: L, 10, S, M\./],
    [{ filter: { 'custom.choice': { from: 'S' } } }, /no order/],
    [{ filter: { 'custom.text': { from: 'S' } } }, /no order/],
    [{ filter: { 'custom.number': { from: 'many' } } }, /A number such as 3/],
    [{ filter: { 'custom.date': { from: '2026-02-30' } } }, /A day such as/],
    [{ filter: { 'custom.flag': { in: ['perhaps'] } } }, /One of: true, false/],
    [{ filter: { 'custom.text': { in: ['a\u0000'] } } }, /NUL/],
    [{ sort: 'custom' }, /cannot be sorted by "custom"/],
  ] satisfies readonly (readonly [Query, RegExp])[])('refuse %j', async (query, says) => {
    const plain = await own.world.store
      .reader(actor)
      .list('custom-field', { filter: { of: { in: ['need'] } }, limit: 200 })
    if (!plain.data.some((one) => one['key'] === 'plain'))
      await own.define(actor, 'need', 'plain', 'text', { label: 'Plain one', sortable: false })
    const refusal: unknown = await own.world.store
      .reader(actor)
      .list('need', query)
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect((refusal as Problem).message).toMatch(says)
    expect((refusal as Problem).places).toHaveLength(1)
  })

  test('refuse a cursor of another list', async () => {
    const list = (query: Query) => own.world.store.reader(actor).list('need', query)
    const { cursor } = await list({ sort: 'custom.number', limit: 2 })
    await expect(list({ sort: 'custom.text', cursor: must(cursor) })).rejects.toThrow(
      'belongs to another list',
    )
  })
})
