import type { ReactNode } from 'react'
import type { Row } from '../../engine/record.ts'
import { things } from '../derived/field-words.ts'
import { useSite } from '../derived/site.ts'
import { listed } from '../words/listed.ts'
import { say } from '../words/say.ts'

/** The records that a webhook is told of. */
export function ToldOf({ row }: { readonly row: Row }): ReactNode {
  const { catalogue } = useSite()
  const names = (row['records'] as readonly string[] | null) ?? []
  if (names.length === 0) return say('every record')
  return listed(
    names.map((name) => {
      const kind = catalogue.records.find((one) => one.name === name)
      return kind === undefined ? name : things(kind)
    }),
  )
}
