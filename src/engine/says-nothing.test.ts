import { expect, test } from 'vitest'
import { command } from './command.ts'
import { text } from './field.ts'
import type { Problem } from './problem.ts'
import { saysNothing } from './says-nothing.ts'
import { parseInput } from './schema.ts'

const invisible = ['\u200b', '\ufeff', '\u2060', '\u00ad', '\u3164', '\u2800', ' \u200b\n\u200d ']

const note = command({
  name: 'note',
  says: 'Keep a note',
  input: {
    reasons: text({ label: 'Reasons', max: 10, required: true }),
    more: text({ label: 'More', max: 10 }),
  },
  may: 'viewer',
  decide: async () => ({ changes: [] }),
})
const placesOf = (input: unknown): unknown => {
  try {
    return parseInput(note, input)
  } catch (problem) {
    return (problem as Problem).places
  }
}

test('what nobody can see says nothing', () => {
  for (const one of ['', ' ', ...invisible]) expect(saysNothing(one), encodeURI(one)).toBe(true)
  for (const one of ['a', '\u200ba', '\u2764\ufe0f', '0', '.'])
    expect(saysNothing(one), one).toBe(false)
})

test('a text that must be given and cannot be seen is empty, and refused as that', () => {
  for (const one of ['', '  ', ...invisible])
    expect(placesOf({ reasons: one }), encodeURI(one)).toEqual([
      { at: 'reasons', says: 'This may not be empty.' },
    ])
})

test('one that need not be given is the empty one where it is more than white space, and joiners between letters stay', () => {
  for (const one of invisible.filter((some) => some.trim() !== ''))
    expect(placesOf({ reasons: 'x', more: one })).toEqual({ reasons: 'x', more: '' })
  const joined = '\u0646\u200c\u0645'
  expect(placesOf({ reasons: joined })).toEqual({ reasons: joined })
})
