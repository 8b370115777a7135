import { expect, test } from 'vitest'
import type { OwnField } from '../../engine/custom.ts'
import type { Row } from '../../engine/record.ts'
import { asFields, gathered, undefinedOwn, valueIn } from './own-fields.ts'

const own = (key: string, type: OwnField['type'], options: readonly string[] | null = null) =>
  ({ key, type, label: key.toUpperCase(), options }) as unknown as OwnField

const fields = asFields([
  own('size', 'choice', ['S', 'M']),
  own('due', 'date'),
  own('cost', 'number'),
])

test('an own field becomes a field of its kind, under the name that a refusal gives it', () => {
  expect(fields).toEqual({
    'custom.size': { kind: 'choice', label: 'SIZE', options: { S: 'S', M: 'M' }, asWritten: true },
    'custom.due': { kind: 'date', label: 'DUE', asWritten: true },
    'custom.cost': { kind: 'number', label: 'COST', asWritten: true },
  })
})

test('a form reads own values apart and gives them back together, and what is emptied as null', () => {
  const row = { title: 'A', custom: { size: 'M', cost: 0 } } as unknown as Row
  const names = ['title', ...Object.keys(fields)]
  const read = Object.fromEntries(names.map((name) => [name, valueIn(row, name)] as const))
  expect(read).toEqual({ title: 'A', 'custom.size': 'M', 'custom.due': null, 'custom.cost': 0 })
  expect(gathered({ ...read, 'custom.size': null })).toEqual({
    title: 'A',
    custom: { size: null, due: null, cost: 0 },
  })
  expect(gathered({ title: 'A' })).toEqual({ title: 'A' })
})

test('a value whose field was taken away is still shown, under its key', () => {
  expect(Object.keys(undefinedOwn(fields, { custom: { size: 'M', left: 'over' } }))).toEqual([
    'custom.left',
  ])
})
