import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import { roles, type Actor } from '../src/engine/access.ts'
import { must } from '../src/engine/problem.ts'
import type { RecordKind, Row } from '../src/engine/record.ts'
import { everyRow } from '../src/surfaces/transfer/export.ts'
import { fill, filled } from './filled.ts'
import { openHouse, type House } from './instance.ts'
import { listenTo, snapshotOf } from './streaming.ts'

/** Who follows along is told the very rows that every other reading gives, and nothing of another workspace. */
let house: House
let start: Readonly<Record<string, number>>
const canary = 'canaryq8 hiddenword8'
beforeAll(async () => {
  house = await openHouse()
  const { store } = house.instance
  const places: Record<string, number> = {}
  for (const role of roles) {
    await house.ask('GET', '/api/v1/me', { as: house.keys[role] })
    places[role] = (await snapshotOf(house.instance.url, house.keys[role])).seq
  }
  start = places
  const rows = await fill(store, house.owner, 'ordinary word')
  const idOf = (record: string): string | undefined => rows.get(record)?.[0]?.id
  const editor = must(await store.identity.byKey(house.keys.editor))
  for (const kind of catalogue.records) {
    const command = catalogue.command(`create-${kind.name}`)
    if (command === undefined || !('visibility' in kind.fields)) continue
    const { originId: _, ...input } = filled(command.input, 'scattered word', idOf) as {
      readonly originId?: unknown
    }
    for (const scope of [
      { draft: true },
      { visibility: 'teams', teamIds: [idOf('team')] },
      { visibility: 'people', personIds: [idOf('member')] },
    ])
      for (const maker of [house.owner, editor])
        await store.apply(maker, command.name, { ...input, ...scope })
  }
  const made = await store.identity.createWorkspace('canaryq8', canary, canary)
  await fill(store, must(await store.identity.byMember(made.id, made.ownerId)), canary)
}, 120_000)
afterAll(() => house?.close())

const foldedBy = async (actor: Actor, kind: RecordKind): Promise<readonly Row[]> =>
  kind.foldedBy === undefined
    ? []
    : (await house.instance.store.reader(actor).list(kind.name, { state: 'folded', limit: 200 }))
        .data

describe('live and every other reading', () => {
  test.each(roles)(
    'give the %s the same rows',
    async (role) => {
      const { store, url } = house.instance
      const actor: Actor = must(await store.identity.byKey(house.keys[role]))
      const { rows } = await snapshotOf(url, house.keys[role])
      const live = await listenTo(url, house.keys[role], { after: must(start[role]) })
      const { data } = await live.next('commit')
      live.close()
      const told = new Map(
        (data['changes'] as readonly { readonly id: string; readonly row: unknown }[]).map(
          ({ id, row }) => [id, row] as const,
        ),
      )
      let [compared, hidden] = [0, 0]
      for (const kind of catalogue.records) {
        const read = new Map<string, unknown>()
        for await (const row of everyRow(store.reader(actor), kind)) read.set(row.id, row)
        for (const row of await foldedBy(actor, kind)) read.set(row.id, row)
        if (kind.held === 'whole')
          expect(
            new Map(must(rows.get(kind.name)).map((row) => [String(row['id']), row] as const)),
            kind.name,
          ).toEqual(read)
        // What stood before the stream began is not told again.
        for (const [id, row] of read) if (told.has(id)) expect(told.get(id), kind.name).toEqual(row)
        const all = new Set<string>()
        for await (const row of everyRow(store.reader({ ...house.owner, kind: 'system' }), kind))
          all.add(row.id)
        for (const row of await foldedBy({ ...house.owner, kind: 'system' }, kind)) all.add(row.id)
        for (const id of all)
          if (told.has(id)) expect(read.has(id), `${kind.name} ${id}`).toBe(true)
        compared += [...read.keys()].filter((id) => told.has(id)).length
        hidden += all.size - read.size
      }
      expect(compared).toBe(told.size)
      expect(compared).toBeGreaterThan(30)
      expect(hidden).toBeGreaterThan(5)
      expect(JSON.stringify([...rows.values(), data])).not.toMatch(/canaryq8|hiddenword8/)
    },
    60_000,
  )

  test('what happens in another workspace is told to nobody here', async () => {
    const { store, url } = house.instance
    const live = await listenTo(url, house.keys.owner)
    await live.next('hello')
    const other = must((await store.identity.workspaces()).find(({ slug }) => slug === 'canaryq8'))
    const there = await store.identity.owner(other.id)
    const made = await store.apply(there, 'create-idea', { title: canary })
    const row = must(must(made.changed[0]).row)
    await store.live.presence.put(there, '', { record: 'idea', id: row.id, doing: 'editing' })
    await house.ask('POST', '/api/v1/ideas', { as: house.keys.owner, json: { title: 'Ours' } })
    expect((await live.next('commit')).data['changes']).toMatchObject([{ row: { title: 'Ours' } }])
    const stray = await house.ask('POST', '/api/v1/live/presence', {
      as: house.keys.owner,
      json: { at: row.id },
    })
    expect(stray.status).toBe(404)
    expect(JSON.stringify(live.heard)).not.toMatch(/canaryq8|hiddenword8/)
    expect(live.heard.some(({ event }) => event === 'presence')).toBe(false)
    live.close()
  })
})
