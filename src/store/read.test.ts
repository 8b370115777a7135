import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf, writePlenty } from '../../test/random-rows.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { serverCatalogue as catalogue } from '../areas/server.ts'
import { allows, type Actor, type Behind } from '../engine/access.ts'
import type { Edge, Reader } from '../engine/ports.ts'
import { must } from '../engine/problem.ts'
import { everyField, type RecordKind, type Row } from '../engine/record.ts'
import { openDatabase, type Database, type Session } from './database.ts'
import { readerOf } from './read.ts'
import { insertRows } from './rows.ts'
import { ident, tableOf } from './table.ts'

const workspaceId = '01890000-0000-7000-8000-000000000001'
const other = '01890000-0000-7000-8000-000000000002'
let own: TestDatabase
let database: Database
let rows: ReadonlyMap<string, readonly Row[]>
let viewer: Actor
const system: Actor = {
  kind: 'system',
  id: 'system',
  name: 'system',
  workspaceId,
  role: 'viewer',
  teamIds: [],
}

beforeAll(async () => {
  own = await testDatabase()
  database = openDatabase(own.config, () => undefined)
  const { people, teams } = await database.transaction(workspaceId, (session) =>
    writePlenty(session, catalogue, workspaceId, 120, chanceOf(3)),
  )
  await database.transaction(other, (session) =>
    writePlenty(session, catalogue, other, 10, chanceOf(4)),
  )
  rows = await everyRow(workspaceId)
  viewer = {
    kind: 'member',
    id: must(people[1]),
    name: 'b',
    workspaceId,
    role: 'viewer',
    teamIds: teams.slice(0, 1),
  }
})
afterAll(async () => {
  await database.close()
  await own.close()
})

describe('one row', () => {
  it('is found by id or ref, in any case, as far as its reader may see', async () => {
    let seen = 0
    for (const kind of catalogue.records)
      for (const row of must(rows.get(kind.name)).slice(0, 6)) {
        const may = row.removedAt === null && allows(kind.read, viewer, row, behindOf(kind))
        const into =
          kind.foldedBy === undefined
            ? undefined
            : rows.get(kind.name)?.find((one) => one.id === row[must(kind.foldedBy)])
        const survivor =
          into !== undefined &&
          into.removedAt === null &&
          allows(kind.read, viewer, into, behindOf(kind))
            ? into
            : row
        for (const name of [row.id, row.id.toUpperCase(), row.ref, row.ref.toLowerCase()])
          expect(await reader(viewer).get(kind.name, name), `${kind.name} ${name}`).toEqual(
            may ? survivor : undefined,
          )
        expect(await reader(viewer).find(row.ref)).toEqual(
          may ? { record: kind.name, row: survivor } : undefined,
        )
        expect(await reader(viewer).find(row.id)).toEqual(
          may ? { record: kind.name, row: survivor } : undefined,
        )
        seen += may ? 1 : 0
      }
    expect(seen).toBeGreaterThan(35)
  })

  it('is not found by a ref of another record, by nonsense, or in another workspace', async () => {
    const all = reader(system)
    for (const name of [
      '',
      'x',
      'NEED',
      'NEED-',
      'NEED-x',
      'NEED-1 ',
      "NEED-1' or true",
      'IDEA-1',
      'NEED-99999999999999999999',
      '\u0000',
      'NEED-0',
      '..',
      '01890000-0000-7000-8000-000000000099',
    ])
      expect(await all.get('need', name), name).toBeUndefined()
    for (const name of ['', 'x', '\u0000', 'NOPE-1', '01890000-0000-7000-8000-000000000099'])
      expect(await all.find(name), name).toBeUndefined()
    for (const kind of catalogue.records)
      for (const row of must((await everyRow(other)).get(kind.name))) {
        expect(await all.get(kind.name, row.id)).toBeUndefined()
        expect(await all.find(row.id)).toBeUndefined()
        expect(await all.many(kind.name, [row.id])).toEqual([])
      }
  })
})

describe('rows by id', () => {
  it('come in the order asked for, each once, the folded ones as themselves', async () => {
    const feedback = must(rows.get('feedback'))
    const ids = feedback.map((row) => row.id).toReversed()
    const found = await reader(system).many('feedback', [
      ...ids,
      ...ids,
      'x',
      ids[0]?.toUpperCase() ?? '',
    ])
    expect(found).toEqual(feedback.filter((row) => row.removedAt === null).toReversed())
    expect(found.some((row) => row['mergedIntoId'] !== null)).toBe(true)
    expect(await reader(system).many('feedback', [])).toEqual([])
  })
})

describe('rows by a field', () => {
  it('are the living ones that have one of the values', async () => {
    const living = (kind: string, by: string, values: readonly string[]): readonly string[] =>
      must(rows.get(kind))
        .filter(
          (row) =>
            row.removedAt === null &&
            (row['mergedIntoId'] ?? null) === null &&
            values.includes(String(row[by])),
        )
        .map((row) => row.id)
        .toSorted()
    const ids = async (
      kind: string,
      by: string,
      values: readonly string[],
    ): Promise<readonly string[]> =>
      (await reader(system).by(kind, by, values)).map((row) => row.id).toSorted()
    for (const [kind, by] of [
      ['quote', 'feedbackId'],
      ['member', 'role'],
      ['member', 'name'],
      ['tag', 'name'],
      ['feedback', 'source'],
      ['company', 'domain'],
      ['objective', 'title'],
      ['link', 'toId'],
    ] as const) {
      const values = [
        ...new Set(
          must(rows.get(kind)).flatMap((row) => (row[by] === null ? [] : [String(row[by])])),
        ),
      ].slice(0, 30)
      expect(await ids(kind, by, values), `${kind}.${by}`).toEqual(living(kind, by, values))
      expect(await ids(kind, by, [])).toEqual([])
    }
    expect(await ids('quote', 'feedbackId', ['x', '\u0000'])).toEqual([])
    expect(await ids('tag', 'name', ['\u0000'])).toEqual([])
  })

  it('cannot be asked for by a field that has no index', async () => {
    await expect(reader(system).by('feedback', 'text', ['x'])).rejects.toThrow('no index')
  })
})

describe('links', () => {
  it('are those that touch any of the rows, both of whose ends may be seen', async () => {
    const link = catalogue.record('link')
    const touched = must(rows.get('link'))
      .slice(0, 160)
      .map((row) => String(row['fromId']))
    for (const actor of [system, viewer]) {
      const wanted = must(rows.get('link')).filter(
        (row) =>
          row.removedAt === null &&
          (touched.includes(String(row['fromId'])) || touched.includes(String(row['toId']))) &&
          allows(link.read, actor, row, behindOf(link)),
      )
      const found = await reader(actor).links(touched)
      expect(found.map((row) => row.id).toSorted()).toEqual(wanted.map((row) => row.id).toSorted())
      expect(found.length).toBeGreaterThan(actor === system ? 20 : 3)
    }
  })
})

describe('a walk', () => {
  it('goes everywhere the line leads, past nothing that is hidden', async () => {
    let walked = 0
    let hidden = 0
    for (const kind of catalogue.records)
      for (const row of must(rows.get(kind.name)).slice(0, 16))
        for (const way of ['up', 'down'] as const)
          for (const actor of [system, viewer]) {
            const walk = await reader(actor).walk(kind.name, row.id, way)
            const wanted = walkInMemory(kind, row, way, actor)
            const says = `${way} from ${row.ref} as ${actor.name}`
            expect(new Map(walk.rows.map((one) => [one.row.ref, one.depth])), says).toEqual(
              wanted.depths,
            )
            expect(
              walk.rows.map((one) => one.depth),
              says,
            ).toEqual(walk.rows.map((one) => one.depth).toSorted((a, b) => a - b))
            expect(new Set(walk.edges.map(edgeName)), says).toEqual(wanted.edges)
            expect(walk.edges.length, says).toBe(wanted.edges.size)
            expect(walk.hidden, says).toBe(wanted.hidden)
            expect(walk.cut, says).toBe(wanted.cut)
            walked += walk.rows.length
            hidden += walk.hidden
          }
    expect(walked).toBeGreaterThan(300)
    expect(hidden).toBeGreaterThan(15)
  })

  it('goes the same way from many rows at once, and reads of them what is asked for', async () => {
    let traced = 0
    for (const kind of catalogue.records)
      for (const way of ['up', 'down'] as const)
        for (const actor of [system, viewer]) {
          const from = must(rows.get(kind.name)).slice(0, 6)
          const walks = await Promise.all(
            from.map((row) => reader(actor).walk(kind.name, row.id, way)),
          )
          const trace = await reader(actor).trace(
            kind.name,
            from.map((row) => row.id),
            { way, fields: (record) => (record === 'feedback' ? ['source'] : undefined) },
          )
          const starts = new Set(from.map((row) => row.id))
          const whole = new Map(
            walks
              .flatMap((walk) => walk.rows)
              .flatMap(({ row }) => (starts.has(row.id) ? [] : [[row.id, row] as const])),
          )
          expect(trace.rows.map(({ row }) => row.id).toSorted()).toEqual(
            [...whole.keys()].toSorted(),
          )
          expect(new Set(trace.edges.map(edgeName))).toEqual(
            new Set(walks.flatMap(({ edges }) => edges.map(edgeName))),
          )
          for (const { record, row } of trace.rows) {
            const { [row.id]: all } = Object.fromEntries(whole)
            if (record !== 'feedback') expect(row).toEqual(all)
            else
              expect(row).toEqual({
                id: row.id,
                createdAt: all?.createdAt,
                updatedAt: all?.updatedAt,
                source: all?.['source'],
                ...(way === 'down' ? { mergedIntoId: all?.['mergedIntoId'] } : {}),
              })
          }
          traced += trace.rows.length
        }
    expect(traced).toBeGreaterThan(100)
  })

  it('takes no more steps than it is told to', async () => {
    const from = must(rows.get('quote')).map((row) => row.id)
    const trace = await reader(system).trace('quote', from, {
      way: 'down',
      fields: () => [],
      steps: 1,
    })
    expect(new Set(trace.rows.map(({ depth }) => depth))).toEqual(new Set([1]))
    expect(trace.cut).toBe(false)
  })

  it('ends where a cycle closes', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map(
      (letter) => `01890000-0000-7000-8000-00000000000${letter}`,
    ) as [string, string, string]
    await write(other, 'need', [
      need(a, 'NEED-901', b),
      need(b, 'NEED-902', c),
      need(c, 'NEED-903', a),
    ])
    const walk = await reader({ ...system, workspaceId: other }).walk('need', a, 'down')
    expect(walk.rows.map((one) => one.row.ref)).toEqual(['NEED-902', 'NEED-903'])
    expect(walk.edges.map((edge) => [edge.above, edge.below])).toEqual([
      [a, b],
      [b, c],
      [c, a],
    ])
  })

  it('stops twelve edges away and says that it was cut', async () => {
    const id = (at: number): string => `01890000-0000-7000-9000-${String(at).padStart(12, '0')}`
    await write(
      other,
      'need',
      Array.from({ length: 20 }, (_, at) =>
        need(id(at), `NEED-${1000 + at}`, at === 19 ? null : id(at + 1)),
      ),
    )
    const walk = await reader({ ...system, workspaceId: other }).walk('need', id(0), 'down')
    expect(walk.rows.map((one) => one.depth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(walk.cut).toBe(true)
    expect((await reader({ ...system, workspaceId: other }).walk('need', id(7), 'down')).cut).toBe(
      false,
    )
  })

  it('stops at five thousand rows and says that it was cut', async () => {
    const id = (at: number): string => `01890000-0000-7000-a000-${String(at).padStart(12, '0')}`
    await write(other, 'need', [
      need(id(0), 'NEED-2000', null),
      ...Array.from({ length: 5_200 }, (_, at) => need(id(at + 1), `NEED-${2001 + at}`, id(0))),
    ])
    const walk = await reader({ ...system, workspaceId: other }).walk('need', id(0), 'up')
    expect([walk.rows.length, walk.cut]).toEqual([5_000, true])
  })

  it('takes few queries for five hundred pieces of evidence', async () => {
    const count = 500
    const id = (kind: string, at: number): string =>
      `01890000-0000-7000-${kind}-${String(at).padStart(12, '0')}`
    const feedback = Array.from({ length: count }, (_, at) => ({
      ...base(id('b000', at), `FB-${3000 + at}`),
      title: 't',
      text: 'text',
      visibility: 'workspace',
      draft: false,
    }))
    const quotes = feedback.map((row, at) => ({
      ...base(id('b001', at), `QT-${3000 + at}`),
      feedbackId: row.id,
      start: 0,
      end: 4,
      text: 'text',
    }))
    const idea = {
      ...base(id('b002', 1), 'IDEA-3000'),
      title: 'i',
      visibility: 'workspace',
      draft: false,
    }
    const framed = need(id('b003', 1), 'NEED-9000', null)
    const links = quotes.map((row, at) => ({
      ...base(id('b004', at), `LINK-${3000 + at}`),
      fromKind: 'quote',
      fromId: row.id,
      relation: 'supports',
      toKind: 'need',
      toId: framed.id,
      polarity: 'for',
      strength: 0.5,
      note: 'n',
    }))
    const addresses = {
      ...base(id('b005', 1), 'LINK-9000'),
      fromKind: 'idea',
      fromId: idea.id,
      relation: 'addresses',
      toKind: 'need',
      toId: framed.id,
      polarity: 'neither',
    }
    for (const [record, made] of [
      ['feedback', feedback],
      ['quote', quotes],
      ['idea', [idea]],
      ['need', [framed]],
      ['link', [...links, addresses]],
    ] as const)
      await write(other, record, made)

    let queries = 0
    const walk = await database.as(other, (session) => {
      const counting: Session = {
        ...session,
        cells: (text, values) => {
          queries++
          return session.cells(text, values)
        },
        query: (text, values) => {
          queries++
          return session.query(text, values)
        },
      }
      const member: Actor = { ...viewer, workspaceId: other }
      return readerOf({ database, catalogue, actor: member, session: counting, past }).walk(
        'need',
        framed.id,
        'up',
      )
    })
    expect(walk.rows).toHaveLength(2 * count)
    expect(walk.edges).toHaveLength(2 * count)
    expect(
      walk.edges.filter(
        (edge) =>
          edge.polarity === 'for' &&
          edge.strength === 0.5 &&
          edge.note === 'n' &&
          edge.linkId !== null,
      ),
    ).toHaveLength(count)
    expect(queries).toBeLessThanOrEqual(6)
    expect(
      (await reader({ ...viewer, workspaceId: other }).walk('idea', idea.id, 'up')).rows,
    ).toHaveLength(2 * count + 1)
  })

  it('gives nothing from a row that may not be seen or is not there', async () => {
    const hidden = must(
      must(rows.get('feedback')).find(
        (row) =>
          row.removedAt === null &&
          !allows(
            catalogue.record('feedback').read,
            viewer,
            row,
            behindOf(catalogue.record('feedback')),
          ),
      ),
    )
    const nothing = { rows: [], edges: [], hidden: 0, cut: false }
    for (const id of [hidden.id, 'x', '01890000-0000-7000-8000-000000000099'])
      expect(await reader(viewer).walk('feedback', id, 'down')).toEqual(nothing)
  })
})

it('reads through the transaction it is given', async () => {
  const named = (from: Reader): Promise<readonly unknown[]> =>
    from.by('tag', 'name', ['in here']).then((found) => found.map((row) => row['name']))
  const living = must(must(rows.get('tag')).find((row) => row.removedAt === null))
  const inside = await database.transaction(workspaceId, async (session) => {
    await session.query('update tag set name = $3 where workspace_id = $1 and id = $2', [
      workspaceId,
      living.id,
      'in here',
    ])
    return [
      await named(readerOf({ database, catalogue, actor: system, session, past })),
      await named(reader(system)),
    ]
  })
  expect(inside).toEqual([['in here'], []])
})

const past = {
  commit: () => Promise.resolve(undefined),
  history: () => Promise.resolve([]),
  audit: () => Promise.resolve({ entries: [], before: null }),
}
const reader = (actor: Actor): Reader => readerOf({ database, catalogue, actor, past })

const moment = '2026-01-01T00:00:00.000Z'
const base = (id: string, ref: string) => ({
  id,
  ref,
  version: 1,
  createdAt: moment,
  updatedAt: moment,
  createdById: null,
  removedAt: null,
  stations: 0,
  custom: {},
})
const need = (id: string, ref: string, parentId: string | null) => ({
  ...base(id, ref),
  title: ref,
  kind: 'need',
  parentId,
  visibility: 'workspace',
  draft: false,
})

const write = (
  workspace: string,
  record: string,
  made: readonly Readonly<Record<string, unknown>>[],
): Promise<void> =>
  database.transaction(workspace, async (session) =>
    insertRows(session, tableOf(catalogue.record(record)), workspace, made),
  )

const edgeName = (edge: Edge): string =>
  edge.linkId ?? `${edge.above} ${edge.relation} ${edge.below}`

/** The oracle: the same walk, row by row, over all rows in memory. */
function walkInMemory(
  kind: RecordKind,
  start: Row,
  way: 'up' | 'down',
  actor: Actor,
): { depths: Map<string, number>; edges: Set<string>; hidden: number; cut: boolean } {
  const byId = new Map(
    catalogue.records.flatMap((one) =>
      must(rows.get(one.name)).map((row) => [row.id, { kind: one, row }] as const),
    ),
  )
  const there = (id: string): boolean => byId.get(id)?.row.removedAt === null
  const sees = (id: string): boolean => {
    const one = must(byId.get(id))
    return allows(one.kind.read, actor, one.row, behindOf(one.kind))
  }
  const depths = new Map<string, number>()
  const edges = new Set<string>()
  const hidden = new Set<string>()
  if (!there(start.id) || !sees(start.id)) return { depths, edges, hidden: 0, cut: false }
  const depth = new Map([[start.id, 0]])
  let frontier = [start.id]
  let cut = false
  for (let at = 1; frontier.length > 0; at++) {
    if (at === 13) {
      cut = frontier.some((id) =>
        [...stepsFrom(must(byId.get(id)), way, false)].some(
          ({ next }) => there(next) && !depth.has(next) && !hidden.has(next),
        ),
      )
      break
    }
    const met = new Map<string, boolean>()
    for (const id of frontier)
      for (const { next, name, aside } of stepsFrom(must(byId.get(id)), way, id === start.id)) {
        if (!there(next)) continue
        if (!sees(next)) {
          hidden.add(next)
          continue
        }
        edges.add(name)
        if (!depth.has(next)) met.set(next, (met.get(next) ?? true) && aside)
      }
    for (const next of met.keys()) depth.set(next, at)
    frontier = [...met].filter(([, aside]) => !aside).map(([next]) => next)
  }
  depth.delete(start.id)
  for (const [id, at] of depth) depths.set(must(byId.get(id)).row.ref, at)
  return { depths, edges, hidden: hidden.size, cut }
}

function* stepsFrom(
  { kind, row }: { readonly kind: RecordKind; readonly row: Row },
  way: 'up' | 'down',
  isStart: boolean,
): Generator<{ readonly next: string; readonly name: string; readonly aside: boolean }> {
  for (const [name, field] of Object.entries(kind.fields))
    if (
      field.kind === 'ref' &&
      field.line !== undefined &&
      typeof row[name] === 'string' &&
      (field.line === 'below') === (way === 'up')
    )
      yield {
        next: row[name],
        name: way === 'up' ? `${row[name]} ${name} ${row.id}` : `${row.id} ${name} ${row[name]}`,
        aside: false,
      }
  for (const pointing of catalogue.records)
    for (const [name, field] of Object.entries(pointing.fields))
      if (
        field.kind === 'ref' &&
        field.line !== undefined &&
        field.to === kind.name &&
        (field.line === 'above') === (way === 'up')
      )
        for (const one of must(rows.get(pointing.name)))
          if (one[name] === row.id)
            yield {
              next: one.id,
              name: way === 'up' ? `${one.id} ${name} ${row.id}` : `${row.id} ${name} ${one.id}`,
              aside: false,
            }
  for (const link of must(rows.get('link'))) {
    if (link.removedAt !== null) continue
    const relation = catalogue.relation(
      String(link['fromKind']),
      String(link['relation']),
      String(link['toKind']),
    )
    if (relation === undefined) continue
    const [from, to] = [String(link['fromId']), String(link['toId'])]
    if (relation.line === 'beside') {
      if (to === row.id) yield { next: from, name: link.id, aside: true }
      if (from === row.id && isStart) yield { next: to, name: link.id, aside: false }
      continue
    }
    const [above, below] = relation.line === 'from-above' ? [from, to] : [to, from]
    if (way === 'up' && below === row.id) yield { next: above, name: link.id, aside: false }
    if (way === 'down' && above === row.id) yield { next: below, name: link.id, aside: false }
  }
}

function behindOf(kind: RecordKind): Behind {
  return (name, row) => {
    const field = everyField(kind)[name]
    if (field?.kind !== 'ref') return undefined
    const to = field.to === 'any' ? String(row[must(field.kindIn)]) : field.to
    const next = rows.get(to)?.find((one) => one.id === row[name])
    return next === undefined
      ? undefined
      : { row: next, read: catalogue.record(to).read, behind: behindOf(catalogue.record(to)) }
  }
}

async function everyRow(workspace: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = new Map<string, readonly Row[]>()
  for (const kind of catalogue.records) {
    const cells = await database.as(workspace, (session) =>
      session.cells(
        `select ${tableOf(kind).selected} from ${ident(kind.name)} t where t.workspace_id = $1 order by t.id`,
        [workspace],
      ),
    )
    found.set(kind.name, cells.map(tableOf(kind).fromDb))
  }
  return found
}
