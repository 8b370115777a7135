import { expect, test } from 'vitest'
import { dateOrders } from './date-orders.ts'

test('a date in doubt is told as each day it may be', () => {
  expect(dateOrders('03/04/2026')).toEqual([
    { id: 'dmy', day: '3 April 2026' },
    { id: 'mdy', day: '4 March 2026' },
  ])
  expect(dateOrders('01-02-03 10:30').map(({ id }) => id)).toEqual(['dmy', 'mdy', 'ymd'])
})

test('what the calendar does not have is no way to read it', () => {
  expect(dateOrders('25/12/2026')).toEqual([{ id: 'dmy', day: '25 December 2026' }])
  expect(dateOrders('31/02/2026')).toEqual([])
  expect(dateOrders('soon')).toEqual([])
})
