import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { read } from '../client/api.ts'
import { currentClient } from '../client/current.ts'
import type { Site } from '../derived/site.ts'
import type { Option } from '../kit/options.tsx'
import type { StationName } from '../kit/stations.ts'
import type { Here } from './page-verbs.ts'
import { recentIn } from './recent.ts'

/** The records whose pages were open last, by their names as they are now; what one may not see any more is left out. */
export async function recordsRecent(
  site: Site,
  here: Here | undefined,
  text: string,
  signal: AbortSignal,
): Promise<readonly Option[]> {
  const rows = await Promise.all(
    recentIn(site, here).map(async ({ plural, name }) => {
      const kind = site.catalogue.recordOfPlural(plural)
      const row = await rowAt(`/${plural}/${encodeURIComponent(name)}`, signal)
      return kind === undefined || row === undefined ? [] : [optionOf(site, kind, row)]
    }),
  )
  const distinct = new Map(rows.flat().map((option) => [option.id, option]))
  return [...distinct.values()]
    .filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 6)
}

/** The records that a ref names or that some words fit, a few of each kind. */
export async function recordsFound(
  site: Site,
  text: string,
  signal: AbortSignal,
): Promise<readonly Option[]> {
  const byRef = /^([a-z]+)-\d+$/i.exec(text)
  const named =
    byRef === null ? undefined : site.catalogue.recordOfPrefix((byRef[1] ?? '').toUpperCase())
  if (named !== undefined) {
    const row = await rowAt(`/${named.plural}/${text.toUpperCase()}`, signal)
    return row === undefined ? [] : [optionOf(site, named, row)]
  }
  const kinds = site.catalogue.records.filter(
    (kind) => kind.station !== undefined || kind.prefix === 'OBJ',
  )
  const pages = await Promise.all(
    kinds.map(async (kind) => {
      const path = `/${kind.plural}?limit=4&q=${encodeURIComponent(text)}`
      const rows = await read<{ readonly data: readonly Row[] }>(path, signal).then(
        ({ data }) => data,
        () => [],
      )
      return rows.map((row) => optionOf(site, kind, row))
    }),
  )
  return pages.flat()
}

/** A row as it is held here, else as the server has it; nothing where it cannot be read. */
async function rowAt(path: string, signal: AbortSignal): Promise<Row | undefined> {
  const held = currentClient()?.answer(path)?.data
  if (held !== undefined) return held as Row
  return read<Row>(path, signal).catch(() => undefined)
}

const optionOf = (site: Site, kind: RecordKind, row: Row): Option => ({
  id: site.to(kind.plural, row.ref),
  label: titleOf(kind, row).slice(0, 100),
  detail: row.ref,
  station: kind.station as StationName | undefined,
})
