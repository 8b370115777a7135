import type { Change } from '../../../engine/change.ts'
import type { Scene } from '../../../engine/command.ts'
import { denied } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'

/** How an answer is kept: in which round, and whether the others see it. */
export interface Veil {
  readonly roundId: string | null
  readonly isShown: boolean
}

/** Where no round is open on a thing, what is said of it is seen at once. */
export const unveiled: Veil = { roundId: null, isShown: true }

/**
 * How an answer to something is kept while these rounds are about it. Within a round that is not shown
 * only those who were asked may answer: anybody else's answer would be seen, and would sway them.
 * @throws `denied` for whoever was not asked, and once all answers are in.
 */
export function veilOf(rounds: readonly Row[], { actor }: Pick<Scene, 'actor'>): Veil {
  const open = rounds.find((one) => one['state'] !== 'shown')
  if (open === undefined) return unveiled
  if (!isAsked(open, actor.id))
    throw denied(
      sentence('{ref} is a blind round, and you are not among those it asks.', { ref: open.ref }),
    )
  if (open['state'] === 'complete')
    throw denied(sentence('All answers to {ref} are in.', { ref: open.ref }))
  return { roundId: open.id, isShown: false }
}

/** That somebody has answered a round, or abstains from what is left of it; with the last of them all are in. */
export function answered(
  round: Row,
  by: string,
  how: 'has said all' | 'abstains' = 'has said all',
): readonly Change[] {
  const before = idsIn(round['answeredIds'])
  if (before.includes(by)) return []
  const answeredIds = [...before, by]
  const isLast = idsIn(round['raterIds']).every((id) => answeredIds.includes(id))
  const patch = {
    answeredIds,
    ...(how === 'abstains' ? { abstainedIds: [...idsIn(round['abstainedIds']), by] } : {}),
    ...(isLast ? { state: 'complete' } : {}),
  }
  return [{ op: 'update', record: 'round', id: round.id, patch }]
}

/** Rounds that are open end with what is in. */
export const endsOf = (rounds: readonly Row[]): readonly Change[] =>
  rounds
    .filter((round) => round['state'] === 'open')
    .map(({ id }) => ({ op: 'update', record: 'round', id, patch: { state: 'complete' } }))

export const isAsked = (round: Row, id: string): boolean => idsIn(round['raterIds']).includes(id)

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : []
