import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import { roles, type Actor, type Role } from '../src/engine/access.ts'
import { must, Problem } from '../src/engine/problem.ts'
import type { RecordKind } from '../src/engine/record.ts'
import { speaker, type Speaker } from '../src/app/mcp.world.ts'
import { runIn } from '../src/surfaces/cli/run.world.ts'
import { everyRow, exportColumns } from '../src/surfaces/transfer/export.ts'
import { fill, filled, type Rows } from './filled.ts'
import { openHouse, type House } from './instance.ts'

/** The same actor sees the same and is refused the same, by whatever way it comes: REST, MCP, export, command line, reader. */
const isLong = process.env['THROUGHLINE_LONG'] === '1'
/** What the short form asks as: least, middle, most. */
const someRoles = ['viewer', 'editor', 'owner'] as const
let house: House
let rows: Rows
let actors: Readonly<Record<Role, Actor>>
let speakers: Readonly<Record<Role, Speaker>>
beforeAll(async () => {
  house = await openHouse()
  const { store } = house.instance
  rows = await fill(store, house.owner, 'ordinary word')
  const found: Partial<Record<Role, Actor>> = {}
  for (const role of roles) found[role] = must(await store.identity.byKey(house.keys[role]))
  actors = found as Readonly<Record<Role, Actor>>
  const speaking: Partial<Record<Role, Speaker>> = {}
  for (const role of roles) speaking[role] = await speaker(house.instance.url, house.keys[role])
  speakers = speaking as Readonly<Record<Role, Speaker>>
  await scatter()
}, 120_000)
afterAll(async () => {
  await house?.close()
})

/** Rows of every record with a scope, seen by some and not by others. */
async function scatter(): Promise<void> {
  const { store } = house.instance
  const idOf = (record: string): string | undefined => rows.get(record)?.[0]?.id
  const [team, person] = [idOf('team'), idOf('member')]
  for (const kind of catalogue.records) {
    const command = catalogue.command(`create-${kind.name}`)
    if (command === undefined || !('visibility' in kind.fields)) continue
    const plain = filled(command.input, 'scattered word', idOf)
    const { originId: _, ...input } = plain as { readonly originId?: unknown }
    for (const scope of [
      { draft: true },
      { visibility: 'teams', teamIds: [team] },
      { visibility: 'people', personIds: [person] },
      { visibility: 'people', personIds: [person], draft: true },
    ])
      for (const maker of ['owner', 'editor'] as const)
        await store
          .apply(actors[maker], command.name, { ...input, ...scope })
          .catch(() => undefined)
  }
  const hidden = await store.apply(actors.editor, 'create-feedback', {
    text: 'only the editor sees this',
    draft: true,
  })
  const id = must(hidden.changed[0]).id
  await store.apply(actors.editor, 'comment', { on: id, text: 'said about what is hidden' })
  const quote = await store.apply(actors.editor, 'create-quote', {
    feedbackId: id,
    start: 0,
    end: 4,
  })
  await store.apply(actors.editor, 'comment', {
    on: must(quote.changed[0]).id,
    text: 'said about a quote of what is hidden',
  })
  await store.apply(actors.editor, 'link', {
    from: must(quote.changed[0]).id,
    relation: 'supports',
    to: idOf('need'),
  })
}

const allIds = new Map<string, readonly string[]>()

async function idsOfAll(kind: RecordKind): Promise<readonly string[]> {
  const system: Actor = { ...house.owner, kind: 'system' }
  const known = allIds.get(kind.name) ?? (await readBy(system, kind))
  allIds.set(kind.name, known)
  return known
}

async function readBy(actor: Actor, kind: RecordKind): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const row of everyRow(house.instance.store.reader(actor), kind)) ids.push(row.id)
  return ids.toSorted()
}

const api = (path: string): string => `/api/v1${path}`

async function restList(role: Role, kind: RecordKind): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await house.ask(
      'GET',
      api(`/${kind.plural}?limit=7${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`),
      { as: house.keys[role] },
    )
    ids.push(...(body['data'] as readonly { readonly id: string }[]).map((row) => row.id))
    cursor = body['cursor'] as string | null
  }
  return ids.toSorted()
}

async function restOneByOne(role: Role, kind: RecordKind): Promise<readonly string[]> {
  const found: string[] = []
  for (const id of await idsOfAll(kind)) {
    const { status } = await house.ask('GET', api(`/${kind.plural}/${id}`), {
      as: house.keys[role],
    })
    expect([200, 404]).toContain(status)
    if (status === 200) found.push(id)
  }
  return found.toSorted()
}

async function mcpList(role: Role, kind: RecordKind): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: unknown = null
  do {
    const { body } = await speakers[role].call(`list-${kind.plural}`, { limit: 7, cursor })
    ids.push(...(body['data'] as readonly { readonly id: string }[]).map((row) => row.id))
    cursor = body['cursor']
  } while (cursor !== null)
  return ids.toSorted()
}

/** By the tool that reads one, and by the resource: both say the same of each. */
async function mcpOneByOne(role: Role, kind: RecordKind): Promise<readonly string[]> {
  const found: string[] = []
  for (const id of await idsOfAll(kind)) {
    const { isError, body } = await speakers[role].call('get', { ref: id, record: kind.name })
    const resource = await speakers[role]
      .read(`throughline://${kind.plural}/${id}`)
      .catch((error: { readonly data: unknown }) => ({ refused: error.data }))
    expect(isError ? resource['refused'] : resource).toMatchObject(body)
    if (isError) expect(body['code']).toBe('unknown')
    if (!isError) found.push(id)
  }
  return found.toSorted()
}

async function exported(
  role: Role,
  kind: RecordKind,
  format: 'csv' | 'jsonl',
): Promise<readonly string[]> {
  const { text } = await house.ask('GET', api(`/export/${kind.plural}?format=${format}`), {
    as: house.keys[role],
  })
  if (format === 'jsonl')
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { readonly id: string }).id)
      .toSorted()
  // The id is the last column of every export, so that it ends its line whatever stands before it.
  expect(exportColumns(kind).at(-1)).toBe('id')
  return [...text.matchAll(/,([0-9a-f-]{36})\r\n/g)].map(([, id]) => must(id)).toSorted()
}

const cli = (role: Role, line: readonly string[]) =>
  runIn(house.dataDir, line, {
    env: { THROUGHLINE_URL: house.instance.url, THROUGHLINE_KEY: house.keys[role] },
  })

async function cliList(role: Role, kind: RecordKind): Promise<readonly string[]> {
  const { code, out, err } = await cli(role, [kind.name, 'list', '--all', '--json'])
  expect(code, err).toBe(0)
  const told = JSON.parse(out) as
    | { readonly data: readonly { readonly id: string }[] }
    | readonly { readonly id: string }[]
  return ('data' in told ? told.data : told).map((row) => row.id).toSorted()
}

describe('what is seen', () => {
  test.each(isLong ? roles : someRoles)(
    'by the %s is the same by every way',
    async (role) => {
      let [compared, hidden] = [0, 0]
      for (const kind of catalogue.records) {
        const read = await readBy(actors[role], kind)
        const ways = {
          list: await restList(role, kind),
          'one by one': await restOneByOne(role, kind),
          csv: await exported(role, kind, 'csv'),
          jsonl: await exported(role, kind, 'jsonl'),
          cli: await cliList(role, kind),
          mcp: await mcpList(role, kind),
          'mcp one by one': await mcpOneByOne(role, kind),
        }
        for (const [way, ids] of Object.entries(ways))
          expect(ids, `${kind.plural} by ${way}`).toEqual(read)
        compared += read.length * Object.keys(ways).length
        hidden += (await idsOfAll(kind)).length - read.length
      }
      expect(compared).toBeGreaterThan(150)
      expect(hidden).toBeGreaterThan(10)
    },
    120_000,
  )

  test('a row that one way shows and another hides is noticed', async () => {
    const kind = catalogue.record('idea')
    const [viewer, editor] = [
      await restList('viewer', kind),
      await exported('editor', kind, 'jsonl'),
    ]
    expect(viewer).not.toEqual(editor)
  })
})

/** What became of an attempt, as each way tells it. */
type Verdict = 'done' | 'invalid' | 'unknown' | 'denied' | 'stale' | 'taken'

const codeOfExit: Readonly<Record<number, Verdict>> = {
  0: 'done',
  2: 'invalid',
  3: 'unknown',
  4: 'denied',
  5: 'stale',
  6: 'taken',
}

describe('what is refused', () => {
  const made = catalogue.records.filter((kind) =>
    ['create', 'update', 'remove'].every(
      (verb) => catalogue.command(`${verb}-${kind.name}`) !== undefined,
    ),
  )

  test.each(isLong ? roles : someRoles)(
    'to the %s is refused alike by command, route, command line and tool',
    async (role) => {
      const told = new Map<string, number>()
      let tried = 0
      for (const kind of made) {
        for (const attempt of await attempts(kind)) {
          const verdicts = {
            store: await byStore(role, attempt),
            command: await byCommand(role, attempt),
            route: await byRoute(role, kind, attempt),
            cli: await byCli(role, kind, attempt),
            mcp: await byTool(role, attempt),
          }
          expect(
            new Set(Object.values(verdicts)).size,
            `${attempt.verb} ${kind.name} ${JSON.stringify(attempt.input)} ${JSON.stringify(verdicts)}`,
          ).toBe(1)
          told.set(verdicts.store, (told.get(verdicts.store) ?? 0) + 1)
          tried += Object.keys(verdicts).length
        }
      }
      expect(tried).toBeGreaterThan(200)
      for (const verdict of ['unknown', 'invalid', 'denied'])
        expect(
          told.get(verdict) ?? 0,
          `${verdict} of ${JSON.stringify([...told])}`,
        ).toBeGreaterThan(role === 'owner' && verdict === 'denied' ? -1 : 0)
    },
    120_000,
  )

  interface Attempt {
    readonly verb: 'create' | 'update' | 'remove'
    readonly command: string
    readonly input: Readonly<Record<string, unknown>>
  }

  /** Attempts that change nothing even where they are allowed: each ends in a refusal or says what stands already. */
  async function attempts(kind: RecordKind): Promise<readonly Attempt[]> {
    const absent = '01999999-0000-7000-8000-000000000001'
    const own = must(rows.get(kind.name)?.[0])
    const hidden = (await idsOfAll(kind))
      .filter((id) => !(rows.get(kind.name) ?? []).some((row) => row.id === id))
      .slice(0, isLong ? 4 : 1)
    const title = String(own[kind.title] ?? 'x')
    const name = kind.fields[kind.title]?.kind === 'text' ? kind.title : 'text'
    const update = (id: string, more: Readonly<Record<string, unknown>>): Attempt => ({
      verb: 'update',
      command: `update-${kind.name}`,
      input: { id, ...more },
    })
    const remove = (id: string, more: Readonly<Record<string, unknown>>): Attempt => ({
      verb: 'remove',
      command: `remove-${kind.name}`,
      input: { id, ...more },
    })
    return [
      { verb: 'create', command: `create-${kind.name}`, input: { [name]: '' } },
      update(absent, { [name]: 'other' }),
      update(own.id, { [name]: 'y'.repeat(200_000) }),
      update(own.id, { [name]: 'other', version: 99 }),
      update(own.id, { [name]: title, version: own.version + 50 }),
      remove(absent, {}),
      remove(own.id, { version: 99 }),
      ...hidden.flatMap((id) => [
        update(id, { [name]: 'other', version: 99 }),
        remove(id, { version: 99 }),
      ]),
    ]
  }

  async function byStore(role: Role, { command, input }: Attempt): Promise<Verdict> {
    try {
      await house.instance.store.apply(actors[role], command, input)
      return 'done'
    } catch (error) {
      if (error instanceof Problem) return error.code as Verdict
      throw error
    }
  }

  const codeOf = ({
    status,
    body,
  }: {
    readonly status: number
    readonly body: Readonly<Record<string, unknown>>
  }): Verdict => (status < 300 ? 'done' : (String(body['code']) as Verdict))

  const byCommand = async (role: Role, { command, input }: Attempt): Promise<Verdict> =>
    codeOf(
      await house.ask('POST', api(`/commands/${command}`), { as: house.keys[role], json: input }),
    )

  async function byTool(role: Role, { command, input }: Attempt): Promise<Verdict> {
    const { isError, body } = await speakers[role].call(command, input)
    return isError ? (String(body['code']) as Verdict) : 'done'
  }

  async function byRoute(role: Role, kind: RecordKind, { verb, input }: Attempt): Promise<Verdict> {
    const { id, ...json } = input
    const method = { create: 'POST', update: 'PATCH', remove: 'DELETE' }[verb]
    return codeOf(
      await house.ask(
        method,
        api(verb === 'create' ? `/${kind.plural}` : `/${kind.plural}/${String(id)}`),
        { as: house.keys[role], json },
      ),
    )
  }

  async function byCli(role: Role, kind: RecordKind, { verb, input }: Attempt): Promise<Verdict> {
    const { id, version, ...json } = input
    const line = [
      kind.name,
      verb,
      ...(id === undefined ? [] : [String(id)]),
      ...(version === undefined ? [] : ['--version', String(version)]),
      ...(verb === 'remove' ? ['--json'] : ['--json', '-']),
    ]
    const { code } = await runIn(house.dataDir, line, {
      env: { THROUGHLINE_URL: house.instance.url, THROUGHLINE_KEY: house.keys[role] },
      stdin: JSON.stringify(json),
    })
    return codeOfExit[code] ?? (`exit ${code}` as Verdict)
  }
})
