import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRoom, type Room } from '../../test/room.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Actor } from '../engine/access.ts'
import { realPorts } from '../app/ports.ts'
import { must } from '../engine/problem.ts'

let world: World
let sql: pg.Client
beforeAll(async () => {
  world = await openWorld()
  sql = new pg.Client(world.database.config)
  await sql.connect()
})
afterAll(async () => {
  await sql?.end()
  await world?.close()
})

describe('what is told of a step', () => {
  /** What each of these is told of what the work does, as `record` with `+` or `-`, sorted. */
  async function toldOf(
    work: (made: Make) => Promise<unknown>,
    of: readonly Actor[],
  ): Promise<readonly (readonly string[])[]> {
    const { workspaceId } = must(of[0])
    const { live } = world.store
    const from = must((await live.heads([workspaceId])).get(workspaceId)).seq
    await work(makeAs)
    const step = await live.step(workspaceId, from)
    return of.map((actor) => {
      const told = step.told(actor)
      if (told?.is !== 'news') return told === undefined ? [] : [told.is]
      return told.changes
        .map((change) => `${change.record}${'gone' in change ? '-' : '+'}`)
        .toSorted()
    })
  }
  type Make = (actor: Actor, command: string, input: unknown) => Promise<string>
  const makeAs: Make = async (actor, command, input) =>
    must((await world.store.apply(actor, command, input)).changed[0]).id

  /** A feedback of the editor's with a quote that supports a need which everybody sees. */
  async function quoted(room: Room, scope: Readonly<Record<string, unknown>>) {
    const { editor } = room.as
    const feedback = await makeAs(editor, 'create-feedback', {
      text: 'The sheet is gone',
      ...scope,
    })
    const quote = await makeAs(editor, 'create-quote', { feedbackId: feedback, start: 0, end: 9 })
    const need = await makeAs(editor, 'create-need', { title: 'Keep the sheet' })
    await makeAs(editor, 'link', { from: quote, relation: 'supports', to: need })
    return { feedback, quote, need }
  }

  test('rows that hang on one that is revealed come whole, and leave with it', async () => {
    const room = await openRoom(world.store)
    const { editor, viewer } = room.as
    const { feedback } = await quoted(room, { draft: true })
    const reveal = await toldOf(
      (make) => make(editor, 'update-feedback', { id: feedback, draft: false }),
      [viewer, editor],
    )
    expect(reveal).toEqual([['feedback+', 'link+', 'quote+'], ['feedback+']])
    const hide = await toldOf(
      (make) =>
        make(editor, 'update-feedback', { id: feedback, visibility: 'people', personIds: [] }),
      [viewer, editor],
    )
    expect(hide).toEqual([['feedback-', 'link-', 'quote-'], ['feedback+']])
  })

  test('nothing at all reaches who could not see before and cannot now', async () => {
    const room = await openRoom(world.store)
    const { editor, viewer, owner } = room.as
    const told = await toldOf(
      async (make) => {
        const idea = await make(editor, 'create-idea', { title: 'Mine', draft: true })
        await make(editor, 'update-idea', { id: idea, title: 'Mine again' })
        await make(editor, 'remove-idea', { id: idea })
      },
      [viewer, owner, editor],
    )
    expect(told).toEqual([[], [], []])
  })

  test('a link on what one may not see moves the other end, and tells no more', async () => {
    const room = await openRoom(world.store)
    const { editor, viewer } = room.as
    const { need, quote } = await quoted(room, { draft: true })
    const other = await makeAs(editor, 'create-need', { title: 'Another' })
    const { live } = world.store
    const from = must((await live.heads([room.workspaceId])).get(room.workspaceId)).seq
    await world.store.apply(editor, 'link', { from: quote, relation: 'supports', to: other })
    const told = (await live.step(room.workspaceId, from)).told(viewer)
    expect(told).toMatchObject({
      is: 'news',
      commits: [],
      changes: [{ record: 'need', id: other, row: { title: 'Another' } }],
    })
    expect(JSON.stringify(told)).not.toContain(quote)
    expect(JSON.stringify(told)).not.toContain(need)
  })

  test('merging, taking back, removing and restoring are told', async () => {
    const room = await openRoom(world.store)
    const { owner, viewer } = room.as
    const [one, two] = [
      await makeAs(owner, 'create-idea', { title: 'One' }),
      await makeAs(owner, 'create-idea', { title: 'Two' }),
    ]
    let seq = 0
    const merged = await toldOf(async () => {
      seq = (await world.store.apply(owner, 'merge-ideas', { into: one, from: [two] })).seq
    }, [viewer])
    expect(merged[0]).toContain('idea+')
    expect(await toldOf(() => world.store.undo(owner, seq), [viewer])).toEqual(merged)
    expect(await toldOf((make) => make(owner, 'remove-idea', { id: two }), [viewer])).toEqual([
      ['idea-'],
    ])
    expect(await toldOf((make) => make(owner, 'restore-idea', { id: two }), [viewer])).toEqual([
      ['idea+'],
    ])
  })

  test('who gets another role begins anew, and who is removed is told nothing more', async () => {
    const room = await openRoom(world.store)
    const { owner, viewer, contributor, editor } = room.as
    expect(
      await toldOf(
        async (make) => {
          await make(owner, 'update-member', { id: viewer.id, role: 'editor' })
          await make(owner, 'update-team', { id: room.teams[1], memberIds: [] })
          await make(owner, 'remove-member', { id: editor.id })
        },
        [viewer, contributor, editor],
      ),
    ).toEqual([['reset'], ['reset'], ['ended']])
  })

  test('of a very large commit the records are told, to whom they are open at all', async () => {
    const room = await openRoom(world.store)
    const { owner, viewer } = room.as
    const { live } = world.store
    const from = must((await live.heads([room.workspaceId])).get(room.workspaceId)).seq
    const rows = Array.from({ length: 600 }, (_, at) => ({
      title: `Idea ${at}`,
      id: realPorts().newId(),
    }))
    async function* batches() {
      yield rows.map(
        ({ id, title }) => ({ op: 'create', record: 'idea', id, row: { title } }) as const,
      )
    }
    await world.store.bulk(owner, { command: 'import-idea', batches: batches() })
    const told = (await live.step(room.workspaceId, from)).told(viewer)
    expect(told).toMatchObject({
      is: 'news',
      changes: [],
      more: ['idea'],
      commits: [{ command: 'import-idea' }],
    })
    // What changed in it and then again in a small one stands as it stood before both.
    const id = must(rows[0]).id
    await makeAs(owner, 'update-idea', { id, title: 'Another' })
    const later = (await live.step(room.workspaceId, from)).told(viewer)
    expect(later).toMatchObject({ changes: [{ id, row: { title: 'Another' } }], more: ['idea'] })
  })

  test('what was erased from history asks for a snapshot, since nobody knows any more who saw it', async () => {
    const room = await openRoom(world.store)
    const { owner, viewer } = room.as
    const { live } = world.store
    const id = await makeAs(owner, 'create-idea', { title: 'To be forgotten' })
    const from = must((await live.heads([room.workspaceId])).get(room.workspaceId)).seq
    await makeAs(owner, 'remove-idea', { id })
    expect((await live.step(room.workspaceId, from)).told(viewer)?.is).toBe('news')
    await world.store.erase(owner, 'idea', [id])
    expect((await live.step(room.workspaceId, from)).told(viewer)?.is).toBe('reset')
  })

  test('a place in history that is not there, or too long ago, asks for a snapshot', async () => {
    const room = await openRoom(world.store)
    const { live } = world.store
    const { seq } = must((await live.heads([room.workspaceId])).get(room.workspaceId))
    expect((await live.step(room.workspaceId, seq + 1)).told(room.as.owner)?.is).toBe('reset')
    expect((await live.step(room.workspaceId, seq)).told(room.as.owner)).toBeUndefined()
    expect((await live.step(room.workspaceId, seq - 1)).told(room.as.owner)?.is).toBe('news')
    await sql.query(`update commit set at = at - interval '25 hours' where workspace_id = $1`, [
      room.workspaceId,
    ])
    expect((await live.step(room.workspaceId, seq - 1)).told(room.as.owner)?.is).toBe('reset')
  })
})

describe('what moved without a change of its own', () => {
  const ripples = async (room: Room): Promise<readonly string[]> =>
    (
      await sql.query<{ record: string; n: number }>(
        'select record, cardinality(ids) as n from ripple where workspace_id = $1 order by seq, record',
        [room.workspaceId],
      )
    ).rows.map(({ record, n }) => `${record} ${n}`)

  test('is kept with the commit, and costs nothing where nothing moved', async () => {
    const room = await openRoom(world.store)
    const { editor } = room.as
    const { store } = world
    const make = async (command: string, input: unknown): Promise<string> =>
      must((await store.apply(editor, command, input)).changed[0]).id
    const feedback = await make('create-feedback', { text: 'Nothing hangs on this' })
    const need = await make('create-need', { title: 'Keep it' })
    expect(await ripples(room)).toEqual([])
    const quote = await make('create-quote', { feedbackId: feedback, start: 0, end: 7 })
    await sql.query('delete from ripple where workspace_id = $1', [room.workspaceId])
    await make('link', { from: quote, relation: 'supports', to: need })
    expect((await ripples(room)).toSorted()).toEqual(['feedback 1', 'need 1', 'quote 1'])
  })
})
