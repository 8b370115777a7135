import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Site } from '../derived/site.ts'
import { mayDo } from '../derived/may.ts'
import { isCovered, isTyping } from '../derived/use-key.ts'
import { say } from '../words/say.ts'

/** Where `G` and a letter lead. */
export const places: Readonly<Record<string, Place>> = {
  h: { says: () => say('Home'), parts: [] },
  s: { says: () => say('Strategy'), parts: ['objectives'] },
  f: { says: () => say('Feedback'), parts: ['feedback'] },
  t: { says: () => say('Triage'), parts: ['triage'] },
  u: { says: () => say('Insights'), parts: ['insights'] },
  n: { says: () => say('Needs'), parts: ['needs'] },
  i: { says: () => say('Ideas'), parts: ['ideas'] },
  k: { says: () => say('Ranking'), parts: ['ranking'] },
  d: { says: () => say('Decisions'), parts: ['decisions'] },
  r: { says: () => say('Roadmap'), parts: ['roadmap'] },
  m: { says: () => say('Import'), parts: ['import'] },
}

interface Place {
  readonly says: () => string
  readonly parts: readonly string[]
}

/** What `C` adds on a page that is not a list of its record. */
const addedOn: Readonly<Record<string, string>> = { roadmap: 'roadmap-items', ranking: 'ideas' }

export interface Keys {
  readonly site: Site
  readonly pathname: string
  readonly onPalette: () => void
  readonly onHelp: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** The keys that hold on every page. Letters are left to fields while one types. */
export function useShellKeys(keys: Keys): void {
  const now = useRef(keys)
  useLayoutEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    let going = false
    const onKey = (event: KeyboardEvent): void => {
      const { site, pathname, onPalette, onHelp, onUndo, onRedo } = now.current
      const held = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      const take = (act: () => void): void => {
        event.preventDefault()
        act()
      }
      if (held && key === 'k') return take(onPalette)
      if (isTyping(event) || isCovered()) return
      if (held && key === 'z') return take(event.shiftKey ? onRedo : onUndo)
      if (held && key === 'y') return take(onRedo)
      if (held || event.altKey) return
      if (going) {
        going = false
        const place = places[key]
        if (place !== undefined) return take(() => site.go(site.to(...place.parts)))
      }
      const [, , , plural = '', name = ''] = pathname.split('/')
      const kind = site.catalogue.recordOfPlural(plural)
      if (key === 'g') going = true
      else if (event.key === '?') take(onHelp)
      else if (key === 'c') {
        const made = kind ?? site.catalogue.recordOfPlural(addedOn[plural] ?? 'feedback')
        if (made !== undefined && mayDo(site, 'create', made))
          take(() => site.go(site.to(made.plural, 'new')))
      } else if (kind === undefined || name === '' || name === 'new') return
      else if (key === 'e' && mayDo(site, 'update', kind))
        take(() => site.go(site.to(plural, name, 'edit')))
      else if (key === 'w' && kind.station !== undefined)
        take(() => site.go(site.to(plural, name, 'why')))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
