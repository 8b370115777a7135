import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedIn } from './mentions.ts'

const people = [
  { id: 'a', name: 'Ana' },
  { id: 'l', name: 'Ana Lindt' },
  { id: 'j', name: 'José Müller-Ñ' },
  { id: '1', name: 'Kim' },
  { id: '2', name: 'Kim' },
]
const none = new Set<string>()

test.each([
  ['@Ana and @Ana Lindt', ['a', 'l']],
  ['(@Ana Lindt)', ['l']],
  ['@Ana Lindt’s idea', ['l']],
  ['@José Müller-Ñ: yes', ['j']],
  ['mail ana@Ana.example, @, @@Ana', ['a']],
  ['@ana', []],
])('in "%s" the longest name that stands there is meant', (text, ids) => {
  expect(mentionedIn(text, people, none)).toEqual(ids)
})

test('of several with one name the chosen one is meant, and all where none is', () => {
  expect(mentionedIn('@Kim', people, new Set(['2']))).toEqual(['2'])
  expect(mentionedIn('@Kim', people, none)).toEqual(['1', '2'])
})

test('whatever stands around it, a name after a blank and an @ is found, once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
      const found = mentionedIn(`${left} @José Müller-Ñ. ${right} @José Müller-Ñ`, people, none)
      expect(found.filter((id) => id === 'j')).toHaveLength(1)
    }),
  )
})
