import { must } from '../../../engine/problem.ts'
import { series, type Words } from '../../../engine/words.ts'
import { inOrder, stopsOf, type Declared, type Material, type Stops } from './line-stops.ts'
import { hiddenSays } from './line-words.ts'
import type { Became, LineStop, Station } from './why.ts'

/** The answer to *what became of it?*, from all that was read. Pure. */
export function becameOf(declared: Declared, material: Material, words: Words): Became {
  const stops = stopsOf(declared, material, 'down', words)
  const subject = must(stops.get(material.subject), 'subject')
  const { id, record, ref, title } = subject
  const stations = stationsDown(declared, material, stops, subject)
  const reached = stations.findLast(({ rows }) => rows.length > 0)?.station ?? null
  return {
    of: { id, record, ref, title },
    asOf: material.now,
    subject,
    says: saysOf(declared, stations, subject, duplicatesOf(declared, material), words),
    stations,
    aims: material.rows
      .filter(
        (found) =>
          declared.record(found.record).station === undefined && found.row.id !== material.subject,
      )
      .toSorted(inOrder)
      .flatMap(({ row }) => stops.get(row.id) ?? []),
    stops:
      reached === declared.stations.at(-1)
        ? null
        : stopOf(reached, reached === 'built' && !isBuilt(declared, material), words),
    hidden: hiddenSays(material.hidden, words),
    cut: material.cut,
  }
}

function stationsDown(
  declared: Declared,
  material: Material,
  stops: Stops,
  subject: LineStop,
): readonly Station[] {
  const from = subject.station === null ? 0 : declared.stations.indexOf(subject.station)
  const all = declared.stations.slice(from).map((station) => {
    const rows = material.rows
      .filter(({ record }) => declared.record(record).station === station)
      .toSorted(inOrder)
      .flatMap(({ row }) => stops.get(row.id) ?? [])
    return { station, count: rows.length, rows }
  })
  if (subject.station !== null) return all
  const first = all.findIndex(({ rows }) => rows.length > 0)
  return first === -1 ? [] : all.slice(first)
}

/** What stands on the roadmap is built once one of its items is done. */
const isBuilt = (declared: Declared, { rows }: Material): boolean =>
  rows.some(
    ({ record, row }) => declared.record(record).station === 'built' && row['status'] === 'done',
  )

function stopOf(reached: string | null, isPlanned: boolean, words: Words): Became['stops'] {
  if (reached === null) return { after: '', says: words.say('Nothing yet.') }
  if (isPlanned) return { after: reached, says: words.say('On the roadmap; not built yet.') }
  const station = words.label(reached)
  return {
    after: reached,
    says: words.say('{station}; nothing yet after that.', {
      station: station.charAt(0).toUpperCase() + station.slice(1),
    }),
  }
}

/** The rows that were merged into the subject: they came before it and did not become of it. */
function duplicatesOf(declared: Declared, material: Material): ReadonlySet<string> {
  return new Set(
    material.rows.flatMap(({ record, row }) => {
      const { foldedBy } = declared.record(record)
      return foldedBy !== undefined && row[foldedBy] === material.subject ? [row.id] : []
    }),
  )
}

function saysOf(
  declared: Declared,
  stations: readonly Station[],
  subject: LineStop,
  duplicates: ReadonlySet<string>,
  words: Words,
): string {
  const counts = new Map<string, number>()
  for (const { rows } of stations)
    for (const row of rows)
      if (row.id !== subject.id && !duplicates.has(row.id))
        counts.set(row.record, (counts.get(row.record) ?? 0) + 1)
  const { ref } = subject
  const led =
    counts.size === 0
      ? words.say('Nothing has become of {ref} yet.', { ref })
      : words.say('{ref} led to {these}.', { ref, these: listOf(declared, counts, words) })
  if (duplicates.size === 0) return led
  const merged = words.counted(
    duplicates.size,
    '# duplicate was merged into it.',
    '# duplicates were merged into it.',
  )
  return `${led} ${merged}`
}

function listOf(declared: Declared, counts: ReadonlyMap<string, number>, words: Words): string {
  const parts = [...counts].map(([record, count]) => {
    const { one, many } = declared.record(record).says
    const records = words.label(count === 1 ? one : many, record)
    return words.say('{count} {records}', { count, records })
  })
  return series(parts, words)
}
