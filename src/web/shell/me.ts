import { useEffect } from 'react'
import type { Bounds, Role } from '../../engine/access.ts'
import { RemoteProblem, Unreachable } from '../client/api.ts'
import { useRead, type Reading } from '../client/cache.ts'
import { currentClient } from '../client/current.ts'
import { forgetRecent } from './recent.ts'

/** Who is signed in, and where. */
export interface Me {
  readonly actor: {
    readonly kind: string
    readonly id: string
    readonly name: string
    readonly role: Role
    readonly teamIds: readonly string[]
    readonly bounds?: Bounds
  }
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string }
}

/** Who one is; where the server is out of reach, who one was when it last said so. */
export function useMe(): Reading<Me> {
  const reading = useRead<Me>('/me')
  const { data, error } = reading
  useEffect(() => {
    if (data !== undefined) localStorage.setItem(place, JSON.stringify(data))
    else if (error instanceof RemoteProblem && error.status === 401) localStorage.removeItem(place)
  }, [data, error])
  if (data !== undefined || !(error instanceof Unreachable)) return reading
  const kept = localStorage.getItem(place)
  return kept === null
    ? reading
    : { data: JSON.parse(kept) as Me, error: undefined, pending: false }
}

/** Nobody is signed in here any more: what was kept of whoever was goes. */
export async function forgetMe(): Promise<void> {
  forgetWho()
  await currentClient()?.forget()
}

/** Who was here, and what was open last. */
export function forgetWho(): void {
  localStorage.removeItem(place)
  forgetRecent()
}

const place = 'throughline me'
