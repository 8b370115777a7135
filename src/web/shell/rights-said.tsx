import type { ReactNode } from 'react'
import { reachesRole, type Role } from '../../engine/access.ts'
import type { Row } from '../../engine/record.ts'
import { useHeld } from '../client/use-held.ts'
import { listed } from '../words/listed.ts'
import { say } from '../words/say.ts'

/** In which products a role holds: of a member, or of who is invited. */
export function RightsSaid({ row }: { readonly row: Row }): ReactNode {
  const products = useHeld('product')
  const rights = row['productRights'] ?? 'all'
  if (rights === 'all' || reachesRole(row['role'] as Role, 'admin')) return say('all products')
  const names = ((row['productIds'] as readonly string[] | null) ?? []).map((id) =>
    String(products?.find((one) => one.id === id)?.['name'] ?? '…'),
  )
  if (rights === 'reads-others')
    return names.length === 0
      ? say('reads all products')
      : say('{products}; reads the others', { products: listed(names) })
  return names.length === 0
    ? say('no product')
    : say('{products} only', { products: listed(names) })
}
