import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverCatalogue } from '../areas/server.ts'
import type { Actor } from '../engine/access.ts'
import type { Audited } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import { openWorld, type World } from '../../test/world.ts'
import { auditSql } from './audit.ts'
import { openDatabase } from './database.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

interface Answer {
  readonly entries: readonly {
    readonly seq: number
    readonly at: string
    readonly by: { readonly name: string }
    readonly command: string
    readonly cause: string | null
    readonly count: number
    readonly changes: readonly Audited[]
  }[]
  readonly before: number | null
}
const audit = async (input: object, as: Actor = world.as.admin): Promise<Answer> =>
  (await world.store.view(as, 'audit', input)) as Answer
const apply = (as: Actor, name: string, input: unknown, cause?: string) =>
  world.store.apply(as, name, input, cause === undefined ? {} : { cause })
const commands = ({ entries }: Answer): readonly string[] => entries.map(({ command }) => command)

test('it is for admins and owners; a name that nothing has is refused with its place', async () => {
  for (const role of ['viewer', 'contributor', 'editor'] as const)
    await expect(audit({}, world.as[role])).rejects.toMatchObject({ code: 'denied' })
  for (const [place, wrong] of [
    ['by', { by: 'MEM-999' }],
    ['ref', { ref: 'NEED-999' }],
    ['record', { record: 'needs' }],
  ] as const)
    await expect(audit(wrong)).rejects.toMatchObject({ code: 'invalid', places: [{ at: place }] })
})

test('who, what and when, newest first, page by page to the first commit, each once', async () => {
  await apply(world.as.editor, 'create-need', { title: 'Crews know the way' }, 'a call')
  const [newest] = (await audit({ limit: 1 })).entries
  expect(newest).toMatchObject({
    by: { name: 'The editor' },
    command: 'create-need',
    cause: 'a call',
    count: 1,
    changes: [{ op: 'create', record: 'need', is: 'shown', title: 'Crews know the way' }],
  })
  const seqs: number[] = []
  for (let before: number | null | undefined; before !== null;) {
    const page: Answer = await audit({ limit: 2, ...(before === undefined ? {} : { before }) })
    seqs.push(...page.entries.map(({ seq }) => seq))
    before = page.before
  }
  expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, at) => seqs.length - at))
})

test('by person, command, record, row and time, alone and together', async () => {
  const { as } = world
  const idea = must((await apply(as.editor, 'create-idea', { title: 'A map' })).changed[0]?.row)
  await apply(as.admin, 'update-idea', { id: idea.id, title: 'A better map' })
  const need = must((await apply(as.admin, 'create-need', { title: 'Other' })).changed[0]?.row)
  expect(commands(await audit({ ref: idea.ref }))).toEqual(['update-idea', 'create-idea'])
  expect(commands(await audit({ ref: idea.id, by: as.editor.id }))).toEqual(['create-idea'])
  expect(commands(await audit({ record: 'idea', limit: 2 }))).toEqual([
    'update-idea',
    'create-idea',
  ])
  expect(commands(await audit({ command: 'update-idea' }))).toEqual(['update-idea'])
  expect((await audit({ command: 'update-idea' })).entries[0]?.changes[0]).toMatchObject({
    ref: idea.ref,
    before: { title: 'A map' },
    after: { title: 'A better map' },
  })
  expect(new Set((await audit({ by: 'system' })).entries.map(({ by }) => by.name))).toEqual(
    new Set(['Throughline']),
  )
  const [{ at } = { at: '' }] = (await audit({ ref: need.ref })).entries
  const later = new Date(Date.parse(at) + 1).toISOString()
  expect(commands(await audit({ from: at, to: later, ref: need.ref }))).toEqual(['create-need'])
  expect((await audit({ from: later, to: later })).entries).toEqual([])
  expect((await audit({ to: '2001-01-01T00:00:00Z' })).before).toBeNull()
})

test('a row that the viewer may not see is named by its kind alone; what was erased says so', async () => {
  const { as } = world
  const draft = must(
    (
      await apply(
        as.editor,
        'create-idea',
        { title: 'Only mine to see', draft: true },
        'about Only mine',
      )
    ).changed[0]?.row,
  )
  const [entry] = (await audit({ command: 'create-idea', by: as.editor.id, limit: 1 })).entries
  expect(entry).toMatchObject({ by: { name: 'The editor' }, cause: null, count: 1 })
  expect(entry?.changes).toEqual([
    {
      ordinal: 0,
      op: 'create',
      record: 'idea',
      is: 'hidden',
      id: null,
      ref: null,
      title: null,
      before: null,
      after: null,
    },
  ])
  expect(JSON.stringify(await audit({ limit: 200 }))).not.toContain('Only mine')
  expect(JSON.stringify(await audit({ limit: 200 }))).not.toContain(draft.id)
  const open = must(
    (await apply(as.editor, 'create-need', { title: 'Soon told no more' })).changed[0],
  )
  await world.store.erase(as.owner, 'need', [open.id])
  const [erased] = (await audit({ ref: open.id })).entries
  expect(erased?.changes[0]).toMatchObject({ is: 'erased', before: null, after: null })
})

test('a commit is read whole by its place, a thousand changes at a time', async () => {
  const made = Array.from({ length: 1500 }, (_, at) => ({
    op: 'create' as const,
    record: 'need',
    id: `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    row: { title: `Row ${at}` },
  }))
  const { seq } = await world.store.bulk(world.as.owner, {
    command: 'import-need',
    batches: (async function* () {
      yield made
    })(),
  })
  const first = must((await audit({ seq })).entries[0]).changes
  const after = must(first.at(-1)).ordinal
  const second = must((await audit({ seq, after })).entries[0]).changes
  expect([first.length, second.length]).toEqual([1000, 500])
  expect((await audit({ seq: seq - 1 })).entries[0]?.seq).toBe(seq - 1)
})

test('every question goes by an index that begins with the workspace, as the app reads it', async () => {
  const database = openDatabase(world.database.config, () => undefined)
  const id = world.as.owner.id
  const asked = {
    all: {},
    'by person': { by: id },
    'by command': { command: 'create-need' },
    'by record': { record: 'need' },
    'by person and record': { by: id, record: 'need' },
  }
  const using: Record<string, string> = {}
  try {
    for (const [name, query] of Object.entries(asked)) {
      const { where, values } = auditSql(world.workspaceId, query, { from: 1, to: 1e9 }, 50)
      const plan = await database.as(world.workspaceId, async (session) => {
        for (const way of ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin'])
          await session.query(`select set_config('enable_${way}', 'off', false)`)
        const rows = await session.query<{ readonly 'QUERY PLAN': string }>(
          `explain select k.seq from commit k where k.workspace_id = $1 and ${where}`,
          values,
        )
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      })
      expect(plan, name).not.toMatch(/Seq Scan/)
      using[name] = [...plan.matchAll(/using (\w+) on commit/g)].map(([, index]) => index).join()
    }
  } finally {
    await database.close()
  }
  expect(using['all']).toBe('commit_pkey')
  expect(using['by person']).toContain('commit_by_actor')
  expect(using['by command']).toContain('commit_by_command')
  expect(serverCatalogue.view('audit')?.may).toBe('admin')
})
