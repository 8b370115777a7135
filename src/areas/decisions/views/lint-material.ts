import type { Past } from '../../../engine/change.ts'
import type { Reader } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import {
  grouped,
  heldIn,
  isHeard,
  isOpenIdea,
  type Behind,
  type Moved,
  type Rows,
  type Told,
} from '../rules/lint/material.ts'
import { isFresh, isHigh } from '../rules/lint/stale-confidence.ts'
import { tiesOf } from './ties.ts'

/** How the area of discovery tells what stands behind needs, in a handful of readings however many they are. */
export type EvidenceOf = (
  needs: readonly Row[],
  reader: Reader,
  now: string,
) => Promise<{
  readonly needs: readonly (Behind & { readonly id: string })[]
  readonly cut: boolean
}>

/** The records whose rows the rules go through; of each so many are read at most. */
export const lintRecords = [
  'objective',
  'key-result',
  'need',
  'idea',
  'roadmap-item',
  'decision',
  'option',
  'experiment',
  'prediction',
  'tripwire',
  'review',
  'metric',
  'waiver',
] as const

const mostRows = 20_000

/** Everything that the rules of the lint read, as one reader sees it, in readings over sets of rows. */
export async function lintMaterial(
  evidenceOf: EvidenceOf,
  reader: Reader,
  now: string,
): Promise<{ readonly told: Told; readonly cut: boolean }> {
  const read = await Promise.all(
    lintRecords.map(async (record) => {
      const { rows, cut } = await readAll(reader, record, {}, mostRows)
      return { record, rows, cut }
    }),
  )
  const rows: Rows = new Map(read.map((one) => [one.record, one.rows] as const))
  const of = (record: (typeof lintRecords)[number]): readonly Row[] => rows.get(record) ?? []
  const heard = of('need').filter(isHeard)
  const [ties, evidence, moves, lastRead] = await Promise.all([
    tiesOf(reader, {
      from: [...of('idea'), ...of('roadmap-item'), ...of('decision')].map(({ id }) => id),
      to: of('option').map(({ id }) => id),
    }),
    evidenceOf(heard, reader, now),
    movesOf(of('roadmap-item'), reader, now),
    lastReadings(of('metric'), reader),
  ])
  const behind = new Map<string, Behind>(evidence.needs.map((one) => [one.id, one] as const))
  const asked = await askedLast(of('idea'), ties.forth, behind, { reader, now })
  const told: Told = {
    ...heldIn(rows, now),
    ...ties,
    behind: (id) => behind.get(id),
    asked: (id) => asked.get(id),
    moves,
    lastRead: (id) => lastRead.get(id),
  }
  return { told, cut: evidence.cut || read.some(({ cut }) => cut) }
}

/** Moves older than this are past mending: whoever planned by them has asked. */
const movedWithinDays = 90

/** So many items that changed last are looked at, and so many readings of what became of them. */
const mostMoved = 1000
const mostReadings = 10

/** How items moved between commitments lately, from their history. */
async function movesOf(
  items: readonly Row[],
  reader: Reader,
  now: string,
): Promise<readonly Moved[]> {
  const since = new Date(Date.parse(now) - movedWithinDays * 86_400_000).toISOString()
  const ids = items
    .filter(({ updatedAt, version }) => version > 1 && updatedAt >= since)
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
    .slice(0, mostMoved)
    .map(({ id }) => id)
  if (ids.length === 0) return []
  const found: Moved[] = []
  let before: number | undefined
  for (let round = 0; round < mostReadings; round += 1) {
    const past = await reader.history({
      ids,
      limit: 200,
      ...(before === undefined ? {} : { before }),
    })
    for (const { commit, changes } of past)
      if (commit.at >= since)
        for (const change of changes) found.push(...moveIn(change, commit.at, commit.cause))
    const last = past.at(-1)?.commit
    if (last === undefined || past.length < 200 || last.at < since) break
    before = last.seq
  }
  return found
}

function moveIn(
  { op, record, id, before, after }: Past,
  at: string,
  cause: string | null,
): readonly Moved[] {
  const [from, to] = [before?.['commitment'], after?.['commitment']]
  if (op !== 'update' || record !== 'roadmap-item') return []
  if (typeof from !== 'string' || typeof to !== 'string') return []
  return [{ itemId: id, from, to, at, cause }]
}

/** The last day that each metric was read, of those that are to be read every so many days: there are dozens. */
async function lastReadings(
  metrics: readonly Row[],
  reader: Reader,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    metrics
      .filter((row) => typeof row['everyDays'] === 'number')
      .map(async ({ id }) => {
        const filter = { metricId: { in: [id] } }
        const { data } = await reader.list('reading', { filter, sort: '-on', limit: 1 })
        return [id, data[0]?.['on']] as const
      }),
  )
  return new Map(found.flatMap(([id, on]) => (typeof on === 'string' ? [[id, on]] : [])))
}

/** So many ideas at once, so that what asks for them stays within what one reading gives. */
const atOnce = 200

/**
 * When somebody last asked for an idea directly: of those alone that somebody is confident of and whose needs
 * have grown old, since only there it decides.
 */
async function askedLast(
  ideas: readonly Row[],
  forth: Told['forth'],
  behind: ReadonlyMap<string, Behind>,
  { reader, now }: { readonly reader: Reader; readonly now: string },
): Promise<ReadonlyMap<string, string>> {
  const doubtful = ideas.filter(
    (row) =>
      isOpenIdea(row) &&
      isHigh(row) &&
      isHeard(row) &&
      !forth(row.id, 'addresses').some((id) => isFresh(behind.get(id)?.newest, now)),
  )
  const found = new Map<string, string>()
  for (let at = 0; at < doubtful.length; at += atOnce) {
    const ids = doubtful.slice(at, at + atOnce).map(({ id }) => id)
    const links = (await reader.by('link', 'toId', ids)).filter(
      (one) => one['relation'] === 'asks-for',
    )
    const said = await reader.many(
      'feedback',
      links.map((one) => String(one['fromId'])),
    )
    const days = new Map(
      said.map((row) => [row.id, String(row['occurredAt'] ?? row.createdAt)] as const),
    )
    for (const [ideaId, all] of grouped(links, (one) => String(one['toId']))) {
      const last = all
        .flatMap((one) => days.get(String(one['fromId'])) ?? [])
        .toSorted((one, other) => (one < other ? -1 : 1))
        .at(-1)
      if (last !== undefined) found.set(ideaId, last)
    }
  }
  return found
}
