import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { plannedTests } from './planned-test.ts'

const row = (id: string, more: object): Row => ({ id, ...more }) as unknown as Row

const whole = { state: 'planned', factor: 'reach', spread: 20, plannedSample: 30, days: 4, cost: 2 }
const tests = (fromId: string, toId: string, toKind = 'idea'): Row =>
  row(`${fromId} ${toId}`, { fromId, relation: 'tests', toKind, toId })

test('what is planned or running and tests an idea is weighed, once for each idea; no cost is none', () => {
  const experiments = [
    row('both', whole),
    row('running', { ...whole, state: 'running', cost: null }),
    row('ended', { ...whole, state: 'ended' }),
    row('loose', whole),
    row('of a need', whole),
  ]
  const links = [
    tests('both', 'one'),
    tests('both', 'two'),
    tests('running', 'one'),
    tests('ended', 'one'),
    tests('of a need', 'a need', 'need'),
  ]
  const measured = { factor: 'reach', spread: 20, sample: 30, days: 4 }
  expect(plannedTests(experiments, links)).toEqual({
    tests: [
      { id: 'both', ideaId: 'one', ...measured, cost: 2 },
      { id: 'both', ideaId: 'two', ...measured, cost: 2 },
      { id: 'running', ideaId: 'one', ...measured, cost: 0 },
    ],
    unvalued: [],
  })
})

test('what lacks for a value is named', () => {
  const thin = row('thin', { ...whole, spread: null, plannedSample: undefined })
  expect(plannedTests([thin], [tests('thin', 'one')])).toEqual({
    tests: [],
    unvalued: [{ id: 'thin', lacks: ['spread', 'plannedSample'] }],
  })
})
