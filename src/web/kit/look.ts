import { useSyncExternalStore } from 'react'

/**
 * How this browser shows the pages: kept here and nowhere else, and set on the root of the page. The
 * page itself sets it before anything is painted, by the same names (src/web/index.html).
 */
export interface Look {
  readonly theme: Theme
  readonly density: Density
}

export const themes = ['system', 'light', 'dark'] as const
export const densities = ['compact', 'cosy', 'roomy'] as const

export type Theme = (typeof themes)[number]
export type Density = (typeof densities)[number]

/** What is chosen, in this tab or another one of this browser. */
export const useLook = (): Look => useSyncExternalStore(subscribe, () => look)

/** Chooses, shows it at once and keeps it for the next visit. */
export function choose(wanted: Partial<Look>): void {
  for (const [name, value] of Object.entries(wanted)) keep(name, value)
  take()
}

let look = read()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', take)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', take)
  }
}

function take(): void {
  look = read()
  show(look)
  for (const listener of listeners) listener()
}

function show({ theme, density }: Look): void {
  const root = document.documentElement
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
  root.setAttribute('data-density', density)
  // what the browser itself draws before and around the page
  document
    .querySelector('meta[name=color-scheme]')
    ?.setAttribute('content', theme === 'system' ? 'light dark' : theme)
}

function read(): Look {
  return { theme: kept('theme', themes, 'system'), density: kept('density', densities, 'cosy') }
}

function kept<T extends string>(name: string, known: readonly T[], otherwise: T): T {
  try {
    const text = localStorage.getItem(`throughline ${name}`)
    return known.find((one) => one === text) ?? otherwise
  } catch {
    // a browser may refuse to keep anything; then it is as it always is
    return otherwise
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`throughline ${name}`, value)
  } catch {
    // as above
  }
}
