import type { Actor } from './access.ts'
import type { Reader } from './ports.ts'
import type { Row } from './record.ts'

/**
 * What has to hold of a row past every command. A command sees to it as it decides, but an undo decides
 * nothing, and neither does a file. An undo asks with everything written and nothing kept yet, a file before
 * anything is written; throws the refusal, which names the fields where it is about some.
 */
export type RowLaw = (turned: Turned, scene: LawScene) => Promise<void>

/** A row as it stood and as it would stand; undefined where there is none. */
export interface Turned {
  readonly before: Row | undefined
  readonly after: Row | undefined
}

export interface LawScene {
  readonly actor: Actor
  readonly reader: Reader
  /** Whether the row of this id was not there before, and comes back together with this one. */
  readonly comesBack: (id: string) => boolean
}
