import { canonical } from '../../../engine/canonical.ts'
import type { Actor } from '../../../engine/access.ts'
import type { Catalogue } from '../../../engine/catalogue.ts'
import { plainOf } from '../../../engine/prose.ts'
import type { Field, ProseNode } from '../../../engine/field.ts'
import { titleOf, type Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { contentOf, type Evidence, type PinnedRow } from './evidence-pin.ts'
import type { Named } from './whole.ts'

/** A piece of evidence as it was seen, or is. */
export interface Piece extends Named {
  /** How it stands to what it is tied to: by the link that leads on from it. */
  readonly speaks: 'for' | 'against' | 'neither'
}

export interface Differs extends Piece {
  readonly fields: readonly {
    readonly field: string
    readonly label: string
    readonly was: string | null
    readonly is: string | null
  }[]
}

/** Does the evidence as history tells it have the hash that was pinned? `unsure` where this reader cannot tell. */
export type Held = 'matches' | 'differs' | 'unsure' | 'unpinned' | 'erased'

export interface AsOf {
  readonly of: Named
  readonly decidedAt: string | null
  /** The last commit that is in it. */
  readonly seq: number
  readonly at: string
  readonly hash: {
    readonly pinned: string | null
    readonly recomputed: string
    readonly is: Held
    readonly says: string
  }
  readonly says: string
  readonly seen: readonly Piece[]
  readonly came: readonly Piece[]
  readonly changed: readonly Differs[]
  readonly went: readonly Piece[]
  /** What came of it since, the oldest first. */
  readonly since: readonly { readonly at: string; readonly ref: string; readonly says: string }[]
  readonly cut: boolean
}

interface Compared {
  readonly decision: Row
  readonly moment: { readonly seq: number; readonly at: string }
  readonly seen: Evidence
  readonly today: Evidence
  readonly recomputed: string
  readonly past: { readonly isErased: boolean; readonly isCut: boolean }
  readonly after: {
    readonly predictions: readonly Row[]
    readonly tripwires: readonly Row[]
    readonly reviews: readonly Row[]
    readonly amendments: readonly Row[]
  }
}

interface Scene {
  readonly declared: Pick<Catalogue, 'record' | 'records'>
  readonly actor: Actor
  readonly words: Words
  readonly now: string
}

/** The evidence of then beside that of now. Pure. */
export function comparedAsOf(compared: Compared, scene: Scene): AsOf {
  const { decision, moment, seen, today } = compared
  const { words, declared } = scene
  const [old, young] = [byId(seen), byId(today)]
  const tell = (one: PinnedRow, evidence: Evidence): Piece => ({
    id: one.id,
    record: one.record,
    ref: one.row.ref,
    title: titleOf(declared.record(one.record), one.row),
    speaks: speaksOf(one.id, evidence),
  })
  const came = today.rows.filter(({ id }) => !old.has(id)).map((one) => tell(one, today))
  const went = seen.rows.filter(({ id }) => !young.has(id)).map((one) => tell(one, seen))
  const changed = seen.rows.flatMap((one): readonly Differs[] => {
    const now = young.get(one.id)
    if (now === undefined) return []
    const fields = fieldsThatDiffer(one, now, scene)
    return fields.length === 0 ? [] : [{ ...tell(now, today), fields }]
  })
  const held = heldOf(compared, scene.actor)
  return {
    of: {
      id: decision.id,
      record: 'decision',
      ref: decision.ref,
      title: titleOf(declared.record('decision'), decision),
    },
    decidedAt: textOf(decision['decidedAt']),
    seq: moment.seq,
    at: moment.at,
    hash: {
      pinned: textOf(decision['evidenceHash']),
      recomputed: compared.recomputed,
      is: held,
      says: heldSays(held, words),
    },
    says: asOfSays({ count: seen.rows.length, came, changed, went }, words),
    seen: seen.rows.map((one) => tell(one, seen)),
    came,
    changed,
    went,
    since: sinceSaid(compared, words),
    cut: seen.cut || today.cut || compared.past.isCut,
  }
}

const byId = ({ rows }: Evidence): ReadonlyMap<string, PinnedRow> =>
  new Map(rows.map((one) => [one.id, one] as const))

function speaksOf(id: string, { links }: Evidence): Piece['speaks'] {
  const sides = links.filter((one) => one.from === id).map(({ polarity }) => polarity)
  if (sides.includes('against')) return 'against'
  return sides.includes('for') ? 'for' : 'neither'
}

/**
 * The hash is of what whoever decided could see. Another reader may see more or less: where something in it
 * is not for everybody, only a match can be told, or whoever decided can tell.
 */
function heldOf({ decision, seen, recomputed, past }: Compared, actor: Actor): Held {
  const pinned = textOf(decision['evidenceHash'])
  if (pinned === null) return 'unpinned'
  if (pinned === recomputed) return 'matches'
  if (past.isErased) return 'erased'
  const isForAll = seen.rows.every(
    ({ row }) =>
      row['draft'] !== true && [undefined, null, 'workspace'].includes(row['visibility'] as null),
  )
  const isSure = actor.id === decision['decidedById'] || (isForAll && actor.bounds === undefined)
  return past.isCut || !isSure ? 'unsure' : 'differs'
}

function heldSays(held: Held, words: Words): string {
  switch (held) {
    case 'matches':
      return words.say('The evidence as history tells it has the hash that was pinned.')
    case 'differs':
      return words.say('The evidence as history tells it does not have the hash that was pinned.')
    case 'unsure':
      return words.say('You may see other rows than whoever decided, so you cannot tell.')
    case 'unpinned':
      return words.say('No hash was pinned when it was decided.')
    case 'erased':
      return words.say('Something that it saw has been erased from history since.')
  }
}

function fieldsThatDiffer(
  was: PinnedRow,
  is: PinnedRow,
  { declared, words }: Scene,
): Differs['fields'] {
  const [old, young] = [contentOf(was.record, was.row), contentOf(is.record, is.row)]
  const kind = declared.record(was.record)
  const names = new Set([...Object.keys(old), ...Object.keys(young)])
  return [...names].flatMap((field) => {
    if (canonical(old[field] ?? null) === canonical(young[field] ?? null)) return []
    const known = kind.fields[field]
    return [
      {
        field,
        label: words.label(known?.label ?? field, kind.name),
        was: valueSaid(old[field], known, kind.name, words),
        is: valueSaid(young[field], known, kind.name, words),
      },
    ]
  })
}

const longest = 300

function valueSaid(
  value: unknown,
  field: Field | undefined,
  record: string,
  words: Words,
): string | null {
  if (value === null || value === undefined) return null
  if (field?.kind === 'choice')
    return words.label(field.options[String(value)] ?? String(value), record)
  if (field?.kind === 'prose') return plainOf(value as ProseNode).slice(0, longest)
  if (typeof value === 'number') return words.number(value)
  return (typeof value === 'string' ? value : canonical(value)).slice(0, longest)
}

function asOfSays(
  {
    count,
    came,
    changed,
    went,
  }: {
    readonly count: number
    readonly came: readonly Piece[]
    readonly changed: readonly Differs[]
    readonly went: readonly Piece[]
  },
  words: Words,
): string {
  const seen = words.counted(count, 'It was decided on # record.', 'It was decided on # records.')
  if (came.length + changed.length + went.length === 0)
    return `${seen} ${words.say('Nothing has changed about them since.')}`
  return [
    seen,
    words.counted(came.length, '# came since.', '# came since.|records'),
    words.counted(changed.length, '# has changed.', '# have changed.'),
    words.counted(went.length, '# is gone.', '# are gone.'),
  ].join(' ')
}

function sinceSaid({ after }: Compared, words: Words): AsOf['since'] {
  return [
    ...after.predictions.flatMap((one) =>
      typeof one['resolvedAt'] === 'string'
        ? [
            {
              at: one['resolvedAt'],
              ref: one.ref,
              says: words.say('It was known what came: {question}', {
                question: String(one['question']),
              }),
            },
          ]
        : [],
    ),
    ...after.tripwires.flatMap((one) =>
      typeof one['firedAt'] === 'string'
        ? [
            {
              at: one['firedAt'],
              ref: one.ref,
              says: words.say('A tripwire fired: {text}', { text: String(one['text']) }),
            },
          ]
        : [],
    ),
    ...after.reviews.map((one) => ({
      at: textOf(one['reviewedAt']) ?? one.createdAt,
      ref: one.ref,
      says: words.say('A review: {reasons}', { reasons: String(one['reasons']) }),
    })),
    ...after.amendments.map((one) => ({
      at: one.createdAt,
      ref: one.ref,
      says: words.say('An amendment: {text}', { text: String(one['text']) }),
    })),
  ].toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
