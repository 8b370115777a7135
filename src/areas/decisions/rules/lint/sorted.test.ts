/** What is waived, what comes back, and what can be told from a finding. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { german } from '../../../../words/german.ts'
import { wordsOf } from '../../../../engine/words.ts'
import { rules } from './all.ts'
import { heldFindings, isHeldRule, keyOf, sortedBy } from './lint.ts'
import { dayAgo, found, now, row, toldOf } from './lint.world.ts'
import { isRuleName, ruleNames } from './rule-names.ts'
import { severities } from './shape.ts'

const many = {
  rows: {
    objective: [row('OBJ-1'), row('OBJ-2')],
    'roadmap-item': [row('RM-1', { status: 'in-progress' })],
    idea: [row('IDEA-1', { state: 'open' })],
    decision: [row('DEC-1', { state: 'open', dueOn: dayAgo(3) })],
    experiment: [row('EXP-1', { state: 'planned' }), row('EXP-2', { state: 'ended' })],
    metric: [row('MET-1', { everyDays: 7 })],
    need: [row('NEED-1', { title: 'Add a button to export' })],
    prediction: [row('PRED-1', { state: 'locked', resolvesOn: dayAgo(2) })],
  },
}

test('every finding is either open or waived, never both and never neither, whatever was waived until when', () => {
  const all = found(many)
  expect(all.length).toBeGreaterThanOrEqual(9)
  const waiver = fc.record({
    rule: fc.oneof(fc.constantFrom(...ruleNames), fc.string()),
    onId: fc.constantFrom(...all.map(({ on }) => on.id), 'elsewhere'),
    until: fc.option(fc.integer({ min: -5, max: 5 })),
  })
  fc.assert(
    fc.property(fc.array(waiver, { maxLength: 30 }), (given) => {
      const waivers = given.map(({ until, ...one }, at) =>
        row(`WAIV-${at}`, {
          ...one,
          reasons: 'we know',
          until: until === null ? null : dayAgo(until),
        }),
      )
      const sorted = sortedBy(all, waivers, now.slice(0, 10))
      const open = sorted.findings.map(({ rule, on }) => keyOf(rule, on.id))
      const waived = sorted.waived.map(({ rule, on }) => keyOf(rule, on.id))
      expect([...open, ...waived].toSorted()).toEqual(
        all.map(({ rule, on }) => keyOf(rule, on.id)).toSorted(),
      )
      const holds = new Set(
        given.flatMap(({ rule, onId, until }) =>
          until === null || until <= 0 ? [keyOf(rule, onId)] : [],
        ),
      )
      for (const key of open) expect(holds.has(key)).toBe(false)
      for (const key of waived) expect(holds.has(key)).toBe(true)
    }),
  )
})

test('a waiver holds through its last day, and the day after the finding is back', () => {
  const waivers = [row('WAIV-1', { rule: 'decision-overdue', onId: 'DEC-1', until: '2026-11-23' })]
  const of = (today: string) =>
    sortedBy(found(many), waivers, today).findings.some(({ rule }) => rule === 'decision-overdue')
  expect(of('2026-11-23')).toBe(false)
  expect(of('2026-11-24')).toBe(true)
})

test('the gravest come first', () => {
  const { findings } = sortedBy(found(many), [], now.slice(0, 10))
  const grave = findings.map(({ severity }) => severities.indexOf(severity))
  expect(grave).toEqual(grave.toSorted((one, other) => one - other))
})

test('a browser finds by its own rows exactly what those rules find at the server', () => {
  const told = toldOf(many)
  expect(heldFindings(told)).toEqual(found(many).filter(({ rule }) => isHeldRule(rule)))
})

test('every rule goes by a name of its own, says why it matters, and says it in German too', () => {
  const words = wordsOf(german)
  expect(rules.map(({ name }) => name)).toEqual([...ruleNames])
  expect(new Set(ruleNames).size).toBe(ruleNames.length)
  for (const { says, because } of rules) {
    expect(words.told(says)).not.toBe(says.text)
    expect(words.told(because)).not.toBe(because.text)
  }
  expect(isRuleName('one-option')).toBe(true)
  expect(isRuleName('constructor')).toBe(false)
})
