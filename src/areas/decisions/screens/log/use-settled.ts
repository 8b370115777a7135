import { useMemo } from 'react'
import { titleOf, type Row } from '../../../../engine/record.ts'
import { useReads } from '../../../../web/client/cache.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { useSite } from '../../../../web/derived/site.ts'
import type { Logged } from '../../rules/decision-log.ts'

export type SettledBy = (decisionId: string) => readonly {
  readonly record: string
  readonly ref: string
  readonly title: string
  readonly stations: number
}[]

interface Page {
  readonly data: readonly Row[]
}

/** So many decisions are asked about at once, as far as an address is long. */
const atOnce = 40
/** Of older decisions their own page says what they settle. */
const mostAsked = 400

/** What each decision of the log settles: links are the server's to tell, their ends are in this browser. */
export function useSettled(log: readonly Logged[]): SettledBy {
  const { catalogue } = useSite()
  const ids = log
    .slice(0, mostAsked)
    .map(({ row }) => row.id)
    .join(',')
  const paths = useMemo(() => {
    const all = ids === '' ? [] : ids.split(',')
    return Array.from(
      { length: Math.ceil(all.length / atOnce) },
      (_, at) =>
        `/links?filter[fromId]=${all.slice(at * atOnce, (at + 1) * atOnce).join(',')}&filter[relation]=settles&limit=200`,
    )
  }, [ids])
  const pages = useReads<Page>(paths)
  const ideas = useHeld('idea')
  const needs = useHeld('need')
  const objectives = useHeld('objective')
  const items = useHeld('roadmap-item')
  return useMemo(() => {
    const ends = { idea: ideas, need: needs, objective: objectives, 'roadmap-item': items }
    const byId = new Map(
      Object.entries(ends).flatMap(([record, rows]) =>
        (rows ?? []).map((row) => [row.id, { record, row }] as const),
      ),
    )
    const found = new Map<string, ReturnType<SettledBy>[number][]>()
    for (const link of pages.flatMap(({ data }) => data?.data ?? [])) {
      const end = byId.get(String(link['toId']))
      if (end === undefined) continue
      const from = String(link['fromId'])
      const one = {
        record: end.record,
        ref: end.row.ref,
        title: titleOf(catalogue.record(end.record), end.row),
        stations: end.row.stations,
      }
      found.set(from, [...(found.get(from) ?? []), one])
    }
    return (id) => found.get(id) ?? []
  }, [pages, ideas, needs, objectives, items, catalogue])
}
