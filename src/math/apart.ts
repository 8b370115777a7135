import { beats } from './beats.ts'
import type { Chance } from './chance.ts'
import type { Scores } from './scores.ts'

/** Options that cannot be told apart from the first of them, in order. */
export interface Group {
  readonly options: readonly number[]
  /** How probable it is that the first scores more than each of the rest, in their order. */
  readonly leads: readonly Chance[]
}

/**
 * Cuts an order into groups that cannot be told apart. A group begins with its leader, the first option that is in no
 * group yet, and goes on as long as the leader beats the next one with a probability below `level`; the first
 * that it beats at least so often begins the next group.
 *
 * Every member is compared with its leader and never with its neighbour. "Cannot be told apart" is not transitive: of
 * a long row of options each may be a little better than the next, and comparing neighbours would put the first
 * and the last into one group although nobody would confuse them. Comparing with the best that is left is what
 * subset selection does (Gupta, "On some multiple decision (selection and ranking) rules", 1965), and screening in
 * selection of the best system (Nelson, Swann, Goldsman and Song, 2001), here without a correction for many
 * comparisons: the level says what counts as a difference to the reader, like an indifference zone (Bechhofer,
 * 1954), and the draws say it of a given model; nothing is tested.
 *
 * It follows that two members that are not the leader may be apart from each other; and that an option of a later
 * group may not be apart from the leader, if it is so much wider than the one that began its group. `beats`
 * answers for any pair.
 */
export function groupsOf(
  scores: Scores,
  order: readonly number[],
  level: number,
): readonly Group[] {
  const groups: Group[] = []
  let from = 0
  while (from < order.length) {
    const group = groupFrom(scores, order, from, level)
    groups.push(group)
    from += group.options.length
  }
  return groups
}

function groupFrom(scores: Scores, order: readonly number[], from: number, level: number): Group {
  const leader = order[from] ?? 0
  const options = [leader]
  const leads: Chance[] = []
  for (const option of order.slice(from + 1)) {
    const lead = beats(scores, leader, option)
    if (lead.p >= level) break
    options.push(option)
    leads.push(lead)
  }
  return { options, leads }
}
