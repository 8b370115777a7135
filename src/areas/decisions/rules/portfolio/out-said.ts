import { series, type Words } from '../../../../engine/words.ts'
import { barrierSaid, brokenSaid, type Names } from './barrier-said.ts'
import type { Entry } from './entry.ts'
import type { Item, Portfolio } from './portfolio.ts'

/** Why an idea is not in the set. */
export function whyOut(item: Item, portfolio: Portfolio, names: Names, words: Words): string {
  if (item.isNever) return words.say('Held out by you.')
  const needs = portfolio.bereft.find(([id]) => id === item.id)?.[1]
  if (needs !== undefined) {
    const title = names.titleOf(needs)
    return title === ''
      ? words.say('It depends on an idea that cannot be chosen.')
      : words.say('It depends on “{title}”, which cannot be chosen.', { title })
  }
  const broken = item.leftOut?.broken ?? []
  if (broken.length === 0)
    return item.value > 0
      ? words.say('It would fit, and is left out for want of proof.')
      : words.say('It brings nothing.')
  const parts = broken.map((one) => brokenSaid(one, names, words)).filter((one) => one !== '')
  return words.say('With all that is in: {parts}.', { parts: series(parts, words) })
}

/** What must leave for an idea to enter, or why it cannot. */
export function entrySaid(entry: Entry, names: Names, words: Words): string {
  const list = (ids: readonly string[]): string =>
    series(
      ids.map((id) => `“${names.titleOf(id)}”`),
      words,
    )
  if (entry.is === 'unknown') return words.say('This was not worked out in the time.')
  if (entry.is === 'cannot')
    return entry.because.length === 0
      ? words.say('By expected costs it cannot enter, whatever leaves.')
      : words.say('By expected costs it cannot enter, whatever leaves: {reasons}.', {
          reasons: series(
            entry.because.map((one) => barrierSaid(one, names, words)),
            words,
          ),
        })
  const loses = roundly(Math.max(0, entry.loses), words)
  if (entry.leaving.length === 0)
    return entry.entering.length === 0
      ? words.say('It can enter and nothing leaves; the set loses {loses}.', { loses })
      : words.say('It enters with {entering}, and nothing leaves; the set loses {loses}.', {
          entering: list(entry.entering),
          loses,
        })
  return entry.entering.length === 0
    ? words.say('{leaving} must leave; the set loses {loses}.', {
        leaving: list(entry.leaving),
        loses,
      })
    : words.say('{leaving} must leave, and {entering} enters with it; the set loses {loses}.', {
        leaving: list(entry.leaving),
        entering: list(entry.entering),
        loses,
      })
}

/** To three digits: nobody knows more of such a value. */
export const roundly = (value: number, words: Words): string =>
  words.number(Number(value.toPrecision(3)), { maximumFractionDigits: 2 })
