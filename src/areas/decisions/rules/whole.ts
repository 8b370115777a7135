import type { PlaceSaid } from '../../../engine/problem.ts'
import { titleOf, type RecordKind, type Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { isOpen } from './decided-text.ts'
import { inForceDays, latencyDays, looksOf } from './decided-days.ts'
import { lettered, type Lettered } from './dossier.ts'
import { headOf, standingSays } from './whole-head.ts'
import { pooledOn, type Pooled } from './pooled-ratings.ts'
import { missingIn } from './missing.ts'

/** A row by its name. */
export interface Named {
  readonly id: string
  readonly record: string
  readonly ref: string
  readonly title: string
}

export interface Person {
  readonly id: string
  readonly name: string
}

/** All that a decision is told from, as its reader may see it. */
export interface Material {
  readonly decision: Row
  readonly options: readonly Row[]
  readonly criteria: readonly Row[]
  readonly ratings: readonly Row[]
  readonly positions: readonly Row[]
  readonly rounds: readonly Row[]
  readonly predictions: readonly Row[]
  readonly odds: readonly Row[]
  readonly assumptions: readonly Row[]
  readonly tripwires: readonly Row[]
  readonly reviews: readonly Row[]
  readonly amendments: readonly Row[]
  /** Links of the decision and of its options. */
  readonly links: readonly Row[]
  /** The rows at the other ends of the links, by id. */
  readonly ends: ReadonlyMap<string, { readonly kind: RecordKind; readonly row: Row }>
  /** From the first that was superseded to the last that supersedes, this one among them. */
  readonly chain: readonly Row[]
  readonly people: ReadonlyMap<string, string>
  readonly now: string
}

export interface Argument extends Named {
  readonly note: string | null
  readonly strength: number | null
}

export interface OptionTold {
  readonly id: string
  readonly ref: string
  /** By which it is called on its decision and in what is missing. */
  readonly letter: string
  readonly title: string
  readonly detail: string | null
  readonly isNothing: boolean
  readonly isChosen: boolean
  readonly pros: readonly string[]
  readonly cons: readonly string[]
  /** What is linked that speaks for it, and against it. */
  readonly for: readonly Argument[]
  readonly against: readonly Argument[]
  readonly ratings: readonly Pooled[]
}

export interface PositionTold {
  readonly by: Person
  readonly stance: string
  readonly option: string | null
  readonly reasons: string | null
  /** Against what was chosen, or for something else. */
  readonly isDissent: boolean
}

/** A decision on one page. Pure: the same material, the same page. */
export function wholeOf(material: Material, words: Words) {
  const { decision, now } = material
  const person = (id: unknown): Person | null =>
    typeof id === 'string' ? { id, name: material.people.get(id) ?? '' } : null
  const people = (ids: unknown): readonly Person[] =>
    Array.isArray(ids) ? ids.flatMap((id: unknown) => person(id) ?? []) : []
  const looks = looksOf(material, words)
  const positions = positionsOf(material, person)
  const [approver, decidedBy] = [person(decision['approverId']), person(decision['decidedById'])]
  const ended = material.chain.find((one) => one['supersedesId'] === decision.id)
  return {
    ...headOf(decision),
    people: {
      driver: person(decision['driverId']),
      approver,
      decidedBy,
      escalatesTo: person(decision['escalateToId']),
      contributors: people(decision['contributorIds']),
      informed: people(decision['informedIds']),
      /** An owner decided in the approver's place. */
      inPlaceOf:
        approver !== null && decidedBy !== null && approver.id !== decidedBy.id ? approver : null,
    },
    settles: material.links.flatMap((one) =>
      one['fromId'] === decision.id && one['relation'] === 'settles'
        ? endOf(material, String(one['toId']))
        : [],
    ),
    criteria: material.criteria.map((one) => ({
      id: one.id,
      ref: one.ref,
      title: String(one['title']),
      weight: numberOf(one['weight']),
      better: String(one['better'] ?? 'higher'),
      unit: textOf(one['unit']),
    })),
    options: lettered(material.options).map((one) => optionOf(one, material)),
    positions,
    dissent: positions.filter(({ isDissent }) => isDissent),
    rounds: material.rounds.map((one) => ({
      id: one.id,
      ref: one.ref,
      title: String(one['title']),
      state: String(one['state'] ?? 'open'),
      answered: listOf(one['answeredIds']).length,
      asked: listOf(one['raterIds']).length,
    })),
    predictions: material.predictions.map((one) => predictionOf(one, material, person)),
    assumptions: material.assumptions.map((one) => ({
      id: one.id,
      ref: one.ref,
      text: String(one['text']),
      risk: textOf(one['risk']),
      state: String(one['state'] ?? 'untested'),
    })),
    tripwires: material.tripwires.map((one) => ({
      id: one.id,
      ref: one.ref,
      text: String(one['text']),
      state: String(one['state'] ?? 'armed'),
      by: textOf(one['by']),
      value: numberOf(one['value']),
      firedAt: textOf(one['firedAt']),
    })),
    reviews: material.reviews.map((one) => ({
      id: one.id,
      ref: one.ref,
      verdict: String(one['verdict']),
      pivot: textOf(one['pivot']),
      reasons: String(one['reasons']),
      expected: textOf(one['expected']),
      came: textOf(one['came']),
      again: textOf(one['again']),
      at: textOf(one['reviewedAt']) ?? one.createdAt,
      by: person(one['byId']),
    })),
    amendments: material.amendments.map((one) => ({
      id: one.id,
      ref: one.ref,
      text: String(one['text']),
      at: one.createdAt,
      by: person(one['byId']),
    })),
    chain: material.chain.map((one) => ({
      id: one.id,
      ref: one.ref,
      title: textOf(one['sentence']) ?? textOf(one['question']) ?? one.ref,
      state: String(one['state'] ?? 'decided'),
      decidedAt: textOf(one['decidedAt']),
      isThis: one.id === decision.id,
    })),
    latencyDays: latencyDays(decision),
    inForceDays: isOpen(decision) ? null : inForceDays(decision, textOf(ended?.['decidedAt']), now),
    next: looks[0] ?? null,
    looks,
    missing: isOpen(decision) ? missingSaid(material, words) : [],
    says: standingSays(decision, looks, { now, endedAt: textOf(ended?.['decidedAt']), words }),
  }
}

function optionOf({ letter, row }: Lettered, material: Material): OptionTold {
  const speaking = (relation: string): readonly Argument[] =>
    material.links
      .filter((one) => one['toId'] === row.id && one['relation'] === relation)
      .flatMap((one) =>
        endOf(material, String(one['fromId'])).map((end) => ({
          ...end,
          note: textOf(one['note']),
          strength: numberOf(one['strength']),
        })),
      )
  return {
    id: row.id,
    ref: row.ref,
    letter,
    title: String(row['title']),
    detail: textOf(row['detail']),
    isNothing: row['isNothing'] === true,
    isChosen: row.id === material.decision['chosenId'],
    pros: linesIn(row['pros']),
    cons: linesIn(row['cons']),
    for: speaking('speaks-for'),
    against: speaking('speaks-against'),
    ratings: material.criteria.flatMap((one) => pooledOn(one.id, row.id, material.ratings)),
  }
}

function positionsOf(
  { decision, positions, options }: Material,
  person: (id: unknown) => Person | null,
): readonly PositionTold[] {
  const chosen = decision['chosenId']
  return positions.flatMap((one): readonly PositionTold[] => {
    const by = person(one['byId'])
    if (by === null) return []
    const option = options.find(({ id }) => id === one['optionId'])
    return [
      {
        by,
        stance: String(one['stance']),
        option: option === undefined ? null : String(option['title']),
        reasons: textOf(one['reasons']),
        isDissent: !isOpen(decision) && dissents(one, chosen),
      },
    ]
  })
}

/** Against what was chosen, or for another option than that. */
function dissents(position: Row, chosen: unknown): boolean {
  const named = position['optionId'] ?? null
  if (position['stance'] === 'against') return named === null || named === chosen
  return (
    position['stance'] === 'for' && named !== null && typeof chosen === 'string' && named !== chosen
  )
}

function predictionOf(row: Row, { odds }: Material, person: (id: unknown) => Person | null) {
  return {
    id: row.id,
    ref: row.ref,
    question: String(row['question']),
    kind: String(row['kind'] ?? 'binary'),
    unit: textOf(row['unit']),
    rule: textOf(row['rule']),
    resolvesOn: textOf(row['resolvesOn']),
    state: String(row['state'] ?? 'open'),
    lockedAt: textOf(row['lockedAt']),
    came: numberOf(row['came']),
    cameOn: textOf(row['cameOn']),
    odds: odds
      .filter((one) => one['predictionId'] === row.id)
      .map((one) => ({
        by: person(one['byId']),
        chance: numberOf(one['chance']),
        chances: listOf(one['chances']),
        low: numberOf(one['low']),
        likely: numberOf(one['likely']),
        high: numberOf(one['high']),
        lowOn: textOf(one['lowOn']),
        likelyOn: textOf(one['likelyOn']),
        highOn: textOf(one['highOn']),
        note: textOf(one['note']),
      })),
  }
}

/** What is not there yet, in words, so that a page can show it as a list to work off. */
function missingSaid(material: Material, words: Words): readonly PlaceSaid[] {
  const { decision } = material
  const places = missingIn(material, {
    sentence: textOf(decision['sentence']),
    chosenId: textOf(decision['chosenId']),
    reasons: textOf(decision['reasons']),
    reviewOn: textOf(decision['reviewOn']),
  })
  return places.map(({ at, says }) => ({
    at,
    says: words.told(typeof says === 'string' ? { text: says } : says),
  }))
}

function endOf({ ends }: Material, id: string): readonly Named[] {
  const end = ends.get(id)
  if (end === undefined) return []
  const { kind, row } = end
  return [{ id, record: kind.name, ref: row.ref, title: titleOf(kind, row) }]
}

const linesIn = (value: unknown): readonly string[] =>
  (textOf(value) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : []
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
