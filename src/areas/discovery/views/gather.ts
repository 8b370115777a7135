import type { Edge, Reader, Walk } from '../../../engine/ports.ts'
import type { RecordKind, Row } from '../../../engine/record.ts'
import type { ViewScene } from '../../../engine/view.ts'
import { namedRefs } from '../rules/facts.ts'
import type { Declared, Found, Material } from '../rules/line-stops.ts'

/** The most rows from which a line is walked at once: a decision settles few, a feedback has few duplicates. */
const mostStarts = 50

type Way = 'up' | 'down'
type Start = Omit<Found, 'depth'>

/** Reads all that *why* (up) or *what became of it* (down) is told from, as this reader may see it. */
export async function gather(
  declared: Declared,
  subject: Start,
  way: Way,
  scene: ViewScene,
): Promise<Material> {
  const { reader } = scene
  const [joined, own] = await Promise.all([
    startsOf(declared, subject, way, reader),
    reader.walk(subject.record, subject.row.id, way),
  ])
  const line = await walkAll(subject, own, joined, way, reader)
  const { rows } = line
  const measures = way === 'up' ? await measuresOf(declared, rows, reader) : []
  return {
    subject: subject.row.id,
    rows,
    edges: line.edges,
    measures,
    asides: await asidesOf(declared, [...rows, ...measures], reader),
    hidden: line.hidden,
    cut: line.cut,
    now: scene.now,
  }
}

interface Joined {
  readonly starts: readonly Start[]
  readonly edges: readonly Edge[]
}

/**
 * What counts as the subject's own beside it: upward, what a decision settles; downward, the duplicates
 * merged into it, whose quotes stay their own.
 */
async function startsOf(
  declared: Declared,
  { record, row }: Start,
  way: Way,
  reader: Reader,
): Promise<Joined> {
  const kind = declared.record(record)
  if (way === 'up') return settledBy(declared, record, row, reader)
  if (kind.foldedBy === undefined) return { starts: [], edges: [] }
  const by = kind.foldedBy
  const page = await reader.list(record, {
    state: 'folded',
    filter: { [by]: { in: [row.id] } },
    limit: mostStarts,
  })
  const edges = page.data.map((one) => tie(one.id, row.id, by, one.updatedAt))
  return { starts: page.data.map((one) => ({ record, row: one })), edges }
}

async function settledBy(
  declared: Declared,
  record: string,
  row: Row,
  reader: Reader,
): Promise<Joined> {
  const relations = declared.relations.filter(
    (one) => one.line === 'beside' && one.from.includes(record),
  )
  if (relations.length === 0) return { starts: [], edges: [] }
  const links = (await reader.links([row.id]))
    .filter(
      (one) =>
        one['fromId'] === row.id && relations.some(({ relation }) => relation === one['relation']),
    )
    .slice(0, mostStarts)
  const starts = await readByKind(
    reader,
    links.map((one) => ({ record: String(one['toKind']), id: String(one['toId']) })),
  )
  const edges = links.map((one) =>
    tie(String(one['toId']), row.id, String(one['relation']), one.createdAt),
  )
  return { starts, edges }
}

async function walkAll(subject: Start, own: Walk, joined: Joined, way: Way, reader: Reader) {
  const others = await Promise.all(
    joined.starts.map(({ record, row }) => reader.walk(record, row.id, way)),
  )
  const away = (rows: Walk['rows']): readonly Found[] =>
    rows.map((found) => ({ ...found, depth: found.depth + 1 }))
  const walks = [own, ...others]
  return {
    rows: unite([
      { ...subject, depth: 0 },
      ...own.rows,
      ...joined.starts.map((start) => ({ ...start, depth: 1 })),
      ...others.flatMap(({ rows }) => away(rows)),
    ]),
    edges: uniteEdges([...joined.edges, ...walks.flatMap(({ edges }) => edges)]),
    hidden: walks.reduce((sum, { hidden }) => sum + hidden, 0),
    cut: walks.some(({ cut }) => cut),
  }
}

/** What measures the aims on the line: the rows that have an aim as their home. */
async function measuresOf(
  declared: Declared,
  rows: readonly Found[],
  reader: Reader,
): Promise<readonly Found[]> {
  const there = new Set(rows.map(({ row }) => row.id))
  const measures: Found[] = []
  for (const { kind, field, to } of homes(declared)) {
    const aims = rows.filter(({ record }) => record === to)
    if (aims.length === 0) continue
    const depth = new Map(aims.map((found) => [found.row.id, found.depth + 1] as const))
    for (const row of await reader.by(kind.name, field, [...depth.keys()]))
      if (!there.has(row.id))
        measures.push({ record: kind.name, row, depth: depth.get(String(row[field])) ?? 0 })
  }
  return measures
}

/** The records without a station whose home is another record without one. */
const homes = (declared: Declared): readonly { kind: RecordKind; field: string; to: string }[] =>
  declared.records.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([field, one]) =>
      kind.station === undefined &&
      one.kind === 'ref' &&
      one.home === true &&
      one.to !== 'any' &&
      one.to !== 'actor' &&
      declared.record(one.to).station === undefined
        ? [{ kind, field, to: one.to }]
        : [],
    ),
  )

/** Whom and what the rows name off the line, two steps far: a feedback names a contact, the contact a company. */
async function asidesOf(
  declared: Declared,
  rows: readonly Found[],
  reader: Reader,
): Promise<ReadonlyMap<string, Found>> {
  const first = await readByKind(reader, refsOf(declared, rows))
  const second = await readByKind(reader, refsOf(declared, first))
  return new Map([...second, ...first].map((one) => [one.row.id, { ...one, depth: 0 }] as const))
}

const refsOf = (declared: Declared, rows: readonly Start[]) =>
  rows.flatMap(({ record, row }) =>
    namedRefs(declared.record(record)).flatMap(({ field, to }) => {
      const id = row[field]
      return typeof id === 'string' ? [{ record: to, id }] : []
    }),
  )

/** Rows by record and id, one reading a record. */
async function readByKind(
  reader: Reader,
  wanted: readonly { readonly record: string; readonly id: string }[],
): Promise<readonly Start[]> {
  const byKind = new Map<string, Set<string>>()
  for (const { record, id } of wanted) byKind.set(record, (byKind.get(record) ?? new Set()).add(id))
  const read = await Promise.all(
    [...byKind].map(async ([record, ids]) =>
      (await reader.many(record, [...ids])).map((row) => ({ record, row })),
    ),
  )
  return read.flat()
}

const tie = (above: string, below: string, relation: string, at: string): Edge => ({
  above,
  below,
  relation,
  polarity: 'neither',
  strength: null,
  note: null,
  linkId: null,
  at,
})

/** Each row once, at its least depth. */
function unite(rows: readonly Found[]): readonly Found[] {
  const found = new Map<string, Found>()
  for (const one of rows) {
    const before = found.get(one.row.id)
    if (before === undefined || one.depth < before.depth) found.set(one.row.id, one)
  }
  return [...found.values()]
}

function uniteEdges(edges: readonly Edge[]): readonly Edge[] {
  const found = new Map(
    edges.map((one) => [`${one.above} ${one.below} ${one.relation}`, one] as const),
  )
  return [...found.values()]
}
