import { useEffect, useState } from 'react'
import { say } from '../words/say.ts'
import type { Option } from './options.tsx'

export type Search = (text: string, signal: AbortSignal) => Promise<readonly Option[]>

export interface Found {
  /** What was asked for; what is typed by now may be another text. */
  readonly text: string
  readonly options: readonly Option[]
  /** What to say where there are none: still reading, nothing matches, or why it failed. */
  readonly says: string
}

const pause = 150

/** Searches as one types; a later question takes the place of an earlier one. */
export function useSearch(text: string, asked: 'now' | 'not-yet', search: Search): Found {
  const [found, setFound] = useState<Found>(() => ({
    text: '',
    options: [],
    says: say('Reading…'),
  }))
  useEffect(() => {
    if (asked === 'not-yet') return
    const control = new AbortController()
    const later = setTimeout(
      async () => {
        const next = await answer(text, control.signal, search)
        if (!control.signal.aborted) setFound(next)
      },
      text === '' ? 0 : pause,
    )
    return () => {
      clearTimeout(later)
      control.abort()
    }
  }, [text, asked, search])
  return found
}

async function answer(text: string, signal: AbortSignal, search: Search): Promise<Found> {
  try {
    const options = await search(text, signal)
    return {
      text,
      options,
      says: text === '' ? say('Nothing here yet') : say('Nothing matches “{text}”', { text }),
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : say('The server did not answer.')
    return { text, options: [], says: say('Could not search. {why}', { why }) }
  }
}
