import { describe, expect, it } from 'vitest'
import type { Field } from '../../engine/field.ts'
import {
  amount,
  choice,
  custom,
  computed,
  date,
  flag,
  interval,
  list,
  number,
  prose,
  ref,
  rollup,
  text,
} from '../../engine/field.ts'
import { Problem } from '../../engine/problem.ts'
import { fieldOption, flagOf } from './field-option.ts'

const read = (field: Field, ...typed: readonly string[]): unknown =>
  fieldOption('some', field, false)?.read(typed)
const refusal = (field: Field, ...typed: readonly string[]): string => {
  try {
    read(field, ...typed)
  } catch (fault) {
    if (fault instanceof Problem) return fault.places.map(({ at, says }) => `${at} ${says}`).join()
  }
  return 'not refused'
}

describe('the option of a field', () => {
  it('is its name in kebab case, led by "field" where every command has the word for itself', () => {
    expect(flagOf('companyId')).toBe('company-id')
    expect(flagOf('data')).toBe('field-data')
  })

  it('is not there for what is worked out', () => {
    expect(fieldOption('some', computed({ label: 'Sum', expr: 1 }), false)).toBeUndefined()
    expect(
      fieldOption('some', rollup({ label: 'Mean', how: 'mean', from: [] }), false),
    ).toBeUndefined()
  })

  it('says the label, the help, the words and whether it must be given', () => {
    const impact = number({
      label: 'Impact',
      help: 'How much.',
      unit: 'x',
      allowed: { high: 2, low: 0.5 },
    })
    expect(fieldOption('impact', impact, true)).toMatchObject({
      says: 'Impact, in x: How much; 2 (high), 0.5 (low); must be given',
      choices: ['2', '0.5'],
      value: 'number',
    })
  })
})

describe('what is typed for a field', () => {
  it('becomes a value of its kind', () => {
    expect(read(text({ label: 'T', max: 9 }), 'one', 'two')).toBe('two')
    expect(read(prose({ label: 'P', max: 9 }), 'words')).toBe('words')
    expect(read(number({ label: 'N' }), '-1.5e3')).toBe(-1500)
    expect(read(number({ label: 'N', allowed: { high: 2 } }), 'High')).toBe(2)
    expect(read(date({ label: 'D' }), '2026-11-22')).toBe('2026-11-22')
    expect(
      read(choice({ label: 'C', options: { now: 'Now', 'not-yet': 'Not yet' } }), 'Not Yet'),
    ).toBe('not-yet')
    expect(read(flag({ label: 'F' }), 'true')).toBe(true)
    expect(read(flag({ label: 'F' }), 'false')).toBe(false)
    expect(read(ref({ label: 'R', to: 'x' }), 'X-1')).toBe('X-1')
    expect(read(interval({ label: 'I' }), '2026-01-01..')).toEqual({ from: '2026-01-01', to: null })
    expect(read(custom({ label: 'O' }), 'a=1', 'b=x=y')).toEqual({ a: '1', b: 'x=y' })
  })

  it('is several where the field is a list: refs by commas too, texts only by saying it often', () => {
    expect(read(list({ label: 'L', of: 'x', most: 9 }), 'X-1, X-2', 'X-3')).toEqual([
      'X-1',
      'X-2',
      'X-3',
    ])
    expect(read(list({ label: 'L', of: 'text', most: 9 }), 'one, two', 'three')).toEqual([
      'one, two',
      'three',
    ])
  })

  it('is money in minor units of its currency, without rounding', () => {
    expect(read(amount({ label: 'A' }), '1200.5 EUR')).toEqual({ minor: 120_050, currency: 'EUR' })
    expect(read(amount({ label: 'A' }), '500 jpy')).toEqual({ minor: 500, currency: 'JPY' })
    expect(read(amount({ label: 'A' }), '-1.234 KWD')).toEqual({ minor: -1234, currency: 'KWD' })
    expect(refusal(amount({ label: 'A' }), '1.005 EUR')).toBe(
      '--some EUR has 2 digits after the point, and "1.005 EUR" has 3.',
    )
    expect(refusal(amount({ label: 'A' }), '99999999999999999 EUR')).toContain(
      'too large to be kept exactly',
    )
  })

  it('clears the field where it is empty, unless the field must be given', () => {
    expect(read(text({ label: 'T', max: 9 }), '')).toBeNull()
    expect(read(list({ label: 'L', of: 'x', most: 9 }), '')).toEqual([])
    expect(
      fieldOption('some', text({ label: 'T', max: 9, required: true }), true)?.read(['']),
    ).toBe('')
  })

  it('is refused with its place and what would be right', () => {
    expect(refusal(number({ label: 'N' }), '1e999')).toBe('--some "1e999" is no number.')
    expect(refusal(number({ label: 'N', allowed: { high: 2 } }), 'huge')).toBe(
      '--some "huge" is no number and none of: high.',
    )
    expect(refusal(choice({ label: 'C', options: { now: 'Now' } }), 'soon')).toBe(
      '--some "soon" is none of: now.',
    )
    expect(refusal(interval({ label: 'I' }), '2026')).toContain('2026-01-01..2026-03-31')
    expect(refusal(custom({ label: 'O' }), 'nothing')).toBe(
      '--some "nothing" names no own field. Write key=value.',
    )
  })
})
