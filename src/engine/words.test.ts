import { describe, expect, expectTypeOf, test } from 'vitest'
import { english, sentence, wordsOf, type Given } from './words.ts'

const german = wordsOf({
  locale: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  labelsInside: 'as they are',
  textOf: (key) =>
    ({
      'Add {record}': '{record} hinzufügen',
      '# rows': { one: '# Zeile', other: '# Zeilen' },
      'Open|verb': 'Öffnen',
      'Open|idea': 'Offen',
      Open: 'Auf',
      Need: 'Bedürfnis',
    })[key],
})

describe('words', () => {
  test('a text says what it says, its holes filled, in English without a dictionary', () => {
    expect(english.say('{name} moved to {column}', { name: 'A', column: 'Now' })).toBe(
      'A moved to Now',
    )
    expect(english.say('Nothing waits here.')).toBe('Nothing waits here.')
  })

  test('the holes of a text are what has to be given', () => {
    expectTypeOf<Given<'{name} moved to {column}'>>().toEqualTypeOf<
      [values: Readonly<Record<'name' | 'column', string | number>>]
    >()
    expectTypeOf<Given<'Nothing waits here.'>>().toEqualTypeOf<[]>()
  })

  test('another language has its own order, plurals, numbers and capitals', () => {
    expect(german.say('Add {record}', { record: german.inside('Need') })).toBe(
      'Bedürfnis hinzufügen',
    )
    expect(german.counted(1, '# row', '# rows')).toBe('1 Zeile')
    expect(german.counted(12_345, '# row', '# rows')).toBe('12.345 Zeilen')
    expect(english.counted(1, '# row', '# rows')).toBe('1 row')
    expect(english.counted(12_345, '# row', '# rows')).toBe('12,345 rows')
  })

  test('one English text with two meanings is told apart, and the mark is never shown', () => {
    expect(german.say('Open|verb')).toBe('Öffnen')
    expect(german.label('Open', 'idea')).toBe('Offen')
    expect(german.label('Open', 'need')).toBe('Auf')
    expect(english.say('Open|verb')).toBe('Open')
    expect(english.label('Open', 'idea')).toBe('Open')
  })

  test('inside a sentence English writes a label small, but not what is written in capitals', () => {
    expect(english.inside('Occurred at')).toBe('occurred at')
    expect(english.inside('ODI score')).toBe('ODI score')
  })

  test('what a language lacks is said in English', () => {
    expect(german.say('Nothing waits here.')).toBe('Nothing waits here.')
    expect(german.counted(2, '# card', '# cards')).toBe('2 cards')
  })

  test('what fills a hole is text, whatever stands in it', () => {
    expect(english.say('Find {what}', { what: '{name} $& #' })).toBe('Find {name} $& #')
    expect(english.counted(2, '# of {all}', '# of {all}', { all: '#' })).toBe('2 of #')
  })

  test('a sentence is data until somebody reads it', () => {
    const said = sentence('Add {record}', { record: 'X' })
    expect(english.told(said)).toBe('Add X')
    expect(german.told(said)).toBe('X hinzufügen')
  })

  test('the parts of a text stand around its holes', () => {
    expect(german.parts('Add {record}')).toEqual([{ hole: 'record' }, { text: ' hinzufügen' }])
    expect(english.parts('Add {record}')).toEqual([{ text: 'Add ' }, { hole: 'record' }])
  })
})
