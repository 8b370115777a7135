import type { Broken } from '../../../../math/portfolio/feasible.ts'
import type { Barrier } from '../../../../math/portfolio/model.ts'
import { series, type Words } from '../../../../engine/words.ts'
import { personMonths } from './person-months.ts'

/** How ideas and functions are called. */
export interface Names {
  readonly titleOf: (id: string) => string
  readonly functionOf: (key: string) => string
  readonly limitOf: (key: string) => number | null
}

/** A rule or a limit as a sentence part: what stands in the way. */
export function barrierSaid(barrier: Barrier, names: Names, words: Words): string {
  const { titleOf } = names
  switch (barrier.is) {
    case 'must':
      return words.say('“{title}” must be in', { title: titleOf(barrier.option) })
    case 'never':
      return words.say('“{title}” must not be in', { title: titleOf(barrier.option) })
    case 'requires':
      return words.say('“{title}” depends on {others}', {
        title: titleOf(barrier.option),
        others: series(
          barrier.anyOf.map((id) => `“${titleOf(id)}”`),
          words,
        ),
      })
    case 'exclusive':
      return words.say('{titles} exclude one another', {
        titles: series(
          barrier.atMostOneOf.map((id) => `“${titleOf(id)}”`),
          words,
        ),
      })
    case 'share':
      return words.say('at least {share} % goes to {group}', {
        share: Math.round(barrier.atLeast * 1000) / 10,
        group: barrier.group,
      })
    case 'count':
      return words.say('at least {count} of {group} are in', {
        count: barrier.atLeast,
        group: barrier.group,
      })
    case 'limit':
      return words.say('{function} has {amount}', {
        function: names.functionOf(barrier.capacity),
        amount: personMonths(names.limitOf(barrier.capacity) ?? 0, words),
      })
  }
}

/** What one that is out would run into if it came in and nothing left. */
export function brokenSaid({ barrier, has, asks }: Broken, names: Names, words: Words): string {
  if (barrier.is === 'unknown') return ''
  if (barrier.is === 'limit')
    return words.say('{function} lacks {amount}', {
      function: names.functionOf(barrier.capacity),
      amount: personMonths(has - asks, words),
    })
  if (barrier.is === 'share')
    return words.say('{group} would get {share} %, and at least {least} % is asked', {
      group: barrier.group,
      share: Math.round(has * 1000) / 10,
      least: Math.round(asks * 1000) / 10,
    })
  return barrierSaid(barrier, names, words)
}
