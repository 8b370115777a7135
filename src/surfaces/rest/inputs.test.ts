import { expect, test } from 'vitest'
import { amount, flag, interval, list, number, text } from '../../engine/field.ts'
import { Problem } from '../../engine/problem.ts'
import { inputOf } from './inputs.ts'
import { parametersOf } from './parameters.ts'

const fields = {
  ref: text({ label: 'Ref', max: 20, required: true }),
  depth: number({ label: 'Depth' }),
  all: flag({ label: 'All' }),
  names: list({ label: 'Names', of: 'text', most: 9 }),
  dates: interval({ label: 'Dates' }),
  budget: amount({ label: 'Budget' }),
}

const read = (search: string) => inputOf(fields, parametersOf(`http://here/x${search}`))

test('an address refuses names that a view does not take, and names it does', () => {
  expect(() => read('?deep=3')).toThrow(
    /does not take "deep".*ref, depth, all, names, dates, budget/,
  )
  expect(() => read('?ref=a&ref=b')).toThrow(Problem)
})

test('texts become the values of their fields', () => {
  expect(
    read('?ref=12&depth=-0.5&all=true&names=a,b&dates=2026-01-01..&budget=1200%20EUR'),
  ).toEqual({
    ref: '12',
    depth: -0.5,
    all: true,
    names: ['a', 'b'],
    dates: { from: '2026-01-01', to: null },
    budget: { minor: 1200, currency: 'EUR' },
  })
})

test('what does not look like its field is left for the schema to refuse', () => {
  expect(read('?depth=deep&all=1&dates=soon&budget=free')).toEqual({
    depth: 'deep',
    all: '1',
    dates: 'soon',
    budget: 'free',
  })
})
