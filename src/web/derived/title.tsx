import type { ReactNode } from 'react'

/** The name of the page for the window, its history and whoever listens. */
export function Title({ says }: { readonly says: string }): ReactNode {
  return <title>{`${says.slice(0, 120)} · Throughline`}</title>
}
