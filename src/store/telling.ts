import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Commit } from '../engine/change.ts'
import type { RecordKind } from '../engine/record.ts'
import type { SelfChange } from './self.ts'
import { isSeen, type Sight } from './sight.ts'
import type { Told, ToldChange } from './store.ts'
import { accessSql, clauseFor } from './where.ts'

/** One row of a step, before and after it. */
export interface Entry {
  readonly kind: RecordKind
  readonly id: string
  /** By a change of its own, by what moved with one, or because a row that it hangs on changed. */
  readonly why: 'changed' | 'rippled' | 'hung'
  readonly seq: number
  readonly was: Sight | undefined
  readonly now: Sight | undefined
}

/**
 * Who is told what of a step. The rows and what they hang on were read once; what is left for each
 * actor is to ask the accesses. Actors who see the same are given the very same answer.
 */
export function tellerOf(step: {
  readonly catalogue: Catalogue
  readonly seq: number
  readonly entries: readonly Entry[]
  readonly commits: readonly Commit[]
  readonly large: readonly Commit[]
  /** Records to be read again. */
  readonly again: ReadonlySet<string>
  readonly self: SelfChange
}): (actor: Actor) => Told | undefined {
  const bySign = new Map<string, Told | undefined>()
  return (actor) => {
    const own = step.self(actor)
    if (own !== undefined) return own
    const verdicts = step.entries.map((entry) => verdictOf(entry, actor))
    const more = [...step.again].filter((record) => isOpen(step.catalogue, record, actor))
    const sign = `${verdicts.join('')} ${more.join(' ')}`
    if (bySign.has(sign)) return bySign.get(sign)
    const told = newsOf(step, verdicts, more)
    bySign.set(sign, told)
    return told
  }
}

/** `+` the row as it stands, `-` it is gone, `.` nothing. */
type Verdict = '+' | '-' | '.'

function verdictOf({ why, was, now }: Entry, actor: Actor): Verdict {
  const before = isSeen(was, actor)
  if (!isSeen(now, actor)) return before ? '-' : '.'
  return why === 'hung' && before ? '.' : '+'
}

/** May this actor see any row of the record at all? */
const isOpen = (catalogue: Catalogue, record: string, actor: Actor): boolean => {
  const kind = catalogue.records.find(({ name }) => name === record)
  return (
    kind !== undefined && accessSql(kind.read, kind, clauseFor(catalogue, actor), 't') !== 'false'
  )
}

function newsOf(
  { seq, entries, commits, large }: Parameters<typeof tellerOf>[0],
  verdicts: readonly Verdict[],
  more: readonly string[],
): Told | undefined {
  const changes: ToldChange[] = []
  const shown = new Set(more.length > 0 ? large.map((commit) => commit.seq) : [])
  for (const [at, { kind, id, why, seq: by, now }] of entries.entries()) {
    const verdict = verdicts[at]
    if (verdict === undefined || verdict === '.') continue
    // Of a commit that only moved what somebody sees, nothing but that is told.
    if (why === 'changed') shown.add(by)
    changes.push(
      verdict === '-' || now === undefined
        ? { record: kind.name, id, seq: by, gone: true }
        : { record: kind.name, id, seq: by, row: now.row },
    )
  }
  if (changes.length === 0 && more.length === 0) return undefined
  return {
    is: 'news',
    seq,
    commits: commits
      .filter((commit) => shown.has(commit.seq))
      .map(({ seq: place, at, actor, command, cause }) => ({
        seq: place,
        at,
        actor,
        command,
        ...(cause === null ? {} : { cause }),
      })),
    changes,
    more,
  }
}
