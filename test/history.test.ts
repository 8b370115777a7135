import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../src/engine/problem.ts'
import { openDatabase, type Database } from '../src/store/database.ts'
import { rootOf } from '../src/store/history.ts'
import { openWorld, type World } from './world.ts'

/** History proves itself: whatever is altered in it is found, and named. */
let world: World
let owner: pg.Client
let app: Database
beforeAll(async () => {
  world = await openWorld()
  owner = new pg.Client(world.database.config)
  await owner.connect()
  app = openDatabase(world.database.config, () => undefined)
  for (let at = 0; at < 4; at++) {
    const idea = await world.make('create-idea', { title: `Idea ${at}` })
    await world.make('promote-idea', { idea: idea.id, commitment: 'now' })
    await world.make('update-idea', { id: idea.id, reach: at })
  }
})
afterAll(async () => {
  await owner?.end()
  await app?.close()
  await world?.close()
})

const verify = () => world.store.verify(world.workspaceId)
const head = async (): Promise<number> =>
  Number(
    must(
      (
        await owner.query<{ seq: string }>(
          'select seq from workspace_turn where workspace_id = $1',
          [world.workspaceId],
        )
      ).rows[0],
    ).seq,
  )

/** Meddles with history, looks, and takes the meddling back. */
async function after(meddle: string, values: readonly unknown[] = []): Promise<string | undefined> {
  const copies = ['commit', 'change', 'payload', 'workspace_turn']
  const saved = new Map<string, readonly { row: unknown }[]>()
  for (const table of copies)
    saved.set(
      table,
      (await owner.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`)).rows,
    )
  const { rowCount } = await owner.query(meddle, [...values])
  expect(rowCount, meddle).toBeGreaterThan(0)
  try {
    return (await verify()).broken
  } finally {
    await owner.query('begin')
    for (const [table, rows] of saved) {
      await owner.query(`delete from ${table}`)
      await owner.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows.map(({ row }) => row))],
      )
    }
    await owner.query('commit')
  }
}

describe('a history that nobody touched', () => {
  test('holds, and tells how much it is', async () => {
    const seq = await head()
    const { rows } = await owner.query<{ count: string }>(
      'select count(*) from change where workspace_id = $1',
      [world.workspaceId],
    )
    expect(await verify()).toMatchObject({
      commits: seq,
      changes: Number(rows[0]?.count),
      erased: 0,
      broken: undefined,
    })
  })

  test('holds while others write', async () => {
    let writing = true
    const writer = (async () => {
      for (let at = 0; writing; at++) await world.make('create-tag', { name: `tag ${at}` })
    })()
    const seen: (string | undefined)[] = []
    try {
      for (let at = 0; at < 10; at++) seen.push((await verify()).broken)
    } finally {
      writing = false
      await writer
    }
    expect(seen.filter((one) => one !== undefined)).toEqual([])
  })
})

describe('in a history', () => {
  const at = 10
  const of = `workspace_id = $1 and seq = ${at}`
  const ofCommit = `workspace_id = $1 and commit_id = (select id from commit where ${of})`
  test.each([
    [
      'a word of what was said',
      `update payload set body = replace(body, 'Idea', 'Idee') where ${ofCommit} and body like '%Idea%'`,
      /altered/,
    ],
    [
      'a salt',
      `update payload set salt = set_byte(salt, 3, 255 - get_byte(salt, 3)) where ${ofCommit} and ordinal = 0`,
      /change 0 .* altered/,
    ],
    [
      'a leaf',
      `update change set leaf = set_byte(leaf, 0, 255 - get_byte(leaf, 0)) where ${ofCommit} and ordinal = 1`,
      /change 1 .* altered/,
    ],
    [
      'a leaf without its payload',
      `with gone as (delete from payload where ${ofCommit}) update change set leaf = set_byte(leaf, 0, 255 - get_byte(leaf, 0)) where ${ofCommit} and ordinal = 1`,
      /not the ones that were committed/,
    ],
    [
      'the row a change is filed under',
      `update change set row_id = '01999999-0000-7000-8000-000000000001' where ${ofCommit} and ordinal = 0`,
      /filed under another row/,
    ],
    [
      'what a change did',
      `update change set op = 'discard' where ${ofCommit} and ordinal = 0`,
      /filed under another row|altered/,
    ],
    [
      'the order of two changes',
      `update change set ordinal = case ordinal when 0 then 1 when 1 then 0 else ordinal end + 1000 where ${ofCommit}`,
      /missing/,
    ],
    [
      'a change that is missing',
      `delete from change where ${ofCommit} and ordinal = 1`,
      /missing|should have/,
    ],
    [
      'a change too many',
      `insert into change select workspace_id, commit_id, 3, op, record, row_id, leaf from change where ${ofCommit} and ordinal = 0`,
      /should have/,
    ],
    [
      'the actor',
      `update commit set actor_name = 'Somebody else' where ${of}`,
      /actor, time, command or cause/,
    ],
    [
      'the actor by id',
      `update commit set actor_id = 'x' where ${of}`,
      /actor, time, command or cause/,
    ],
    [
      'the time',
      `update commit set at = at - interval '1 day' where ${of}`,
      /actor, time, command or cause/,
    ],
    [
      'the command',
      `update commit set command = 'create-need' where ${of}`,
      /actor, time, command or cause/,
    ],
    [
      'the cause',
      `update commit set cause = 'because' where ${of}`,
      /actor, time, command or cause/,
    ],
    ['the count', `update commit set count = count + 1 where ${of}`, /should have/],
    [
      'the root',
      `update commit set root = set_byte(root, 0, 255 - get_byte(root, 0)) where ${of}`,
      /not the ones that were committed/,
    ],
    [
      'the hash',
      `update commit set hash = set_byte(hash, 0, 255 - get_byte(hash, 0)) where ${of}`,
      /actor, time, command or cause/,
    ],
    [
      'the tie to the commit before',
      `update commit set prev = set_byte(prev, 0, 255 - get_byte(prev, 0)) where ${of}`,
      /does not continue/,
    ],
  ])('%s that was altered is found, at its commit', async (_, meddle, says) => {
    const broken = must(await after(meddle, [world.workspaceId]))
    expect(broken).toMatch(says)
    expect(broken).toContain(`Commit ${at} `)
    expect((await verify()).broken).toBeUndefined()
  })

  test('the order of two commits is found', async () => {
    expect(
      await after(
        `update commit set seq = case seq when 7 then -8 else -7 end where workspace_id = $1 and seq in (7, 8)`,
        [world.workspaceId],
      ),
    ).toMatch(/missing/)
    expect(
      await after(
        `with swapped as (select a.seq as at, b.id, b.hash, b.root, b.count, b.command from commit a, commit b where a.workspace_id = $1 and b.workspace_id = $1 and a.seq in (7, 8) and b.seq = 15 - a.seq) update commit set root = s.root, hash = s.hash, count = s.count, command = s.command from swapped s where workspace_id = $1 and seq = s.at`,
        [world.workspaceId],
      ),
    ).toContain('Commit 7 ')
  })

  test('a commit taken out is found, at the beginning, in the middle and at the end', async () => {
    expect(
      await after('delete from commit where workspace_id = $1 and seq = 1', [world.workspaceId]),
    ).toMatch(/Commit 2 .* it should be commit 1/)
    expect(
      await after('delete from commit where workspace_id = $1 and seq = 5', [world.workspaceId]),
    ).toMatch(/Commit 6 .* it should be commit 5/)
    const seq = await head()
    expect(
      await after('delete from commit where workspace_id = $1 and seq > $2', [
        world.workspaceId,
        seq - 3,
      ]),
    ).toBe(
      `History ends at commit ${seq - 3}, but commit ${seq} had been made. The end was cut off.`,
    )
    expect(
      await after(
        'update workspace_turn set (seq, head) = (select seq - 1, prev from commit k where k.workspace_id = $1 and k.seq = workspace_turn.seq) where workspace_id = $1',
        [world.workspaceId],
      ),
    ).toContain('by hand')
    expect(await after('delete from commit where workspace_id = $1', [world.workspaceId])).toMatch(
      /ends at commit 0/,
    )
  })

  test('what was erased is counted, and the chain stays whole', async () => {
    const contact = await world.make('create-contact', { name: 'Bo Ek' })
    await world.make('update-contact', { id: contact.id, name: 'Bo' })
    const before = await verify()
    expect(await world.store.erase(world.as.admin, 'contact', [contact.id])).toBe(2)
    expect(await verify()).toEqual({ ...before, erased: before.erased + 2 })
    const { rows } = await owner.query<{ body: string }>(
      'select body from payload where workspace_id = $1',
      [world.workspaceId],
    )
    expect(rows.filter(({ body }) => body.includes('Bo Ek'))).toEqual([])
    await expect(world.store.erase(world.as.editor, 'contact', [contact.id])).rejects.toThrow(
      'admin',
    )
  })
})

test('the role that the app works under can neither change history nor take from it', async () => {
  for (const table of ['commit', 'change', 'payload'])
    for (const sql of [
      `update ${table} set workspace_id = workspace_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ])
      await expect(
        app.as(world.workspaceId, (session) => session.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied/)
  for (const sql of [
    'drop table payload',
    'alter table commit disable row level security',
    'create table mine (a int)',
    'select * from session',
  ])
    await expect(
      app.as(world.workspaceId, (session) => session.query(sql)),
      sql,
    ).rejects.toThrow(/permission denied|must be owner/)
  expect((await verify()).broken).toBeUndefined()
})

describe('the root over leaves', () => {
  const sha = (...parts: readonly Buffer[]): Buffer =>
    createHash('sha256').update(Buffer.concat(parts)).digest()
  const hex = (text: string): Buffer => Buffer.from(text, 'hex')

  // The inputs and roots of the reference implementation of RFC 6962 (certificate-transparency, merkle tree tests).
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(hex)
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  test.each(roots.map((root, at) => [at + 1, root] as const))(
    'of %i inputs is that of RFC 6962',
    (count, root) => {
      expect(rootOf(inputs.slice(0, count)).toString('hex')).toBe(root)
    },
  )

  test('of three, by hand', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => sha(Buffer.from(text))) as [
      Buffer,
      Buffer,
      Buffer,
    ]
    const leaf = (of: Buffer): Buffer => sha(hex('00'), of)
    expect(rootOf([a, b, c])).toEqual(sha(hex('01'), sha(hex('01'), leaf(a), leaf(b)), leaf(c)))
    expect(rootOf([])).toEqual(sha())
  })
})
