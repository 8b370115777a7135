import { describe, expect, it } from 'vitest'
import { parseDay } from './day.ts'

describe('a day as a person writes it', () => {
  it('is taken as it stands', () => {
    expect(parseDay('2026-11-23')).toBe('2026-11-23')
  })

  it('may lack its zeros and stand among blanks', () => {
    expect(parseDay(' 2026-3-1 ')).toBe('2026-03-01')
  })

  it('knows leap years', () => {
    expect(parseDay('2028-02-29')).toBe('2028-02-29')
    expect(parseDay('2027-02-29')).toBeNull()
    expect(parseDay('1900-02-29')).toBeNull()
  })

  it('keeps years below 100 as they are', () => {
    expect(parseDay('0099-01-02')).toBe('0099-01-02')
  })

  it.each(['', '23.11.2026', '11/23/2026', '2026-13-01', '2026-00-10', '2026-04-31', 'tomorrow'])(
    'is refused where it is no such day: %s',
    (text) => {
      expect(parseDay(text)).toBeNull()
    },
  )
})
