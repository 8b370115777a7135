import fc from 'fast-check'
import { gunzipSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../src/engine/access.ts'
import { givenFields } from '../src/engine/crud.ts'
import type { Fields, ProseNode } from '../src/engine/field.ts'
import { must, Problem } from '../src/engine/problem.ts'
import { plainOf, proseOf } from '../src/engine/prose.ts'
import type { RecordKind, Row } from '../src/engine/record.ts'
import type { Store } from '../src/store/store.ts'
import { readArchive, writeArchive } from '../src/surfaces/transfer/archive.ts'
import {
  everyRow,
  exportColumns,
  exportCsv,
  exportJsonLines,
} from '../src/surfaces/transfer/export.ts'
import { importable, inspect } from '../src/surfaces/transfer/inspect.ts'
import { runFile, type Report } from '../src/surfaces/transfer/intake.ts'
import { noBytes } from './no-bytes.ts'
import { serverCatalogue as catalogue } from '../src/areas/server.ts'
import { realPorts } from '../src/app/ports.ts'
import { draftOf as anyDraftOf, type Targets } from './arbitrary.ts'
import { fill } from './filled.ts'
import { openWorld, type World } from './world.ts'

/** What goes out comes in again as it was: by CSV, by JSON Lines, by an archive of everything. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})

type Draft = Readonly<Record<string, unknown>>
type Format = 'csv' | 'jsonl'

let spaces = 0
async function newWorkspace(
  store: Store = world.store,
  slug = `space-${spaces++}`,
): Promise<Actor> {
  const { id, ownerId } = await store.identity.createWorkspace(slug, 'A space', 'Ana Lindt')
  return must(await store.identity.byMember(id, ownerId))
}

const filledSpaces = new Map<Format, Promise<{ actor: Actor; there: Targets }>>()
/** A workspace with rows of every record to point at, one for all that goes through a format. */
async function filledSpace(format: Format): Promise<{ actor: Actor; there: Targets }> {
  const made =
    filledSpaces.get(format) ??
    newWorkspace().then(async (actor) => ({
      actor,
      there: ids(await fill(world.store, actor, 'something ordinary')),
    }))
  filledSpaces.set(format, made)
  return made
}

const kinds = importable(catalogue).filter((kind) => kind.name !== 'custom-field')

/** Those that need no other row to stand. */
const alone = kinds.filter(
  (kind) =>
    !Object.values(kind.fields).some((field) => field.kind === 'ref' && 'required' in field),
)

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const line of lines) text += line
  return text
}

const exported = (actor: Actor, kind: RecordKind, format: Format): Promise<string> => {
  const reader = world.store.reader(actor)
  return textOf(format === 'csv' ? exportCsv(reader, kind) : exportJsonLines(reader, kind))
}

async function imported(
  actor: Actor,
  kind: RecordKind,
  file: string,
  also: readonly string[],
): Promise<Report> {
  const open = async function* (): AsyncIterable<Uint8Array> {
    yield Buffer.from(file)
  }
  const shape = await inspect(open, catalogue)
  const fields = [...Object.keys(givenFields(kind)), ...also].filter((name) =>
    shape.columns.includes(name),
  )
  const { newId } = realPorts()
  return runFile(
    {
      store: world.store,
      actor,
      newId,
      cause: undefined,
      signal: undefined,
      onProgress: () => undefined,
    },
    shape,
    open,
    {
      record: kind.name,
      map: Object.fromEntries(fields.map((name) => [name, name])),
    },
  )
}

/** What of a row came from its draft; prose as its plain text where the way out was CSV, which has no marks. */
function given(kind: RecordKind, row: Readonly<Record<string, unknown>>, format: Format): Draft {
  return Object.fromEntries(
    Object.entries(givenFields(kind)).map(([name, field]) => {
      const value = row[name] ?? null
      return [
        name,
        field.kind === 'prose' && format === 'csv' && value !== null
          ? plainOf(proseOf(plainOf(value as ProseNode)))
          : value,
      ]
    }),
  )
}

async function rowsOf(actor: Actor, kind: RecordKind): Promise<readonly Row[]> {
  const rows: Row[] = []
  for await (const row of everyRow(world.store.reader(actor), kind)) rows.push(row)
  return rows
}

/** Any draft that the record's own laws allow: a row that is refused would be one less to try. */
const draftOf = (
  kind: RecordKind,
  targets: Targets,
  fields: Fields = givenFields(kind),
): fc.Arbitrary<Draft> =>
  anyDraftOf(fields, targets).filter((draft) => (kind.check?.(draft) ?? []).length === 0)

/** Makes a row for each draft that the other rows allow. */
async function make(
  actor: Actor,
  kind: RecordKind,
  drafts: readonly Draft[],
): Promise<readonly Row[]> {
  const made = await Promise.allSettled(
    drafts.map((draft) => world.store.apply(actor, `create-${kind.name}`, draft)),
  )
  for (const one of made) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Problem)
  return made.flatMap((one) =>
    one.status === 'fulfilled' ? [must(must(one.value.changed[0]).row)] : [],
  )
}

const byText = (left: Draft, right: Draft): number =>
  JSON.stringify(left) < JSON.stringify(right) ? -1 : 1
const ids =
  (rows: ReadonlyMap<string, readonly Row[]>) =>
  (record: string): readonly string[] =>
    (rows.get(record) ?? []).map((row) => row.id)
/** Everybody of this workspace sees it: otherwise whoever exports would see less than there is. */
const open = (draft: Draft): Draft => ({
  ...draft,
  ...('visibility' in draft ? { visibility: 'workspace' } : {}),
  ...('draft' in draft ? { draft: false } : {}),
})

describe.each(['csv', 'jsonl'] as const)('through %s', (format) => {
  test.each(alone.map((kind) => [kind.name, kind] as const))(
    'any %s comes into another workspace as it left this one',
    async (_, kind) => {
      let rows = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            draftOf(kind, () => []),
            { minLength: 1, maxLength: 6 },
          ),
          async (drafts) => {
            const [from, to] = [await newWorkspace(), await newWorkspace()]
            const made = await make(from, kind, distinct(kind, drafts.map(open)))
            if (made.length === 0) return
            const report = await imported(to, kind, await exported(from, kind, format), [])
            expect(report.created).toBe(made.length)
            const [left, right] = [made, await rowsOf(to, kind)].map((all) =>
              all.map((row) => withoutOrigin(kind, given(kind, row, format))).toSorted(byText),
            )
            expect(right).toEqual(left)
            rows += made.length
          },
        ),
        { numRuns: 4, endOnFailure: true },
      )
      expect(rows).toBeGreaterThan(3)
    },
    60_000,
  )

  test.each(kinds.map((kind) => [kind.name, kind] as const))(
    'any %s is set back by its ref, pointers and all, and once more changes nothing',
    async (_, kind) => {
      const { actor, there } = await filledSpace(format)
      const fields = givenFields(kind)
      const tree = Object.keys(fields).filter(
        (name) =>
          must(fields[name]).kind === 'ref' &&
          (fields[name] as { readonly to: string }).to === kind.name,
      )
      const plain = Object.fromEntries(
        Object.entries(fields).filter(([name]) => !tree.includes(name)),
      )
      let rows = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(draftOf(kind, there, plain), draftOf(kind, there, plain)), {
            minLength: 1,
            maxLength: 5,
          }),
          async (pairs) => {
            const made = await make(
              actor,
              kind,
              distinct(
                kind,
                pairs.map(([draft]) => open(draft)),
              ),
            )
            const file = await exported(actor, kind, format)
            const before = (await rowsOf(actor, kind)).map((row) => given(kind, row, format))
            for (const [at, row] of made.entries()) {
              const other = Object.entries(must(pairs[at])[1]).filter(
                ([name]) =>
                  row[name] !== null && row[name] !== undefined && !unchanging(kind).includes(name),
              )
              await world.store
                .apply(actor, `update-${kind.name}`, {
                  id: row.id,
                  ...open(Object.fromEntries(other)),
                })
                .catch(() => undefined)
            }
            const set = await imported(actor, kind, file, ['ref'])
            expect(set.created).toBe(0)
            expect((await rowsOf(actor, kind)).map((row) => given(kind, row, format))).toEqual(
              before,
            )
            expect(await imported(actor, kind, file, ['ref'])).toMatchObject({
              created: 0,
              updated: 0,
              seq: 0,
            })
            rows += made.length
          },
        ),
        { numRuns: 2, endOnFailure: true },
      )
      expect(rows).toBeGreaterThan(1)
    },
    60_000,
  )
})

/** Rows that a second row may not share a name with: a file that held both would rightly be refused. */
function distinct(kind: RecordKind, drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>()
  return drafts.filter((draft) => {
    const names = unchanging(kind).flatMap((name) =>
      typeof draft[name] === 'string' ? [`${name} ${draft[name].trim().toLowerCase()}`] : [],
    )
    const isNew = names.every((name) => !seen.has(name))
    for (const name of names) seen.add(name)
    return isNew
  })
}

const unchanging = (kind: RecordKind): readonly string[] => [
  ...(kind.natural ?? []),
  ...(kind.unique ?? []).flat(),
  ...(kind.origin === undefined ? [] : [kind.origin.id]),
]

/** A file always says where its rows come from: where the row did not, the import does. */
const withoutOrigin = (kind: RecordKind, row: Draft): Draft =>
  kind.origin === undefined
    ? row
    : Object.fromEntries(
        Object.entries(row).filter(
          ([name]) => name !== kind.origin?.id && name !== kind.origin?.source,
        ),
      )

test('words that come back as they were by CSV keep their marks', async () => {
  const actor = await newWorkspace()
  const kind = catalogue.record('insight')
  const detail = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'plain and ' },
          { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
        ],
      },
    ],
  }
  await world.store.apply(actor, 'create-insight', { title: 'rich', detail })
  const file = await exported(actor, kind, 'csv')
  expect(await imported(actor, kind, file.replace('rich', 'richer'), ['ref'])).toMatchObject({
    updated: 1,
  })
  expect(await rowsOf(actor, kind)).toMatchObject([{ title: 'richer', detail }])
  await imported(actor, kind, file.replace('bold', 'other'), ['ref'])
  expect(plainOf(must(await rowsOf(actor, kind))[0]?.['detail'] as ProseNode)).toBe(
    'plain and other',
  )
})

test('an export has a column for every field of every record, and a header where there are no rows', async () => {
  const actor = await newWorkspace()
  for (const kind of catalogue.records) {
    expect(exportColumns(kind)).toEqual(
      expect.arrayContaining(['ref', 'id', ...Object.keys(kind.fields)]),
    )
    expect((await exported(actor, kind, 'csv')).split('\r\n')[0]).toBe(
      exportColumns(kind).join(','),
    )
  }
})

describe('an archive', () => {
  const linesOf = async (store: Store, actor: Actor, at: string): Promise<readonly string[]> =>
    gunzipSync(await buffer(writeArchive(store, noBytes, actor, at)))
      .toString()
      .trimEnd()
      .split('\n')

  async function restored(lines: readonly string[], slug?: string): Promise<readonly string[]> {
    const fresh = await openFresh(slug)
    try {
      const { gzipSync } = await import('node:zlib')
      const bytes = gzipSync(`${lines.join('\n')}\n`)
      const report = await readArchive(
        fresh.store,
        noBytes,
        fresh.actor,
        async function* () {
          yield bytes
        },
        { onProgress: () => undefined, signal: new AbortController().signal },
      )
      expect(report.created).toBe(lines.length - 2)
      const owner = await fresh.store.identity.owner(fresh.actor.workspaceId)
      expect((await fresh.store.verify(owner.workspaceId)).broken).toBeUndefined()
      return await linesOf(fresh.store, owner, '2026-11-23T00:00:00.000Z')
    } finally {
      await fresh.close()
    }
  }

  async function openFresh(slug?: string) {
    const { openStore } = await import('../src/store/open.ts')
    const { peopleNames } = await import('../src/app/people-names.ts')
    const { testDatabase } = await import('./database.ts')
    const database = await testDatabase()
    const store = await openStore({
      catalogue,
      ports: realPorts(),
      database: { config: database.config },
      people: peopleNames,
    })
    const actor = await newWorkspace(store, slug)
    return {
      store,
      actor,
      close: async () => {
        await store.close()
        await database.close()
      },
    }
  }

  test('read into a fresh instance and written again has the same lines', async () => {
    const actor = await newWorkspace()
    const there = ids(await fill(world.store, actor, 'something ordinary'))
    for (const kind of kinds) {
      const drafts = fc.sample(draftOf(kind, there), 5)
      await make(
        actor,
        kind,
        distinct(
          kind,
          drafts
            .map((draft) => ({ ...draft, visibility: 'workspace' }))
            .map((draft) => ('visibility' in kind.fields ? draft : without(draft, 'visibility'))),
        ),
      )
    }
    const lines = await linesOf(world.store, actor, '2026-11-22T00:00:00.000Z')
    expect(lines.length).toBeGreaterThan(60)
    // The workspace that it is read into keeps its own address.
    const house = must((await world.store.reader(actor).list('workspace', {})).data[0])
    const again = await restored(lines, String(house['slug']))
    expect(again.slice(1)).toEqual(lines.slice(1))
    expect(JSON.parse(must(again[0]))).toEqual({
      ...(JSON.parse(must(lines[0])) as object),
      at: '2026-11-23T00:00:00.000Z',
    })
  }, 120_000)

  test.each([
    ['cut off at its end', (lines: readonly string[]) => lines.slice(0, -1)],
    ['without one of its rows', (lines: readonly string[]) => lines.toSpliced(3, 1)],
    [
      'of another version',
      (lines: readonly string[]) =>
        lines.with(0, must(lines[0]).replace('"version":2', '"version":9')),
    ],
    [
      'with a record that nobody knows',
      (lines: readonly string[]) => lines.with(2, '{"record":"nothing","row":{"id":"x"}}'),
    ],
    ['with a broken line', (lines: readonly string[]) => lines.with(2, '{"record":')],
  ])('%s is refused whole', async (_, spoil) => {
    const actor = await newWorkspace()
    await fill(world.store, actor, 'something ordinary')
    const lines = await linesOf(world.store, actor, '2026-11-22T00:00:00.000Z')
    await expect(restored(spoil(lines))).rejects.toThrow(/archive/i)
  })

  test('that was altered on its way comes back altered, and is seen to be', async () => {
    const actor = await newWorkspace()
    await fill(world.store, actor, 'something ordinary')
    const lines = await linesOf(world.store, actor, '2026-11-22T00:00:00.000Z')
    const at = lines.findIndex((line) => line.includes('"record":"insight"'))
    const again = await restored(
      lines.with(at, must(lines[at]).replace('ordinary in title', 'ordinary in titel')),
    )
    expect(again.slice(1)).not.toEqual(lines.slice(1))
  })
})

const without = ({ ...draft }: Readonly<Record<string, unknown>>, name: string): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([key]) => key !== name))

describe('a fault that was planted on the way is caught', () => {
  test.each([
    [
      'a cell that lost its quotes',
      (file: string) => file.replace('"two', 'two').replace('lines"', 'lines'),
    ],
    [
      'a word that was changed',
      (file: string) => file.replace('Keep recording', 'Keep on recording'),
    ],
    ['a row that is missing', (file: string) => file.split('\r\n').toSpliced(1, 1).join('\r\n')],
    ['an apostrophe that was taken for a guard', (file: string) => file.replace(`''=1`, `'=1`)],
  ])('%s', async (_, spoil) => {
    const [from, to] = [await newWorkspace(), await newWorkspace()]
    const kind = catalogue.record('need')
    for (const title of ['Keep recording', 'two\nlines', `'=1`])
      await world.store.apply(from, 'create-need', { title })
    const file = await exported(from, kind, 'csv')
    expect(spoil(file)).not.toBe(file)
    const [left, right] = await Promise.all([
      rowsOf(from, kind),
      imported(to, kind, spoil(file), []).then(
        () => rowsOf(to, kind),
        () => [],
      ),
    ])
    const told = (rows: readonly Row[]) =>
      rows.map((row) => given(kind, row, 'csv')).toSorted(byText)
    expect(told(right)).not.toEqual(told(left))
  })
})
