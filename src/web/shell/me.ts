import type { Role } from '../../engine/access.ts'

/** Who is signed in, and where. */
export interface Me {
  readonly actor: {
    readonly kind: string
    readonly id: string
    readonly name: string
    readonly role: Role
    readonly teamIds: readonly string[]
  }
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string }
}
