import type { Api } from './api.ts'
import type { Paint } from './paint.ts'
import type { World } from './world.ts'

/**
 * A verb of the command line, as data: the parser, the help, the completions and `explain` are all
 * functions of the one list of these.
 */
export interface Verb {
  /** The words that call it, such as `history verify`. */
  readonly path: readonly string[]
  /** A verb phrase, without a full stop. */
  readonly says: string
  readonly places: readonly Place[]
  readonly options: readonly Option[]
  /** What follows the program's name in an example. */
  readonly examples: readonly string[]
  /** The heading of the root help it stands under. */
  readonly group: string
  /** It is a verb of a record that stands on the line, and so a good first example. */
  readonly lined?: boolean
  /** The exit code, where it is not 0. Refusals are thrown. */
  readonly run: (given: Given, hand: Hand) => Promise<number | void>
}

/** A word that is told by its place. */
export interface Place {
  readonly name: string
  readonly says: string
  readonly required: boolean
  readonly choices?: readonly string[]
  /** A file, for completion. */
  readonly file?: true
}

export interface Option {
  readonly flag: string
  /** Its value as the help shows it; a flag has none. */
  readonly value?: string | undefined
  readonly says: string
  readonly choices?: readonly string[]
  readonly file?: true
  readonly hidden?: true
  /** Can be said as `--no-…` too, or only so. */
  readonly denied?: 'too' | 'only'
}

/** What was typed, by place and by flag; a flag without value reads `true`, a denied one `false`; nothing else is there. */
export interface Given {
  readonly place: Readonly<Record<string, string | undefined>>
  readonly option: Readonly<Record<string, readonly string[] | undefined>>
}

/** What a verb works with. */
export interface Hand {
  readonly world: World
  readonly verbs: readonly Verb[]
  readonly api: Api
  readonly paint: Paint
  readonly paintErr: Paint
  /** Was `--json` asked? Then what the API said goes out as it came, and nothing else. */
  readonly json: boolean
  readonly out: (text: string) => Promise<void>
  readonly err: (text: string) => Promise<void>
}

export const jsonOption: Option = { flag: 'json', says: 'print exactly what the API says' }
export const dataOption: Option = {
  flag: 'data',
  value: 'dir',
  says: 'data directory of an instance on this machine (THROUGHLINE_DATA_DIR; ./throughline-data)',
  file: true,
}

/** The options of every verb that speaks to an instance. */
export const common: readonly Option[] = [jsonOption, dataOption]

export const place = (name: string, says: string, choices?: readonly string[]): Place => ({
  name,
  says,
  required: true,
  ...(choices === undefined ? {} : { choices }),
})

/** The last value that was given for an option. */
export const valueOf = (given: Given, flag: string): string | undefined =>
  given.option[flag]?.at(-1)
export const isGiven = (given: Given, flag: string): boolean => given.option[flag] !== undefined
/** A place that the parser has seen to. */
export const placeOf = (given: Given, name: string): string => given.place[name] ?? ''
