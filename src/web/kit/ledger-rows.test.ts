import { describe, expect, it } from 'vitest'
import { stretches } from './ledger-rows.ts'

const group = (id: string) => ({ id, title: id })

describe('rows under their group heads', () => {
  it('are one stretch where there are no groups', () => {
    expect(stretches([1, 2, 3], undefined)).toEqual([{ group: undefined, rows: [1, 2, 3] }])
  })

  it('keep their order, so a group that comes back has two heads', () => {
    const cut = stretches(['a1', 'a2', 'b1', 'a3'], (row) => group(row.slice(0, 1)))
    expect(cut.map((stretch) => [stretch.group?.id, stretch.rows])).toEqual([
      ['a', ['a1', 'a2']],
      ['b', ['b1']],
      ['a', ['a3']],
    ])
  })

  it('may stand under no head beside others that do', () => {
    const cut = stretches([1, 2, 3], (row) => (row === 1 ? undefined : group('rest')))
    expect(cut.map((stretch) => stretch.rows)).toEqual([[1], [2, 3]])
  })

  it('are none where there is nothing', () => {
    expect(stretches([], undefined)).toEqual([])
  })
})
