import { useState } from 'react'
import { useSite } from '../../derived/site.ts'
import { useAct } from '../../derived/undo.ts'
import { begun, keepPractice } from './keep.ts'
import { say } from '../../words/say.ts'

/** Adds and removes the sample company; `says` tells what was kept and what went along. */
export function useSample(): {
  readonly says: readonly string[]
  readonly pending: boolean
  readonly add: () => Promise<void>
  readonly remove: () => Promise<void>
} {
  const { slug } = useSite()
  const act = useAct()
  const [pending, setPending] = useState(false)
  const [says, setSays] = useState<readonly string[]>([])
  const add = async (): Promise<void> => {
    setPending(true)
    const done = await act(say('Added: the sample company'), 'POST', '/sample')
    if (done !== undefined && done.seq > 0) keepPractice(slug, begun(done.seq))
    setSays([])
    setPending(false)
  }
  const remove = async (): Promise<void> => {
    setPending(true)
    const done = await act<Removed>(say('Removed: the sample company'), 'DELETE', '/sample')
    const { kept = [], along = [] } = done?.body ?? {}
    setSays([
      ...kept.map(({ ref, field }) =>
        say('{ref} stays, since it is yours. Its {field} was of the sample and is empty now.', {
          ref,
          field,
        }),
      ),
      ...along.map(({ ref }) => say('{ref} went along: it hung on the sample alone.', { ref })),
    ])
    setPending(false)
  }
  return { says, pending, add, remove }
}

interface Removed {
  readonly kept?: readonly { readonly ref: string; readonly field: string }[]
  readonly along?: readonly { readonly ref: string }[]
}
