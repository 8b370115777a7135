import { expect, test } from 'vitest'
import { catalogue } from '../../areas/order.ts'
import { choice, flag } from '../../engine/field.ts'
import { must } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { asFilter, groupable, grouped } from './grouping.ts'

const row = (id: string, more: object): Row => ({ id, custom: {}, ...more }) as unknown as Row
const said = (groups: ReturnType<typeof grouped>) =>
  groups.map(({ value, rows }) => `${value}: ${rows.map(({ id }) => id).join(' ')}`)

test('rows stand under the words of a choice in their order, each in its own order, none last', () => {
  const state = choice({ label: 'State', options: { open: 'Open', done: 'Done' } })
  const rows = [
    row('a', { state: 'done' }),
    row('b', {}),
    row('c', { state: 'open' }),
    row('d', { state: 'gone' }),
    row('e', { state: 'done' }),
  ]
  expect(said(grouped(rows, 'state', state))).toEqual([
    'open: c',
    'done: a e',
    'gone: d',
    'null: b',
  ])
})

test('yes comes before no, and own fields group as others do', () => {
  const rows = [
    row('a', { custom: { big: false } }),
    row('b', { custom: { big: true } }),
    row('c', {}),
  ]
  expect(said(grouped(rows, 'custom.big', flag({ label: 'Big' })))).toEqual([
    'true: b',
    'false: a',
    'null: c',
  ])
})

test('rows under other rows come as the first of them does', () => {
  const need = must(catalogue.record('need').fields['parentId'])
  const rows = [
    row('a', { parentId: 'y' }),
    row('b', { parentId: 'x' }),
    row('c', { parentId: 'y' }),
  ]
  expect(said(grouped(rows, 'parentId', need))).toEqual(['y: a c', 'x: b'])
})

test('what is held whole groups by every choice, flag and row; what is read by the page, by what the server counts', () => {
  const own = {
    'custom.size': choice({ label: 'Size', options: { S: 'S' } }),
    'custom.plan': choice({ label: 'Plan', options: { A: 'A' }, filter: true }),
  }
  const ideas = Object.keys(groupable(catalogue.record('idea'), own, catalogue))
  expect(ideas).toEqual(
    expect.arrayContaining(['state', 'productId', 'draft', 'custom.size', 'custom.plan']),
  )
  expect(ideas).not.toContain('mergedIntoId')
  const feedback = Object.keys(groupable(catalogue.record('feedback'), own, catalogue))
  expect(feedback).toEqual(expect.arrayContaining(['kind', 'state', 'custom.plan']))
  expect(feedback).not.toContain('custom.size')
  expect(feedback).not.toContain('companyId')
})

test('a value is a filter as an address takes it', () => {
  const size = choice({ label: 'Size', options: { 'S, small': 'S, small' } })
  expect(asFilter(size, 'S, small')).toBe('"S, small"')
  expect(asFilter(size, null)).toBe('none')
})
