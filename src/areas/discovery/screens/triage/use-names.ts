import { useEffect, useState } from 'react'
import { read } from '../../../../web/client/api.ts'
import type { Row } from '../../../../engine/record.ts'

/** Names of rows by id, read once each: a queue names many, and a name hardly changes while one sorts. */
export function useNames(
  plural: string,
  ids: readonly string[],
): (id: string) => string | undefined {
  const [names, setNames] = useState(known)
  const missing = ids.filter((id) => id !== '' && !known.has(id) && !asked.has(id))
  const wanted = missing.join(' ')
  useEffect(() => {
    for (const id of wanted.split(' ').filter(Boolean)) {
      asked.add(id)
      read<Row>(`/${plural}/${id}`).then(
        (row) => {
          known = new Map([...known, [id, String(row['name'] ?? row.ref)]])
          setNames(known)
        },
        () => asked.delete(id),
      )
    }
  }, [wanted, plural])
  return (id) => names.get(id) ?? known.get(id)
}

let known: ReadonlyMap<string, string> = new Map()
const asked = new Set<string>()
