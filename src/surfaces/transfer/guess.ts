import { type Content, contentOf } from './column-content.ts'
import { sentence, declaredWord, type Sentence } from '../../engine/words.ts'

/** What is known of a field that a column may be. */
export interface Guessable {
  readonly name: string
  readonly label: string
  /** The field's kind, such as `text` or `instant`; other words count as saying nothing. */
  readonly kind: string
  readonly aliases?: readonly string[]
  /** What form a text has: `url`, `email` or `language`. */
  readonly form?: string
  /** The values of a choice, to their words. */
  readonly options?: Readonly<Record<string, string>>
}

export interface Guess {
  readonly field: string
  readonly column: string
  /** 0.4 to 1. From 0.8 on it may be taken without asking. */
  readonly sure: number
  /** Sentences for a person. */
  readonly why: readonly Sentence[]
}

/** A column of a file, with what its cells look like. */
export interface Column {
  readonly header: string
  readonly content: Content
}

/** The columns of a file; `samples` are rows of cells in the order of `headers`. */
export const columnsOf = (
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): readonly Column[] =>
  headers.map((header, index) => ({
    header,
    content: contentOf(samples.map((row) => row[index] ?? '')),
  }))

/**
 * Which column is which field, by name, by the names other tools use, and by what the cells hold.
 * Each field has at most one column and each column at most one field; what is not likely is left
 * out. In the order of `fields`.
 */
export function guessMapping(
  columns: readonly Column[],
  fields: readonly Guessable[],
): readonly Guess[] {
  const longest = Math.max(0, ...columns.map(({ content }) => proseLength(content)))
  const likely = fields
    .flatMap((field) =>
      columns.flatMap(({ header, content }) =>
        header.trim() === '' ? [] : [judge(header, content, field, longest)],
      ),
    )
    .filter((guess) => guess.sure >= 0.4)
    .toSorted((a, b) => b.sure - a.sure)
  const taken = new Map<string, Guess>()
  const used = new Set<string>()
  for (const guess of likely) {
    if (taken.has(guess.field) || used.has(guess.column)) continue
    taken.set(guess.field, guess)
    used.add(guess.column)
  }
  return fields.flatMap((field) => taken.get(field.name) ?? [])
}

function judge(header: string, content: Content, field: Guessable, longest: number): Guess {
  const name = byName(header, field)
  const cells = byContent(content, field, longest)
  const why = [name.why, cells.why].filter((part) => part !== undefined)
  const sure = isOurs(header, field)
    ? 1
    : name.sure === 0
      ? cells.alone
      : Math.min(1, name.sure * cells.times)
  return { field: field.name, column: header, sure: Math.round(sure * 100) / 100, why }
}

/** `originId` is written so nowhere but in our own files: what does not fit in it is a fault, and told as one. */
const isOurs = (header: string, { name }: Guessable): boolean =>
  header.trim() === name && name !== name.toLowerCase()

interface ByName {
  readonly sure: number
  readonly why?: Sentence
}

function byName(header: string, field: Guessable): ByName {
  const column = wordsOf(header)
  const own = [wordsOf(field.name), wordsOf(field.label)]
  const others = (field.aliases ?? []).map(wordsOf)
  const same = (words: readonly string[]): boolean => words.join('') === column.join('')
  if (own.some(same)) return { sure: 0.98, why: sentence('It has the name of the field.') }
  const other = others.findIndex(same)
  // Names are listed with the usual ones first.
  if (other >= 0) {
    return {
      sure: 0.94 - Math.min(other, 20) * 0.003,
      why: sentence('Other tools use this name for “{label}”.', {
        label: declaredWord(field.label, undefined, 'alone'),
      }),
    }
  }
  const near = Math.max(0, ...[...own, ...others].map((words) => nearness(column, words)))
  return near === 0
    ? { sure: 0 }
    : {
        sure: near,
        why: sentence('Its name is close to “{label}”.', {
          label: declaredWord(field.label, undefined, 'alone'),
        }),
      }
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** 0, or 0.45 to 0.75: one name within the other as whole words, or nearly the same letters. */
function nearness(column: readonly string[], words: readonly string[]): number {
  const [few, many] = column.length < words.length ? [column, words] : [words, column]
  // A word of two letters, such as id or at, is in too many names to tell.
  const telling = few.some((word) => word.length > 2 && !little.has(word))
  if (telling && few.every((word) => many.includes(word))) {
    return 0.45 + 0.3 * (few.length / many.length)
  }
  const alike = dice(column.join(''), words.join(''))
  return alike >= 0.75 ? 0.75 * alike : 0
}

/** Words that stand in any sentence, such as "teams who see it", and say nothing of what is in a column. */
const little = new Set(['and', 'for', 'how', 'its', 'the', 'what', 'when', 'where', 'who', 'why'])

/** Dice's coefficient of letter pairs (Dice 1945). */
function dice(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  const left = pairs(a)
  const right = pairs(b)
  const all = left.length + right.length
  let shared = 0
  for (const pair of left) {
    const at = right.indexOf(pair)
    if (at < 0) continue
    right.splice(at, 1)
    shared++
  }
  return all === 0 ? 0 : (2 * shared) / all
}

interface ByContent {
  /** How the cells change what the name says. */
  readonly times: number
  /** How likely it is by the cells alone. */
  readonly alone: number
  readonly why?: Sentence
}

const silent: ByContent = { times: 1, alone: 0 }

function byContent(content: Content, field: Guessable, longest: number): ByContent {
  if (content.cells === 0) return silent
  const called = (...names: readonly string[]): boolean =>
    [field.name, ...(field.aliases ?? [])].some((name) => names.includes(name.toLowerCase()))
  const fits = (share: number, what: Sentence, alone: number): ByContent =>
    share >= 0.8
      ? { times: 1.06, alone, why: sentence('It holds {what}.', { what }) }
      : {
          times: share >= 0.5 ? 0.8 : 0.45,
          alone: 0,
          why: sentence('Few of its cells hold {what}.', { what }),
        }
  if (field.kind === 'instant' || field.kind === 'date') {
    // Seconds since 1970 and days of Excel look like any number: taken by name, never by sight.
    const counts = content.numbers === 1 && content.length >= 5
    return counts ? silent : fits(content.dates, sentence('dates'), 0.55)
  }
  if (field.form === 'url' || called('url'))
    return fits(content.urls, sentence('web addresses'), 0.55)
  if (field.form === 'email') return fits(content.emails, sentence('e-mail addresses'), 0.55)
  if (field.form === 'language') return fits(content.languages, sentence('languages'), 0.5)
  if (field.kind === 'number' && called('stars', 'rating') && content.marks >= 0.8) {
    return fits(content.marks, sentence('ratings from 1 to 5'), 0.5)
  }
  if (field.kind === 'number' || field.kind === 'amount')
    return fits(content.numbers, sentence('numbers'), 0)
  if (field.kind === 'flag') return fits(content.flags, sentence('a yes or a no'), 0)
  if (field.kind === 'choice') return byChoice(content, field)
  if (field.kind === 'text' && called('id')) {
    return content.ids === 1
      ? {
          times: 1.06,
          alone: content.length >= 6 ? 0.45 : 0,
          why: sentence('No two of its cells are equal.'),
        }
      : { ...silent, times: 0.7 }
  }
  const prose = field.kind === 'prose' || called('body', 'content', 'description')
  if (prose && proseLength(content) === longest && longest > 20) {
    return { times: 1.03, alone: 0.5, why: sentence('It holds the longest texts.') }
  }
  return silent
}

/** Ids and addresses are long too, but nobody wrote them. */
const proseLength = ({ ids, urls, length }: Content): number =>
  ids === 1 || urls > 0.5 ? 0 : length

function byChoice(content: Content, { label, options }: Guessable): ByContent {
  if (options === undefined) return silent
  const named = declaredWord(label, undefined, 'alone')
  const words = new Set(
    Object.entries(options)
      .flat()
      .map((word) => word.toLowerCase()),
  )
  const known = [...content.distinct].filter((cell) => words.has(cell)).length
  // Its values can still be told one by one, but not taken unasked.
  if (known === 0)
    return {
      ...silent,
      times: 0.75,
      why: sentence('None of its words is one that “{label}” knows.', { label: named }),
    }
  const all = known === content.distinct.size
  return {
    times: 1.03,
    alone: all ? 0.45 : 0,
    why: sentence('Its words are those of “{label}”.', { label: named }),
  }
}
