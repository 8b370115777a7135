import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Client } from '../../../../web/client/client.ts'
import { currentClient, onClient } from '../../../../web/client/current.ts'
import type { Memory, Remembered } from './remembering.ts'

const name = 'certainty'

/** The last answer, beside the rows that this browser keeps of whoever is signed in. */
let read: { readonly of: Client; readonly answer: Remembered | undefined } | undefined

export const memory: Memory = {
  read: () => (read !== undefined && read.of === currentClient() ? read.answer : undefined),
  write: (answer) => {
    const of = currentClient()
    if (of === undefined) return
    read = { of, answer }
    of.facts.keepFact(name, answer).catch(() => undefined)
  },
}

/** Has it been read, so that the first ideas that are drawn stand as they did? */
export function useIsRead(): boolean {
  const client = useSyncExternalStore(onClient, currentClient)
  const [reader, setReader] = useState(read?.of)
  useEffect(() => {
    if (client === undefined || read?.of === client) return
    void client.facts
      .fact<Remembered>(name)
      .catch(() => undefined)
      .then((answer) => {
        read = { of: client, answer }
        setReader(client)
      })
  }, [client])
  return client !== undefined && (reader === client || read?.of === client)
}
