import type { Actor, Role } from './access.ts'
import type { Fields, Input } from './field.ts'
import type { Reader, Work } from './ports.ts'
import type { Words } from './words.ts'

/** A reading that is not "rows of one record": a line, a tree, a ranking. It sees only through `reader`. */
export interface View<F extends Fields = Fields> {
  readonly name: string
  readonly says: string
  readonly input: F
  readonly may: Role
  /** The records it reads, for the permission document. */
  readonly reads: readonly string[] | 'any'
  /** An answer that a script should stop at: the command line then ends with 1, and says in its help that it does. */
  readonly alarms?: { readonly says: string; readonly when: (answer: unknown) => boolean }
  readonly answer: (input: Input<F>, scene: ViewScene) => Promise<unknown>
}

export interface ViewScene {
  readonly reader: Reader
  readonly actor: Actor
  readonly now: string
  /** How many days a removed row can be restored. */
  readonly trashDays: number
  /** Those of the reader: what a view says, it says in them. */
  readonly words: Words
  readonly work: Work
  /** SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => string
}

export const view = <const F extends Fields>(made: View<F>): View => made as unknown as View
