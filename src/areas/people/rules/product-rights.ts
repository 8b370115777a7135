import { reachesRole, type Role } from '../../../engine/access.ts'
import { choice, list } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'

/**
 * How far a role goes. Rows of no product belong to the whole workspace, and to everybody in it. Nothing
 * at all, as it stands in rows older than this, is everything.
 */
export const productRights = {
  all: 'All products',
  'reads-others': 'Own products, reads the others',
  own: 'Own products only',
} as const

/** The fields of whoever has a role, or is to get one. */
export const productRightsFields = {
  productRights: choice({
    label: 'Rights in products',
    options: productRights,
    default: 'all',
    help: 'In which products the role holds; an admin or owner reaches all',
  }),
  productIds: list({
    label: 'Own products',
    of: 'product',
    most: 50,
    help: 'With the products under them; counts where the rights are not in all',
  }),
} as const

export const isHeld = (rights: unknown): boolean =>
  rights !== undefined && rights !== null && rights !== 'all'

/** Refuses to hold an admin or owner to products: who gives rights could give themselves the rest. */
export function checkProductRights(role: unknown, rights: unknown): void {
  if (!isHeld(rights) || !reachesRole(role as Role, 'admin')) return
  throw invalid('An admin or owner reaches all products.', [
    { at: 'productRights', says: 'Choose "All products", or a role below admin.' },
  ])
}
