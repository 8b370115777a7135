import { createContext, useContext } from 'react'
import type { Bounds, Role } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import { must } from '../../engine/problem.ts'

/** Where one stands: the workspace in the address, the declaration, and who is signed in. */
export interface Site {
  readonly slug: string
  readonly catalogue: Catalogue
  readonly me: {
    readonly id: string
    readonly name: string
    readonly role: Role
    readonly teamIds: readonly string[]
    readonly bounds?: Bounds
  }
  /** The address of a page of this workspace. */
  readonly to: (...parts: readonly string[]) => string
  /** `replace` where the way back should lead past this: a search that is still being typed. */
  readonly go: (href: string, how?: 'push' | 'replace') => void
}

const SiteContext = createContext<Site | null>(null)

export const SiteProvider = SiteContext.Provider

export const useSite = (): Site => must(useContext(SiteContext), 'a site above this')
