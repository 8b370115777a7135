import type { Catalogue } from '../engine/catalogue.ts'
import { must } from '../engine/problem.ts'
import type { RecordKind } from '../engine/record.ts'
import type { Session } from './database.ts'
import { ownBit, type Effect } from '../engine/effects.ts'
import { addRipples, type Ripples } from './ripple.ts'
import { snake } from './table.ts'

/**
 * Every row carries which stations its line touches, so that a mini-line costs nothing. One number
 * holds three masks of eight bits: their union (what readers see), what stands above, what stands
 * below. A mask flows along edges until nothing changes; a row's own bits are its record's station
 * and the stations of what stands beside it. Adds the rows whose mask moved.
 */
export async function keepStations(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  effects: readonly Effect[],
  ripples: Ripples,
): Promise<void> {
  const seeds: Nodes = new Map()
  addSeeds(catalogue, effects, seeds)
  await settleSeeds(session, catalogue, workspaceId, seeds, ripples)
}

/** The work of `keepStations` over seeds that were gathered before. */
export async function settleSeeds(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  seeds: Nodes,
  ripples: Ripples,
): Promise<void> {
  if (seeds.size > 0) await settle(session, catalogue, workspaceId, seeds, ripples)
}

/** Every mask of a workspace from nothing: after a replay. */
export async function rebuildStations(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
): Promise<void> {
  const all: Nodes = new Map()
  for (const kind of catalogue.records) {
    await session.count(
      `update "${snake(kind.name)}" set stations = $2 where workspace_id = $1 and stations <> $2`,
      [workspaceId, ownBit(catalogue, kind)],
    )
    if (!standsOnLine(catalogue, kind)) continue
    const rows = await session.query<{ id: string }>(
      `select id from "${snake(kind.name)}" where workspace_id = $1 and removed_at is null`,
      [workspaceId],
    )
    for (const { id } of rows) all.set(id, kind.name)
  }
  await settle(session, catalogue, workspaceId, all, new Map())
}

/** Does any edge of the line start or end at this kind of record? */
export function standsOnLine(catalogue: Catalogue, kind: RecordKind): boolean {
  if (catalogue.relations.some((one) => one.from.includes(kind.name) || one.to.includes(kind.name)))
    return true
  return lineRefs(catalogue).some(({ of, to }) => of.name === kind.name || to === kind.name)
}

/** Row id to its record's name. */
export type Nodes = Map<string, string>

interface Edge {
  readonly above: string
  readonly below: string
}

interface Mask {
  readonly own: number
  readonly above: number
  readonly below: number
}

/** Adds the rows from which masks must flow anew after these effects. */
export function addSeeds(catalogue: Catalogue, effects: readonly Effect[], seeds: Nodes): void {
  const pointed = new Set(lineRefs(catalogue).map(({ to }) => to))
  for (const { op, kind, before, after } of effects) {
    if (kind.name === 'link') {
      for (const row of [before, after]) {
        if (row === undefined) continue
        seeds.set(String(row['fromId']), String(row['fromKind']))
        seeds.set(String(row['toId']), String(row['toKind']))
      }
      continue
    }
    const refs = lineRefs(catalogue).filter(({ of }) => of === kind)
    const moved = refs.filter(({ name }) => op !== 'update' || before?.[name] !== after?.[name])
    const hangs = moved.some(
      ({ name }) =>
        typeof (after ?? before)?.[name] === 'string' || typeof before?.[name] === 'string',
    )
    const leaves = op !== 'update' && op !== 'create' && pointed.has(kind.name)
    // What came back may have lost, in the trash, the links by which it had its line.
    const returns = (op === 'restore' || op === 'return') && standsOnLine(catalogue, kind)
    if (!hangs && !leaves && !returns) continue
    // A row that is no more has no line; what it pointed at has.
    if (after !== undefined) seeds.set(after.id, kind.name)
    for (const { name, to } of moved)
      for (const row of [before, after])
        if (typeof row?.[name] === 'string') seeds.set(row[name], to)
  }
}

/** Two bounds that only a ring of links would meet: rounds, and rows in all. */
const mostRounds = 40

async function settle(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  seeds: Nodes,
  ripples: Ripples,
): Promise<void> {
  const own = await ownMasks(session, catalogue, workspaceId, seeds)
  for (const way of ['above', 'below'] as const) {
    let front: Nodes = new Map(seeds)
    for (let round = 0; front.size > 0 && round < mostRounds; round++) {
      const { edges, nodes } = await edgesOf(session, catalogue, workspaceId, front)
      for (const [id, mask] of await ownMasks(
        session,
        catalogue,
        workspaceId,
        new Map([...nodes].filter(([other]) => !own.has(other))),
      ))
        own.set(id, mask)
      const masks = await readMasks(session, catalogue, workspaceId, nodes, own)
      const next: Nodes = new Map()
      const written = new Map<string, Mask>()
      const along = alongEdges(edges, way)
      for (const id of front.keys()) {
        const mask = masks.get(id)
        const flows = flowsInto(along.to.get(id) ?? [], way, masks)
        // A seed is passed on even when its own mask stands: what it adds beside it may have changed.
        if (round > 0 && (mask === undefined || flows === mask[way])) continue
        if (mask !== undefined) written.set(id, { ...mask, [way]: flows })
        for (const onward of along.from.get(id) ?? []) next.set(onward, must(nodes.get(onward)))
      }
      await writeMasks(session, workspaceId, written, front, ripples)
      front = next
    }
  }
}

type Ends = ReadonlyMap<string, readonly string[]>

/** Edges by the end that a mask flows to, and by the end that it flows from; each gives the other ends. */
function alongEdges(
  edges: readonly Edge[],
  way: 'above' | 'below',
): { readonly to: Ends; readonly from: Ends } {
  const to = new Map<string, string[]>()
  const from = new Map<string, string[]>()
  const put = (ends: Map<string, string[]>, at: string, other: string): void => {
    const known = ends.get(at)
    if (known === undefined) ends.set(at, [other])
    else known.push(other)
  }
  for (const { above, below } of edges) {
    const [source, target] = way === 'above' ? [above, below] : [below, above]
    put(to, target, source)
    put(from, source, target)
  }
  return { to, from }
}

function flowsInto(
  sources: readonly string[],
  way: 'above' | 'below',
  masks: ReadonlyMap<string, Mask>,
): number {
  let flows = 0
  for (const source of sources) {
    const mask = masks.get(source)
    if (mask !== undefined) flows |= mask.own | mask[way]
  }
  return flows
}

async function writeMasks(
  session: Session,
  workspaceId: string,
  masks: ReadonlyMap<string, Mask>,
  nodes: Nodes,
  ripples: Ripples,
): Promise<void> {
  for (const [record, ids] of byRecord(
    [...masks.keys()].map((id) => [id, must(nodes.get(id))] as const),
  )) {
    const packed = ids.map((id) => pack(must(masks.get(id))))
    addRipples(
      ripples,
      record,
      await session.query<{ id: string }>(
        `update "${snake(record)}" t set stations = v.s from unnest($2::uuid[], $3::bigint[]) as v(id, s) where t.workspace_id = $1 and t.id = v.id and t.stations <> v.s returning t.id`,
        [workspaceId, ids, packed],
      ),
    )
  }
}

const pack = ({ own, above, below }: Mask): number =>
  own | above | below | (above << 8) | (below << 16)

async function readMasks(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  nodes: Nodes,
  own: ReadonlyMap<string, number>,
): Promise<Map<string, Mask>> {
  const masks = new Map<string, Mask>()
  for (const [record, ids] of byRecord(nodes)) {
    const rows = await session.query<{ id: string; stations: number }>(
      `select id, stations from "${snake(record)}" where workspace_id = $1 and id = any($2::uuid[]) and removed_at is null`,
      [workspaceId, ids],
    )
    for (const { id, stations } of rows)
      masks.set(id, {
        own: own.get(id) ?? ownBit(catalogue, catalogue.record(record)),
        above: (stations >> 8) & 255,
        below: (stations >> 16) & 255,
      })
  }
  return masks
}

/** Own bits: the record's station, and those of living rows that stand beside. */
async function ownMasks(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  nodes: Nodes,
): Promise<Map<string, number>> {
  const own = new Map(
    [...nodes].map(([id, record]) => [id, ownBit(catalogue, catalogue.record(record))] as const),
  )
  const beside = catalogue.relations.filter((one) => one.line === 'beside')
  if (beside.length === 0 || nodes.size === 0) return own
  const rows = await session.query<{ to_id: string; from_kind: string }>(
    `select to_id, from_kind from link where workspace_id = $1 and to_id = any($2::uuid[]) and relation = any($3::text[]) and removed_at is null`,
    [workspaceId, [...nodes.keys()], beside.map((one) => one.relation)],
  )
  for (const { to_id, from_kind } of rows)
    own.set(to_id, (own.get(to_id) ?? 0) | ownBit(catalogue, catalogue.record(from_kind)))
  return own
}

/** The living edges of the line that touch any of these rows, and all the rows they touch. */
async function edgesOf(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  front: Nodes,
): Promise<{ readonly edges: readonly Edge[]; readonly nodes: Nodes }> {
  const ids = [...front.keys()]
  const nodes: Nodes = new Map(front)
  const edges: Edge[] = []
  const links = await session.query<{
    from_kind: string
    from_id: string
    relation: string
    to_kind: string
    to_id: string
  }>(
    `select from_kind, from_id, relation, to_kind, to_id from link where workspace_id = $1 and from_id = any($2::uuid[]) and removed_at is null
     union select from_kind, from_id, relation, to_kind, to_id from link where workspace_id = $1 and to_id = any($2::uuid[]) and removed_at is null`,
    [workspaceId, ids],
  )
  for (const link of links) {
    const line = catalogue.relation(link.from_kind, link.relation, link.to_kind)?.line
    if (line === undefined || line === 'beside') continue
    nodes.set(link.from_id, link.from_kind)
    nodes.set(link.to_id, link.to_kind)
    edges.push(
      line === 'from-above'
        ? { above: link.from_id, below: link.to_id }
        : { above: link.to_id, below: link.from_id },
    )
  }
  const kinds = new Set(front.values())
  for (const { of, name, to, stands } of lineRefs(catalogue)) {
    if (!kinds.has(of.name) && !kinds.has(to)) continue
    const column = snake(name)
    const rows = await session.query<{ id: string; target: string }>(
      `select id, ${column} as target from "${snake(of.name)}" where workspace_id = $1 and removed_at is null and ${column} is not null and (id = any($2::uuid[]) or ${column} = any($2::uuid[]))`,
      [workspaceId, ids],
    )
    for (const { id, target } of rows) {
      nodes.set(id, of.name)
      nodes.set(target, to)
      edges.push(stands === 'above' ? { above: id, below: target } : { above: target, below: id })
    }
  }
  return { edges, nodes }
}

const lineRefs = (catalogue: Catalogue): readonly LineRef[] => {
  const known = lines.get(catalogue) ?? findLineRefs(catalogue)
  lines.set(catalogue, known)
  return known
}

const lines = new WeakMap<Catalogue, readonly LineRef[]>()

interface LineRef {
  readonly of: RecordKind
  readonly name: string
  readonly to: string
  readonly stands: 'above' | 'below'
}

const findLineRefs = (catalogue: Catalogue): readonly LineRef[] =>
  catalogue.records.flatMap((of) =>
    Object.entries(of.fields).flatMap(([name, field]) =>
      field.kind === 'ref' && field.line !== undefined
        ? [{ of, name, to: field.to, stands: field.line }]
        : [],
    ),
  )

function byRecord(
  nodes: Iterable<readonly [string, string]>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [id, record] of nodes) {
    const ids = found.get(record)
    if (ids === undefined) found.set(record, [id])
    else ids.push(id)
  }
  return found
}
