import type { Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { daysBetween, reviewDue } from './decided-days.ts'
import { isOpen } from './decided-text.ts'
import type { Person } from './whole.ts'

/** Why a decision asks for somebody, the most pressing first. */
export const pressing = ['under-review', 'escalated', 'late', 'review', 'due', 'open'] as const
export type Pressing = (typeof pressing)[number]

export interface Waiting {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly door: string
  readonly is: Pressing
  /** The day it turns on: when it is due, or when it is to be looked at; null where there is none. */
  readonly on: string | null
  /** Days until then; less than nothing where it has passed. */
  readonly days: number | null
  /** What holds if nobody decides. */
  readonly otherwise: string | null
  /** Whom it asks. */
  readonly needs: readonly Person[]
  readonly isMine: boolean
  readonly says: string
}

/** A deadline counts as near so many days before. */
const nearDays = 14

/** The decisions that ask for somebody, in the order in which they press. Pure. */
export function queueOf(
  decisions: readonly Row[],
  reviews: readonly Row[],
  scene: {
    readonly names: ReadonlyMap<string, string>
    readonly me: string
    readonly now: string
    readonly words: Words
  },
): readonly Waiting[] {
  const today = scene.now.slice(0, 10)
  return decisions
    .flatMap((row): readonly Waiting[] => {
      const found = pressingOf(row, reviews, today)
      if (found === undefined) return []
      const { is, on, ids } = found
      const needs = [...new Set(ids)].map((id) => ({ id, name: scene.names.get(id) ?? '' }))
      const days = on === null ? null : daysBetween(today, on)
      return [
        {
          id: row.id,
          ref: row.ref,
          title: textOf(row['question']) ?? textOf(row['sentence']) ?? row.ref,
          door: String(row['door'] ?? 'two-way'),
          is,
          on,
          days,
          otherwise: isOpen(row) ? textOf(row['otherwise']) : null,
          needs,
          isMine: ids.includes(scene.me),
          says: saysOf(is, days, scene.words),
        },
      ]
    })
    .toSorted(
      (left, right) =>
        pressing.indexOf(left.is) - pressing.indexOf(right.is) ||
        compare(left.on ?? '9999', right.on ?? '9999') ||
        compare(left.ref, right.ref),
    )
}

function pressingOf(
  row: Row,
  reviews: readonly Row[],
  today: string,
):
  | { readonly is: Pressing; readonly on: string | null; readonly ids: readonly string[] }
  | undefined {
  const driver = idsOf(row['driverId'])
  const approver = idsOf(row['approverId'])
  const responsible = driver.length > 0 ? driver : idsOf(row['decidedById'])
  if (row['state'] === 'under-review')
    return { is: 'under-review', on: null, ids: [...responsible, ...approver] }
  if (isOpen(row)) {
    const on = textOf(row['dueOn'])
    const decides = approver.length > 0 ? approver : driver
    const higher = idsOf(row['escalateToId'])
    if (on === null) return { is: 'open', on, ids: driver }
    if (on < today)
      return higher.length > 0
        ? { is: 'escalated', on, ids: [...higher, ...decides] }
        : { is: 'late', on, ids: decides }
    return daysBetween(today, on) <= nearDays
      ? { is: 'due', on, ids: decides }
      : { is: 'open', on, ids: driver }
  }
  const review = reviewDue(row, reviews)
  return review !== null && review <= today
    ? { is: 'review', on: review, ids: responsible }
    : undefined
}

function saysOf(is: Pressing, days: number | null, words: Words): string {
  switch (is) {
    case 'under-review':
      return words.say('Under review: say whether you go on.')
    case 'escalated':
    case 'late':
      return words.counted(-(days ?? 0), '# day late.', '# days late.')
    case 'review':
      return days === 0
        ? words.say('To be looked at again today.')
        : words.counted(-(days ?? 0), 'Its review is # day late.', 'Its review is # days late.')
    case 'due':
      return days === 0
        ? words.say('Due today.')
        : words.counted(days ?? 0, 'Due in # day.', 'Due in # days.')
    case 'open':
      return days === null
        ? words.say('Open, without a deadline.')
        : words.counted(days, 'Due in # day.', 'Due in # days.')
  }
}

const idsOf = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : [])
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
