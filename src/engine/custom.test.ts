import { expect, test } from 'vitest'
import { checkCustom } from './custom.ts'
import type { Reader } from './ports.ts'
import { saidIn } from './problem.ts'
import { english } from './words.ts'

/** A reader of a workspace that has defined one date of its own. */
const reader = {
  list: () => Promise.resolve({ data: [{ key: 'due', label: 'Due', type: 'date' }], cursor: null }),
} as unknown as Reader

const wrongIn = async (due: unknown): Promise<readonly string[]> =>
  (await checkCustom('need', { due }, {}, reader)).places.map((place) =>
    saidIn(english, place.says),
  )

test('a date of an own field is a day of the calendar', async () => {
  for (const day of ['2026-02-28', '2028-02-29', '1970-01-01', null])
    expect(await wrongIn(day)).toEqual([])
  for (const none of ['2026-02-30', '2026-02-29', '2026-04-31', '2026-13-01', '26-01-01', 7])
    expect(await wrongIn(none)).toEqual(['Due is a date such as 2026-11-22.'])
})
