import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { speaker } from '../src/app/mcp.world.ts'
import { peopleNames } from '../src/app/people-names.ts'
import { realPorts } from '../src/app/ports.ts'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import { roles, type Actor, type Role } from '../src/engine/access.ts'
import type { Command } from '../src/engine/command.ts'
import type { Fields } from '../src/engine/field.ts'
import { must } from '../src/engine/problem.ts'
import { everyField } from '../src/engine/record.ts'
import { openDatabase } from '../src/store/database.ts'
import { openStore } from '../src/store/open.ts'
import { snake } from '../src/store/table.ts'
import { runIn } from '../src/surfaces/cli/run.world.ts'
import { fill, filled, type Rows } from './filled.ts'
import { openHouse, type House } from './instance.ts'
import { tablesOf, type Tables } from './tables.ts'

/**
 * Two workspaces in one instance, canaries in every field of the second. Whatever is asked with a key
 * of the first, by whatever way, no answer holds a canary or an id that was not in the question, and
 * nothing in the second changes.
 */
const isLong = process.env['THROUGHLINE_LONG'] === '1'
let house: House
let owner: pg.Client
let [mine, theirs] = [] as unknown as [Rows, Rows]
let there: Actor
let cursors: ReadonlyMap<string, string>
const canary = 'canaryq7 hiddenword9'

beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client({ ...house.database.config, options: '-c TimeZone=UTC' })
  await owner.connect()
  const { store } = house.instance
  mine = await fill(store, house.owner, 'ordinary word')
  const made = await store.identity.createWorkspace(
    'canaryq7',
    `${canary} workspace`,
    `${canary} person`,
  )
  there = must(await store.identity.byMember(made.id, made.ownerId))
  theirs = await fill(store, there, canary)
  cursors = await cursorsOf()
  for (const role of roles) await house.ask('GET', '/api/v1/me', { as: house.keys[role] })
})
afterAll(async () => {
  await owner?.end()
  await house?.close()
})

/** The cursor after the first row of every list of the second workspace, in every order it offers. */
async function cursorsOf(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const kind of catalogue.records)
    for (const sort of sortsOf(kind.name)) {
      const { cursor } = await house.instance.store
        .reader(there)
        .list(kind.name, { limit: 1, sort })
      if (cursor !== null) found.set(`${kind.plural}?sort=${sort}`, cursor)
    }
  return found
}

const sortsOf = (record: string): readonly string[] =>
  Object.entries(everyField(catalogue.record(record))).flatMap(([name, field]) =>
    field.sort === true ? [name, `-${name}`] : [],
  )

const ofMine = (record: string): string | undefined => mine.get(record)?.[0]?.id
const ofTheirs = (record: string): string | undefined => theirs.get(record)?.[0]?.id
const idsOfTheirs = (): readonly string[] =>
  [...theirs.values()].flatMap((rows) => rows.map((row) => row.id))

/** The short form names a row of every record where the long one names every row. */
const oneOfEach = (): readonly string[] =>
  isLong ? idsOfTheirs() : [...theirs.values()].map((rows) => must(rows[0]).id)

/** In the short form every third, another third for each `turn`: whoever may do most asks all. */
const thirdOf = <T>(all: readonly T[], turn: number): readonly T[] =>
  isLong ? all : all.filter((_, at) => at % 3 === turn)

interface Question {
  readonly method: string
  readonly path: string
  readonly json?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Every question that is worth asking: each with something of the other workspace in one place. */
function questions(): readonly Question[] {
  return [...byName(), ...lists(), ...readings(), ...commands(), ...links()]
}

function byName(): readonly Question[] {
  return [...theirs].flatMap(([record, rows]) => {
    const { plural } = catalogue.record(record)
    return rows.flatMap((row): readonly Question[] => [
      ...[row.id, row.id.toUpperCase(), row.ref].map((name) => ({
        method: 'GET',
        path: `/${plural}/${name}`,
      })),
      { method: 'PATCH', path: `/${plural}/${row.id}`, json: { title: 'taken', name: 'taken' } },
      { method: 'PATCH', path: `/${plural}/${row.id}`, json: {} },
      { method: 'DELETE', path: `/${plural}/${row.id}` },
      { method: 'POST', path: `/${plural}/${row.id}/restore` },
      ...['json', 'markdown'].flatMap((format) =>
        [`/why/${row.id}?format=${format}`, `/became/${row.id}?format=${format}`].map((path) => ({
          method: 'GET',
          path,
        })),
      ),
      { method: 'GET', path: `/history?id=${row.id}` },
      { method: 'GET', path: `/views/explain-score?of=${row.id}` },
    ])
  })
}

function lists(): readonly Question[] {
  return catalogue.records.flatMap((kind) => {
    const states = ['', '?state=removed', '?state=folded']
    const filters = Object.entries(everyField(kind)).flatMap(([name, field]) => {
      if (field.filter !== true) return []
      const row = theirs
        .get(kind.name)
        ?.find((one) => one[name] !== null && one[name] !== undefined)
      const values = field.kind === 'ref' && field.to === 'any' ? idsOfTheirs() : [row?.[name]]
      return values.flatMap((value) =>
        value === undefined ? [] : [`?filter[${name}]=${encodeURIComponent(`"${String(value)}"`)}`],
      )
    })
    const searches = ['hiddenword9', 'hidenword9', canary].map(
      (word) => `?q=${encodeURIComponent(word)}`,
    )
    const pages = sortsOf(kind.name).flatMap((sort) => {
      const cursor = cursors.get(`${kind.plural}?sort=${sort}`)
      return cursor === undefined ? [] : [`?sort=${sort}&cursor=${encodeURIComponent(cursor)}`]
    })
    // Both workspaces have an own field of this name for it.
    const own =
      kind.name === 'feedback'
        ? [
            'sort=custom.plan',
            'sort=-custom.plan&state=removed',
            'filter[custom.plan]=none',
          ].concat(
            ['', '&sort=-custom.plan', '&count=exact'].map(
              (more) => `filter[custom.plan]=${encodeURIComponent(theirPlan())}${more}`,
            ),
          )
        : []
    return [
      ...states,
      '?limit=200&count=exact',
      ...filters,
      ...searches,
      ...pages,
      ...own.map((query) => `?${query}`),
    ].map((query) => ({ method: 'GET', path: `/${kind.plural}${query}` }))
  })
}

/** What stands in their own field, as a filter takes it. */
const theirPlan = (): string => {
  const row = theirs.get('feedback')?.find(({ custom }) => custom['plan'] !== undefined)
  return `"${String(must(row, 'their feedback').custom['plan'])}"`
}

function readings(): readonly Question[] {
  const views = catalogue.views.flatMap((view) => [
    `/views/${view.name}`,
    ...Object.entries(view.input).flatMap(([name, field]) =>
      field.kind === 'ref' ? [`/views/${view.name}?${name}=${ofTheirs(field.to) ?? ''}`] : [],
    ),
  ])
  const exports = catalogue.records.flatMap((kind) =>
    ['csv', 'jsonl'].map((format) => `/export/${kind.plural}?format=${format}`),
  )
  const paths = [
    ...views,
    ...exports,
    '/archive',
    '/history',
    '/history?limit=200',
    '/history/verify',
    '/me',
    '/workspaces',
    '/snapshot',
  ]
  const elsewhere = ['canaryq7', there.workspaceId].flatMap((workspace) =>
    ['/me', '/needs', '/archive', '/history', '/export/needs'].map((path) => ({
      method: 'GET',
      path,
      headers: { 'throughline-workspace': workspace },
    })),
  )
  return [...paths.map((path) => ({ method: 'GET', path })), ...elsewhere]
}

/** Each command with an input of one's own, in which one place at a time names something of theirs. */
function commands(): readonly Question[] {
  const erase = [...theirs].map(([record, rows]) => ({
    method: 'POST',
    path: '/commands/erase',
    json: { record, ids: rows.map((row) => row.id) },
  }))
  return [...catalogue.commands.flatMap((command) => forged(command)), ...erase]
}

function forged(command: Command): readonly Question[] {
  const own = {
    ...filled(command.input, 'ordinary word', ofMine),
    ...targetOf(command, ofMine),
    ...namesIn(command.input, ofMine),
  }
  const places = Object.entries(command.input).flatMap(
    ([name, field]): readonly (readonly [string, unknown])[] => {
      // The id of a new row is made by whoever makes the row; each workspace has its own.
      if (name === 'id' && field.required !== true) return []
      if (field.kind === 'ref')
        return field.to === 'any' || field.to === 'actor' ? [] : [[name, ofTheirs(field.to)]]
      if (field.kind === 'list' && field.of !== 'text')
        return [
          [name, [ofTheirs(field.of)]],
          [name, [ofMine(field.of), ofTheirs(field.of)]],
        ]
      return namesIn({ [name]: field }, ofMine)[name] === undefined
        ? []
        : oneOfEach().map((id) => [name, id])
    },
  )
  return places.map(([name, value]) => ({
    method: 'POST',
    path: `/commands/${command.name}`,
    json: { ...own, [name]: value },
  }))
}

const targetOf = (
  command: Command,
  idOf: (record: string) => string | undefined,
): Readonly<Record<string, unknown>> =>
  command.on === undefined ||
  command.name.startsWith('create-') ||
  command.input['id'] === undefined
    ? {}
    : { id: idOf(command.on) }

/** Texts that name a row of any record: what a decision is on, the ends of a link. */
const namesIn = (
  input: Fields,
  idOf: (record: string) => string | undefined,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, field]) =>
      field.kind === 'text' && ['on', 'from', 'to'].includes(name)
        ? [[name, idOf(name === 'from' ? 'idea' : 'need')]]
        : [],
    ),
  )

/** The same questions as tools take them, where a tool takes them. */
function toolQuestions(): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  // what only the instance does is no tool of anybody's
  const posted = [...commands(), ...links()]
    .map(
      ({ path, json }) =>
        [path.slice('/commands/'.length), json as Readonly<Record<string, unknown>>] as const,
    )
    .filter(([name]) => catalogue.command(name)?.only?.by !== 'instance')
  const rows = [...theirs].flatMap(([record, found]) =>
    found.flatMap(({ id, ref }) =>
      (
        [
          ['get', { ref: id, record }],
          ['get', { ref }],
          ['why', { of: id }],
          ['became', { of: id }],
          ['history', { id }],
        ] as const
      ).map((one) => one),
    ),
  )
  const pages = catalogue.records.flatMap(({ name, plural }) => [
    [`list-${plural}`, { limit: 200, count: 'exact' }] as const,
    [`list-${plural}`, { state: 'removed' }] as const,
    [`list-${plural}`, { q: 'hiddenword9' }] as const,
    ...sortsOf(name).map(
      (sort) =>
        [`list-${plural}`, { sort, cursor: cursors.get(`${plural}?sort=${sort}`) }] as const,
    ),
    ...Object.entries(everyField(catalogue.record(name))).flatMap(([field, { filter }]) => {
      const value = theirs.get(name)?.find((row) => typeof row[field] === 'string')?.[field]
      return filter === true && typeof value === 'string'
        ? [[`list-${plural}`, { filter: { [field]: `"${value}"` } }] as const]
        : []
    }),
  ])
  const views = catalogue.views.flatMap((view) =>
    Object.entries(view.input).flatMap(([name, field]) =>
      field.kind === 'ref' ? [[view.name, { [name]: ofTheirs(field.to) }] as const] : [],
    ),
  )
  return [...posted, ...rows, ...pages, ...views, ['history', { limit: 200 }], ['me', {}]]
}

function links(): readonly Question[] {
  return catalogue.relations.flatMap(({ relation, from, to }) =>
    from.flatMap((one) =>
      to.flatMap((other) =>
        (
          [
            [ofMine, ofTheirs],
            [ofTheirs, ofMine],
            [ofTheirs, ofTheirs],
          ] as const
        ).flatMap(([left, right]) =>
          ['link', 'unlink'].map((verb) => ({
            method: 'POST',
            path: `/commands/${verb}`,
            json: { from: left(one), relation, to: right(other) },
          })),
        ),
      ),
    ),
  )
}

/** Where a row would stand if it were one's own. */
const shelvesOf = (id: string): readonly string[] =>
  [...theirs].flatMap(([record, rows]) =>
    rows.some((row) => row.id === id) ? [catalogue.record(record).plural, 'why'] : [],
  )

interface Asked {
  readonly asked: number
  /** What was answered that should not have been, by its question. */
  readonly leaks: readonly string[]
}

const leaksIn = (answer: string, question: string): readonly string[] => [
  ...(['canaryq7', there.workspaceId].some(
    (word) => answer.includes(word) && !question.includes(word),
  )
    ? ['a canary']
    : []),
  ...idsBeside(answer.toLowerCase(), question.toLowerCase()),
]

const idsBeside = (answer: string, question: string): readonly string[] =>
  idsOfTheirs().filter((id) => answer.includes(id) && !question.includes(id))

async function askAll(key: string, all: readonly Question[]): Promise<Asked> {
  const leaks: string[] = []
  const one = async ({ method, path, json, text, headers = {} }: Question): Promise<void> => {
    const question = `${method} ${path} ${JSON.stringify(json ?? text ?? '')} ${JSON.stringify(headers)}`
    const answer =
      path === '/archive'
        ? await archiveAsText(key, headers)
        : await house.ask(method, `/api/v1${path}`, {
            as: key,
            headers,
            ...(json === undefined ? {} : { json }),
            ...(text === undefined ? {} : { text }),
          })
    // Such as a search for the canary, whose refusal may say the word again: then the words beside it must not be there.
    const echoes = question.includes('canaryq7') ? answer.text.replaceAll(canary, '') : answer.text
    const found = leaksIn(echoes, question.replaceAll('canaryq7', ''))
    if (
      found.length > 0 &&
      !(found.length === 1 && found[0] === 'a canary' && answer.status === 404)
    )
      leaks.push(
        `${question}: ${found.join(', ')} in ${answer.status} ${answer.text.slice(0, 200)}`,
      )
    if (answer.status >= 500) leaks.push(`${question}: ${answer.status}`)
  }
  for (let at = 0; at < all.length; at += 8) await Promise.all(all.slice(at, at + 8).map(one))
  return { asked: all.length, leaks }
}

async function archiveAsText(
  key: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(`${house.instance.url}/api/v1/archive`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return {
    status: answer.status,
    text: bytes[0] === 0x1f ? gunzipSync(bytes).toString() : bytes.toString(),
  }
}

const allOfTheirs = async (): Promise<Tables & { readonly commits: unknown }> => ({
  ...(await tablesOf(owner, catalogue, there.workspaceId)),
  commits: (
    await owner.query(
      'select seq, encode(hash, $2) as hash from commit where workspace_id = $1 order by seq',
      [there.workspaceId, 'hex'],
    )
  ).rows,
})

describe('nothing crosses from one workspace to another', () => {
  test('the canaries are in every field that can be given, and the second workspace can see them', async () => {
    const tables = await tablesOf(owner, catalogue, there.workspaceId)
    const without: string[] = []
    for (const kind of catalogue.records) {
      const rows = tables[kind.name] ?? []
      expect(rows.length, kind.name).toBeGreaterThan(0)
      for (const [name, field] of Object.entries(kind.fields)) {
        if (field.kind !== 'text' && field.kind !== 'prose') continue
        if (unsaid.has(`${kind.name}.${name}`)) continue
        if (!rows.some((row) => /canaryq7|hidden/.test(JSON.stringify(row[snake(name)]))))
          without.push(`${kind.name}.${name}`)
      }
    }
    expect(without).toEqual([])
    expect(
      JSON.stringify((await house.instance.store.reader(there).list('need', {})).data),
    ).toContain('canaryq7')
  })

  test.each(isLong ? roles : (['viewer', 'editor', 'owner'] as const))(
    'by REST, asked as %s',
    async (role: Role) => {
      const before = await allOfTheirs()
      const all = questions()
      const share = role === 'owner' ? all : thirdOf(all, roles.indexOf(role))
      const { asked, leaks } = await askAll(house.keys[role], share)
      expect(leaks).toEqual([])
      expect(asked).toBeGreaterThan(800)
      expect(await allOfTheirs()).toEqual(before)
    },
    120_000,
  )

  test.each(['owner', 'viewer'] as const)(
    'by MCP, asked as %s',
    async (role) => {
      const before = await allOfTheirs()
      const mcp = await speaker(house.instance.url, house.keys[role])
      const told = JSON.stringify([mcp.instructions, await mcp.tools(), await mcp.templates()])
      expect(leaksIn(told, '')).toEqual([])
      const leaks: string[] = []
      // The short form shares the questions out between the two.
      const isMine = (_: unknown, at: number): boolean =>
        isLong || at % 2 === (role === 'owner' ? 0 : 1)
      const all = toolQuestions().filter(isMine)
      for (const [name, given] of all) {
        const question = `${name} ${JSON.stringify(given)}`
        const { body, text } = await mcp.call(name, given)
        const found = leaksIn(text.replaceAll(canary, ''), question.replaceAll('canaryq7', ''))
        if (found.length > 0 || Number(body['status'] ?? 0) >= 500)
          leaks.push(`${question}: ${found.join(', ')} in ${text.slice(0, 200)}`)
      }
      const shelves = [...catalogue.records.map(({ plural }) => plural), 'why', 'became']
      for (const [at, id] of idsOfTheirs().filter(isMine).entries())
        // each shelf has its turn, and each row its own
        for (const shelf of isLong
          ? shelves
          : [...shelvesOf(id), must(shelves[at % shelves.length])]) {
          const uri = `throughline://${shelf}/${id}`
          const answer: unknown = await mcp
            .read(uri)
            .catch((error: { readonly data: unknown }) => ({ refused: error.data }))
          expect(answer).toHaveProperty('refused.status', 404)
          leaks.push(...leaksIn(JSON.stringify(answer), uri))
        }
      expect(leaks).toEqual([])
      expect(all.length).toBeGreaterThan(isLong ? 400 : 200)
      expect(await allOfTheirs()).toEqual(before)
    },
    120_000,
  )

  test('by a file that names their rows', async () => {
    const before = await allOfTheirs()
    let asked = 0
    const kinds = catalogue.records.filter(
      (kind) => catalogue.command(`create-${kind.name}`) !== undefined,
    )
    for (const kind of kinds)
      for (const [name, field] of Object.entries(
        must(catalogue.command(`create-${kind.name}`)).input,
      )) {
        const to =
          name === 'id'
            ? kind.name
            : field.kind === 'ref'
              ? field.to
              : field.kind === 'list'
                ? field.of
                : undefined
        const id = to === undefined ? undefined : ofTheirs(to)
        if (id === undefined) continue
        const title = kind.title === name ? 'other' : kind.title
        const upload = await house.ask('POST', '/api/v1/imports', {
          as: house.keys.owner,
          text: `${title},aim\nordinary,${id}\n`,
        })
        expect(upload.status).toBe(201)
        for (const step of ['check', 'run']) {
          const answer = await house.ask(
            'POST',
            `/api/v1/imports/${String(upload.body['id'])}/${step}`,
            {
              as: house.keys.owner,
              json: { record: kind.name, map: { [title]: title, [name]: 'aim' } },
            },
          )
          asked += 1
          expect(leaksIn(answer.text, id), `${kind.name}.${name}`).toEqual([])
        }
        for (let state = 'running'; state === 'running';) {
          const told = await house.ask('GET', `/api/v1/imports/${String(upload.body['id'])}`, {
            as: house.keys.owner,
          })
          state = String(told.body['state'])
          expect(leaksIn(told.text, id), `${kind.name}.${name}`).toEqual([])
          if (state !== 'running' && name !== 'id')
            expect([kind.name, name, state, told.text.includes(id) ? 'named' : '']).not.toContain(
              'running',
            )
        }
      }
    expect(asked).toBeGreaterThan(40)
    expect(await allOfTheirs()).toEqual(before)
    for (const [name, rows] of Object.entries(
      await tablesOf(owner, catalogue, house.owner.workspaceId),
    ))
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (!['ref'].includes(column))
            expect(
              idsOfTheirs().some((id) =>
                Array.isArray(value) ? value.includes(id) : value === id,
              ),
              `${name}.${column} points at a row of another workspace`,
            ).toBe(false)
  }, 120_000)

  test('by the command line', async () => {
    const before = await allOfTheirs()
    let asked = 0
    const env = { THROUGHLINE_URL: house.instance.url, THROUGHLINE_KEY: house.keys.owner }
    const lines = [
      ...[...theirs].flatMap(([record, rows]) => [
        [record, 'get', must(rows[0]).id],
        [record, 'list', '--all', '--json'],
        ['why', must(rows[0]).id],
        ['became', must(rows[0]).id, '--json'],
        ['history', must(rows[0]).id],
        ['export', record, '--format', 'jsonl'],
      ]),
      ['history'],
      ['history', 'verify'],
      ['feedback', 'list', '--search', 'hiddenword9'],
    ]
    for (const line of lines) {
      const { out, err } = await runIn(house.dataDir, line, { env })
      asked += 1
      expect(leaksIn(out + err, line.join(' ')), line.join(' ')).toEqual([])
    }
    expect(asked).toBeGreaterThan(100)
    expect(await allOfTheirs()).toEqual(before)
  }, 120_000)
})

/** Fields of text that no command takes from people. */
const unsaid: ReadonlySet<string> = new Set([
  'workspace.slug',
  'workspace.zone',
  'workspace.baseCurrency',
  'key.start',
  'custom-field.of',
  'attachment.onKind',
  'attachment.type',
  'attachment.sha256',
  'comment.onKind',
  'follower.onKind',
  'custom-field.key',
  'feedback.original',
  'quote.after',
  'link.fromKind',
  'link.relation',
  'decision.evidenceHash',
  'tripwire.segment',
  'waiver.rule',
  'waiver.onKind',
  'link.toKind',
])

describe('each wall alone', () => {
  test('the second: a session of one workspace sees no row of the other, whatever it asks', async () => {
    const database = openDatabase(house.database.config, () => undefined)
    const tables = [
      ...catalogue.records.map((kind) => snake(kind.name)),
      'commit',
      'change',
      'payload',
      'word',
      'ref_counter',
      'workspace_turn',
      'search_learned',
      'own_key',
    ]
    for (const table of tables) {
      const rows = await database.as(house.owner.workspaceId, (session) =>
        session.query<{ workspace_id: string }>(`select workspace_id from "${table}"`),
      )
      expect(
        rows.filter((row) => row.workspace_id !== house.owner.workspaceId),
        table,
      ).toEqual([])
      await expect(
        database.as(house.owner.workspaceId, (session) =>
          session.query(`insert into "${table}" (workspace_id) values ($1)`, [there.workspaceId]),
        ),
        table,
      ).rejects.toThrow(/row-level security|permission denied/)
    }
    await database.close()
  })

  test('the first: without row security every query still asks for its own workspace', async () => {
    const tables = [
      ...catalogue.records.map((kind) => snake(kind.name)),
      'commit',
      'change',
      'payload',
      'word',
      'own_key',
    ]
    for (const table of tables)
      await owner.query(`alter table "${table}" disable row level security`)
    try {
      const { leaks } = await askAll(house.keys.owner, thirdOf(questions(), 0))
      expect(leaks).toEqual([])
    } finally {
      for (const table of tables)
        await owner.query(`alter table "${table}" enable row level security`)
    }
  }, 120_000)
})

describe('a fault that was planted is caught', () => {
  test('a key that lets into the other workspace', async () => {
    const secret = house.keys.editor
    const digest = createHash('sha256').update(secret).digest()
    const move = async (to: string): Promise<void> => {
      const { rows } = await owner.query<{ row_id: string }>(
        'update secret set workspace_id = $1 where digest = $2 returning row_id',
        [to, digest],
      )
      await owner.query('update key set workspace_id = $1 where id = $2', [to, rows[0]?.row_id])
    }
    await move(there.workspaceId)
    const { leaks } = await askAll(secret, [...lists(), ...readings()])
    const { text } = await (await speaker(house.instance.url, secret)).call('list-needs')
    await move(house.owner.workspaceId)
    expect(leaksIn(text, '')).not.toEqual([])
    expect(leaks.length).toBeGreaterThan(50)
  })

  test.each([
    [
      'row security that is off',
      'alter table need disable row level security',
      'alter table need enable row level security',
      'need',
    ],
    [
      'a policy that lets all in',
      'create policy hole on feedback using (true)',
      'drop policy hole on feedback',
      'feedback',
    ],
    [
      'a table of history that is open',
      'alter table payload disable row level security',
      'alter table payload enable row level security',
      'payload',
    ],
  ])('at the start: %s', async (_, hole, mend, table) => {
    await owner.query(hole)
    const opening = openStore({
      catalogue,
      ports: realPorts(),
      database: { config: house.database.config },
      people: peopleNames,
    })
    await expect(opening).rejects.toThrow(new RegExp(`does not start.*${table}`))
    await owner.query(mend)
    const store = await openStore({
      catalogue,
      ports: realPorts(),
      database: { config: house.database.config },
      people: peopleNames,
    })
    await store.close()
  })
})
