import { useMemo } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { optionInside } from '../../../../web/derived/field-words.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { say } from '../../../../web/words/say.ts'

export interface People {
  /** The name of a member; of anything else that acts, that it is a program. */
  readonly nameOf: (id: unknown) => string
  /** In which function they work, in a sentence; undefined where nobody said. */
  readonly workOf: (id: unknown) => string | undefined
}

/** Who somebody is, by the members that this browser holds. */
export function usePeople(): People {
  const { catalogue } = useSite()
  const members = useHeld('member')
  return useMemo(() => {
    const byId = new Map((members ?? []).map((row) => [row.id, row] as const))
    const find = (id: unknown): Row | undefined => byId.get(String(id))
    const field = catalogue.record('member').fields['function']
    return {
      nameOf: (id) => String(find(id)?.['name'] ?? say('a program')),
      workOf: (id) => {
        const work = find(id)?.['function']
        return typeof work === 'string' && field?.kind === 'choice'
          ? optionInside(field, work, 'member')
          : undefined
      },
    }
  }, [members, catalogue])
}
