import type { Actor, Role } from './access.ts'
import type { Change } from './change.ts'
import type { Fields, Input } from './field.ts'
import type { KeptFile } from './kept-file.ts'
import type { Reader } from './ports.ts'
import type { Words } from './words.ts'

/** What `decide` stands in: everything it may know, nothing it may do. */
export interface Scene {
  readonly reader: Reader
  readonly actor: Actor
  /** The moment of the command, ISO 8601 in UTC. */
  readonly now: string
  readonly newId: () => string
  /** Those of whoever asks, for what the answer says beside the rows. */
  readonly words: Words
  /** An unguessable text. */
  readonly newSecret: () => string
  /** SHA-256 of a text, in hexadecimal: under it a secret is kept, and by it a text is known again. */
  readonly digest: (secret: string) => string
  /** The records that there are, by their names; not told while it is only shown ahead. */
  readonly records?: readonly { readonly name: string; readonly plural: string }[]
  /** Only to show what will come of it while the server decides: what this leaves out, the server adds. */
  readonly isAhead?: true
  /** The file that came with it, where one did. */
  readonly file?: KeptFile | undefined
}

export interface Verdict {
  readonly changes: readonly Change[]
  /** Rows that let somebody in, by the digest of their secret: kept with them, where nothing reads it out. */
  readonly secrets?: readonly { readonly id: string; readonly digest: string }[]
  /** What rows sign with what is sent for them: kept where only the sender reads it. The newest counts. */
  readonly signing?: readonly { readonly id: string; readonly secret: string }[]
  /** What is to be sent for a row, asked for by hand: a commit by its sequence, or a greeting without one. */
  readonly sends?: readonly { readonly id: string; readonly seq?: number }[]
  /** Rows of which history forgets everything, this commit's own changes of them too. */
  readonly forgets?: readonly string[]
  /** What the caller is told beside the rows; never kept. */
  readonly result?: Readonly<Record<string, unknown>>
}

/** The only way anything is written. `decide` reads and returns changes; the write path does the rest. */
export interface Command<F extends Fields = Fields> {
  readonly name: string
  /** A verb phrase for palette, CLI and API reference. */
  readonly says: string
  /** The record whose page or list offers it. */
  readonly on?: string
  readonly input: F
  /** The least role that may try; each row is then asked for itself. */
  readonly may: Role
  /**
   * Who alone does it, whatever their role, and what anybody else is told: a person for themselves, as no key
   * is one, or the instance by itself.
   */
  readonly only?: { readonly by: 'person' | 'instance'; readonly says: string }
  /**
   * What a client may count on before it asks a person: `adds` leaves everything that was there as it
   * was, `settles` comes to the same however often it is said. Neither is promised without.
   */
  readonly promises?: readonly ('adds' | 'settles')[]
  /** What it does, no undo takes back, for it is done outside: what was sent, and a secret that was given. */
  readonly stands?: true
  /**
   * Done by the system, without input: whenever a row of these records has changed, and every so many
   * minutes. It may be done oftener than that, so once more must change nothing.
   */
  readonly runs?: { readonly after?: readonly string[]; readonly everyMinutes?: number }
  readonly decide: (input: Input<F>, scene: Scene) => Promise<Verdict>
}

/** Is it done by whoever is such an actor? */
export const isDoneBy = (only: Command['only'], { kind }: Pick<Actor, 'kind'>): boolean =>
  only === undefined || kind === (only.by === 'person' ? 'member' : 'system')

/** A command of one set of inputs, seen as a command of any: the write path parses before it calls. */
export const command = <const F extends Fields>(made: Command<F>): Command =>
  made as unknown as Command
