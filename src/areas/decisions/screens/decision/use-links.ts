import { useMemo } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { titleOf } from '../../../../engine/record.ts'
import { useRead, useReads } from '../../../../web/client/cache.ts'
import { brief } from '../../../../web/derived/brief.ts'
import { useSite } from '../../../../web/derived/site.ts'
import type { Dossier } from '../../rules/dossier.ts'

/** What one end of a link names: its record, ref and title; undefined while it is read, or out of sight. */
export interface Cited {
  readonly link: Row
  readonly record: string
  readonly row: Row | undefined
  readonly title: string
}

/** What speaks for and against each option, and what the decision settles. */
export interface Cites {
  readonly for: (optionId: string) => readonly Cited[]
  readonly against: (optionId: string) => readonly Cited[]
  readonly settles: readonly Cited[]
}

interface Page {
  readonly data: readonly Row[]
}

const none: readonly Row[] = []

/** Links are the server's to tell; what they name is mostly in this browser. */
export function useCites({ decision, options }: Dossier): Cites {
  const { catalogue } = useSite()
  const ids = options.map(({ row }) => row.id).join(',')
  const to = useRead<Page>(ids === '' ? null : `/links?filter[toId]=${ids}&limit=200`)
  const from = useRead<Page>(`/links?filter[fromId]=${decision.id}&limit=200`)
  const evidence = to.data?.data ?? none
  const settled = from.data?.data ?? none
  const paths = useMemo(
    () =>
      [...evidence, ...settled].map((link) =>
        link['fromId'] === decision.id
          ? `/${catalogue.record(String(link['toKind'])).plural}/${String(link['toId'])}`
          : `/${catalogue.record(String(link['fromKind'])).plural}/${String(link['fromId'])}`,
      ),
    [evidence, settled, decision.id, catalogue],
  )
  const rows = useReads<Row>(paths)
  return useMemo(() => {
    const cited = [...evidence, ...settled].map((link, at): Cited => {
      const isOut = link['fromId'] === decision.id
      const record = String(isOut ? link['toKind'] : link['fromKind'])
      const row = rows[at]?.data
      return {
        link,
        record,
        row,
        title: row === undefined ? '…' : brief(titleOf(catalogue.record(record), row), 140),
      }
    })
    const of = (relation: string, optionId: string): readonly Cited[] =>
      cited.filter(({ link }) => link['relation'] === relation && link['toId'] === optionId)
    return {
      for: (optionId) => of('speaks-for', optionId),
      against: (optionId) => of('speaks-against', optionId),
      settles: cited.filter(({ link }) => link['relation'] === 'settles'),
    }
  }, [evidence, settled, rows, decision.id, catalogue])
}
