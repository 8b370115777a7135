import { useEffect } from 'react'
import { hereOf, type Here } from './page-verbs.ts'
import type { Site } from '../derived/site.ts'

/** A record whose page was open: its kind by its plural, and the ref or id of the address. */
export interface Recent {
  readonly plural: string
  readonly name: string
}

const most = 8
const place = 'throughline recent'

/** Remembers in this browser whose page is open. What it is called is asked anew, of whoever may see it. */
export function useRemembered(site: Site, pathname: string): void {
  const here = hereOf(site, pathname)
  const plural = here?.kind.plural
  const name = here?.name
  const of = ownerOf(site)
  useEffect(() => {
    if (plural === undefined || name === undefined) return
    const rest = kept(of).filter((one) => one.plural !== plural || one.name !== name)
    try {
      const records = [{ plural, name }, ...rest].slice(0, most)
      localStorage.setItem(place, JSON.stringify({ of, records }))
    } catch {
      // a browser that keeps nothing has nothing recent
    }
  }, [plural, name, of])
}

/** What was open last, newest first, without what is open now. */
export const recentIn = (site: Site, here: Here | undefined): readonly Recent[] =>
  kept(ownerOf(site)).filter(
    ({ plural, name }) => plural !== here?.kind.plural || name !== here.name,
  )

export const forgetRecent = (): void => localStorage.removeItem(place)

const ownerOf = ({ slug, me }: Site): string => `${slug} ${me.id}`

function kept(of: string): readonly Recent[] {
  try {
    const found = JSON.parse(localStorage.getItem(place) ?? '{}') as {
      readonly of?: string
      readonly records?: readonly Recent[]
    }
    return found.of === of ? (found.records ?? []) : []
  } catch {
    return []
  }
}
