import type { Edge, Reader, Tracing, Walk } from '../../../engine/ports.ts'
import type { Bare, RecordKind, Row } from '../../../engine/record.ts'
import type { ViewScene } from '../../../engine/view.ts'
import { namedRefs } from '../rules/facts.ts'
import type { Declared, Found, Material } from '../rules/line-stops.ts'
import { isHeard, weighing } from '../rules/weighed.ts'

/** The most rows from which a line is walked at once: a decision settles few, a feedback has few duplicates. */
const mostStarts = 50

type Start<R extends Bare = Row> = Omit<Found<R>, 'depth'>

/** Reads all that *what became of it* is told from, as this reader may see it. */
export async function gather(
  declared: Declared,
  subject: Start,
  { reader, now }: ViewScene,
): Promise<Material> {
  const joined = await foldedInto(declared, subject, reader)
  const walks = await Promise.all(
    [subject, ...joined.starts].map(({ record, row }) => reader.walk(record, row.id, 'down')),
  )
  const line = together<Row>(subject, joined, walks)
  return { ...line, measures: [], asides: await asidesOf(declared, line.rows, reader), now }
}

/** Reads all that *why* is weighed from: of what was heard, which may be thousands of rows, no more than weighs. */
export async function gatherBare(
  declared: Declared,
  subject: Start,
  { reader, now }: ViewScene,
): Promise<Material<Bare>> {
  const how: Tracing = {
    way: 'up',
    fields: (record) => (isHeard(declared, record) ? weighing(declared, record) : undefined),
  }
  const [joined, own] = await Promise.all([
    settledBy(declared, subject, reader),
    reader.trace(subject.record, [subject.row.id], how),
  ])
  const others = await Promise.all(
    joined.starts.map(({ record, row }) => reader.trace(record, [row.id], how)),
  )
  const line = together<Bare>(subject, joined, [own, ...others])
  const measures = await measuresOf(declared, line.rows, reader)
  const asides = await asidesOf(declared, [...line.rows, ...measures], reader)
  return { ...line, measures, asides, now }
}

/** The same with these of its rows, and those read whole. */
export async function wholeOf(
  material: Material<Bare>,
  ids: ReadonlySet<string>,
  declared: Declared,
  reader: Reader,
): Promise<Material> {
  const wanted = material.rows.filter(({ row }) => ids.has(row.id))
  const bare = wanted.filter(({ record }) => isHeard(declared, record))
  const read = await readByKind(
    reader,
    bare.map(({ record, row }) => ({ record, id: row.id })),
  )
  const whole = new Map(read.map(({ row }) => [row.id, row] as const))
  return {
    ...material,
    rows: wanted.flatMap((found): readonly Found[] => {
      if (!isHeard(declared, found.record)) return [{ ...found, row: found.row as Row }]
      const row = whole.get(found.row.id)
      return row === undefined ? [] : [{ ...found, row }]
    }),
  }
}

/** What counts as the subject's own beside it. */
interface Joined<R extends Bare = Row> {
  readonly starts: readonly Start<R>[]
  readonly edges: readonly Edge[]
}

/** The duplicates merged into the subject, whose quotes stay their own: what became of them became of it. */
async function foldedInto(
  declared: Declared,
  { record, row }: Start,
  reader: Reader,
): Promise<Joined> {
  const by = declared.record(record).foldedBy
  if (by === undefined) return { starts: [], edges: [] }
  const page = await reader.list(record, {
    state: 'folded',
    filter: { [by]: { in: [row.id] } },
    limit: mostStarts,
  })
  const edges = page.data.map((one) => tie(one.id, row.id, by, one.updatedAt))
  return { starts: page.data.map((one) => ({ record, row: one })), edges }
}

/** What a decision settles: whatever stands behind that stands behind it. */
async function settledBy(
  declared: Declared,
  { record, row }: Start,
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

/** The walk from the subject, and those from what counts as its own, as one. */
function together<R extends Bare>(
  subject: Start<R>,
  joined: Joined<R>,
  walks: readonly Walk<R>[],
): Pick<Material<R>, 'subject' | 'rows' | 'edges' | 'hidden' | 'cut'> {
  const [own, ...others] = walks
  const line = [{ ...subject, depth: 0 }, ...(own?.rows ?? [])]
  return {
    subject: subject.row.id,
    rows:
      joined.starts.length === 0
        ? line
        : unite([
            ...line,
            ...joined.starts.map((start) => ({ ...start, depth: 1 })),
            ...others.flatMap(({ rows }) => rows.map((one) => ({ ...one, depth: one.depth + 1 }))),
          ]),
    edges: uniteEdges([...joined.edges, ...walks.flatMap(({ edges }) => edges)]),
    hidden: walks.reduce((sum, { hidden }) => sum + hidden, 0),
    cut: walks.some(({ cut }) => cut),
  }
}

/** What measures the aims on the line: the rows that have an aim as their home. */
async function measuresOf(
  declared: Declared,
  rows: readonly Found<Bare>[],
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
  rows: readonly Found<Bare>[],
  reader: Reader,
): Promise<ReadonlyMap<string, Found>> {
  const first = await readByKind(reader, refsOf(declared, rows))
  const second = await readByKind(reader, refsOf(declared, first))
  return new Map([...second, ...first].map((one) => [one.row.id, { ...one, depth: 0 }] as const))
}

const refsOf = (declared: Declared, rows: readonly Start<Bare>[]) =>
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
function unite<R extends Bare>(rows: readonly Found<R>[]): readonly Found<R>[] {
  const found = new Map<string, Found<R>>()
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
