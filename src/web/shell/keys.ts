import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Site } from '../derived/site.ts'
import { isCovered, isTyping } from '../derived/use-key.ts'
import { everywhere, placeOf, type Everywhere } from './key-table.ts'
import { addedHere, editHere, mayCapture, whyHere } from './page-verbs.ts'

export interface Keys {
  readonly site: Site
  readonly pathname: string
  readonly onPalette: () => void
  readonly onHelp: () => void
  readonly onCapture: () => void
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
    const stay = (): void => {
      going = false
    }
    // on the way down: the letter after G is nobody else's, whether it leads anywhere or not
    const onGoing = (event: KeyboardEvent): void => {
      if (!going || isHeld(event.key)) return
      going = false
      if (isTyping(event) || isCovered() || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.length !== 1) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { site } = now.current
      const place = placeOf(event.key.toUpperCase())
      if (place !== undefined) site.go(site.to(...place.parts))
    }
    const onKey = (event: KeyboardEvent): void => {
      const chord = chordOf(event)
      const named = byChord.get(chord)
      if (named !== 'palette' && (isTyping(event) || isCovered())) return
      if (chord === 'G') going = true
      const act = named === undefined ? undefined : actOf(named, now.current)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onGoing, { capture: true })
    addEventListener('keydown', onKey)
    addEventListener('pointerdown', stay)
    return () => {
      removeEventListener('keydown', onGoing, { capture: true })
      removeEventListener('keydown', onKey)
      removeEventListener('pointerdown', stay)
    }
  }, [])
}

/** What a key does here; undefined where there is nothing for it to do. */
function actOf(named: Everywhere, keys: Keys): (() => void) | undefined {
  const { site, pathname } = keys
  const goTo = (href: string | undefined): (() => void) | undefined =>
    href === undefined ? undefined : () => site.go(href)
  switch (named) {
    case 'palette':
      return keys.onPalette
    case 'help':
      return keys.onHelp
    case 'undo':
      return keys.onUndo
    case 'redo':
      return keys.onRedo
    case 'capture':
      return mayCapture(site) ? keys.onCapture : undefined
    case 'add': {
      const kind = addedHere(site, pathname)
      return goTo(kind === undefined ? undefined : site.to(kind.plural, 'new'))
    }
    case 'edit':
      return goTo(editHere(site, pathname))
    case 'why':
      return goTo(whyHere(site, pathname))
  }
}

const byChord: ReadonlyMap<string, Everywhere> = new Map([
  ...Object.entries(everywhere).map(([name, { keys }]) => [keys, name as Everywhere] as const),
  // as Windows has it
  ['Ctrl Y', 'redo'],
])

/** A key as the table writes it. What Shift makes of a sign is a sign of its own. */
function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  return [
    ...(ctrlKey || metaKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey && (isLetter || key.length > 1) ? ['Shift'] : []),
    isLetter ? key.toUpperCase() : key,
  ].join(' ')
}

const isHeld = (key: string): boolean => ['Shift', 'Control', 'Alt', 'Meta'].includes(key)
