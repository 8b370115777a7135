import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, type Guessable, guessMapping } from './guess.ts'
import { english } from '../../engine/words.ts'

const fields: readonly Guessable[] = [
  { name: 'title', label: 'Title', kind: 'text', aliases: ['subject', 'summary'] },
  { name: 'text', label: 'Text', kind: 'text', aliases: ['body', 'description', 'review'] },
  {
    name: 'sort',
    label: 'Sort',
    kind: 'choice',
    aliases: ['label', 'type'],
    options: { bug: 'Bug', request: 'Request', question: 'Question' },
  },
  { name: 'originId', label: 'Origin id', kind: 'text', aliases: ['id', 'number', 'review id'] },
  { name: 'permalink', label: 'Permalink', kind: 'text', form: 'url', aliases: ['url', 'link'] },
  { name: 'saidAt', label: 'Said at', kind: 'instant', aliases: ['created at', 'date'] },
  { name: 'rating', label: 'Rating', kind: 'number', aliases: ['score', 'stars'] },
  { name: 'language', label: 'Language', kind: 'text', form: 'language', aliases: ['lang'] },
  { name: 'mail', label: 'Mail', kind: 'text', form: 'email', aliases: ['e-mail'] },
]

function guessed(headers: readonly string[], samples: readonly (readonly string[])[]): unknown {
  const guesses = guessMapping(columnsOf(headers, samples), fields)
  return Object.fromEntries(guesses.map((guess) => [guess.field, guess.column]))
}

describe('real headers', () => {
  test('of a tracker', () => {
    const rows = [
      [
        'train-601',
        'a/b',
        '2023-09-29 12:23:43',
        'bug',
        'Empty file',
        'When saving a new file it is empty',
      ],
      [
        'train-602',
        'a/b',
        '2023-09-28 10:00:00',
        'request',
        'Pin tabs',
        'Let me pin the tabs that I use',
      ],
    ]
    const headers = ['id', 'repo', 'created_at', 'label', 'title', 'body']
    expect(guessed(headers, rows)).toEqual({
      originId: 'id',
      saidAt: 'created_at',
      sort: 'label',
      title: 'title',
      text: 'body',
    })
    expect(guessMapping(columnsOf(headers, rows), fields).every((guess) => guess.sure >= 0.8)).toBe(
      true,
    )
  })

  test('of an issue list in many languages', () => {
    const headers =
      'number,created_at,state,state_reason,title,body,language,resolution,labels'.split(',')
    const rows = [
      [
        '218250',
        '2024-06-26T07:35:16Z',
        'closed',
        'not_planned',
        'Báo',
        'Steps to reproduce it',
        'vietnamese',
        'invalid',
        'x;y',
      ],
      [
        '216803',
        '2024-06-21T11:30:50Z',
        'closed',
        'completed',
        'Digi',
        'Não consigo editar nada',
        'portuguese',
        'fixed',
        'z',
      ],
    ]
    expect(guessed(headers, rows)).toMatchObject({
      originId: 'number',
      saidAt: 'created_at',
      title: 'title',
      text: 'body',
      language: 'language',
    })
  })

  test('of app reviews, and of the same without its names', () => {
    const rows = [
      [
        '68ebd20e-57ad-49dc-8fe7-6b8c81b76510',
        'Maps',
        '5',
        'Excellent, but the map is very slow today',
      ],
      ['3347bbe2-c08b-4e22-8c58-1cb601a6791d', 'Maps', '1', 'Cannot log in since the last update'],
      ['ac6ef927-9f19-4feb-bca3-9d60214fcbc2', 'Maps', '4', 'Great'],
    ]
    expect(guessed(['review_id', 'app', 'rating', 'body'], rows)).toEqual({
      originId: 'review_id',
      rating: 'rating',
      text: 'body',
    })
    expect(guessed(['Column 1', 'Column 2', 'Column 3', 'Column 4'], rows)).toEqual({
      originId: 'Column 1',
      rating: 'Column 3',
      text: 'Column 4',
    })
  })
})

test('names are the same in any spelling of their words', () => {
  for (const header of ['Created At', 'created_at', 'createdAt', 'CREATED-AT', ' created at ']) {
    expect(guessMapping(columnsOf([header], [['2023-09-29']]), fields)[0]).toMatchObject({
      field: 'saidAt',
      sure: expect.closeTo(1, 1) as number,
    })
  }
})

test('similar names are guessed with less certainty', () => {
  const [near] = guessMapping(columnsOf(['Review text'], [['It is slow']]), fields)
  expect(near).toMatchObject({ field: 'text' })
  expect(near?.sure).toBeLessThan(0.8)
  expect(guessMapping(columnsOf(['langage'], []), fields)[0]).toMatchObject({ field: 'language' })
  expect(guessMapping(columnsOf(['descripton'], []), fields)[0]).toMatchObject({ field: 'text' })
})

test('cells that do not fit the name take certainty away, and cells that do give it', () => {
  const sure = (cells: string[]): number =>
    guessMapping(
      columnsOf(
        ['date'],
        cells.map((cell) => [cell]),
      ),
      fields,
    )[0]?.sure ?? 0
  expect(sure(['2023-09-29', '2023-09-30'])).toBeGreaterThan(sure([]))
  expect(sure(['soon', 'later'])).toBeLessThan(0.5)
  expect(sure(['1695990223', '1695990224'])).toBeGreaterThan(0.8)
})

test('a choice whose values the cells do not know is not taken unasked', () => {
  const sure = (cell: string): number =>
    guessMapping(columnsOf(['type'], [[cell]]), fields)[0]?.sure ?? 0
  expect(sure('Bug')).toBeGreaterThan(0.9)
  expect(sure('Epic')).toBeLessThan(0.8)
})

test('counts of things are not taken for marks by sight', () => {
  expect(guessed(['done'], [['1'], ['0'], ['7'], ['3']])).toEqual({})
})

test('cells alone are enough for dates, addresses, mails and languages', () => {
  const rows = [
    ['2023-09-29', 'https://example.com/1', 'a@example.com', 'pt-BR', 'x'],
    ['2023-09-30', 'https://example.com/2', 'b@example.com', 'German', 'x'],
  ]
  expect(guessed(['q', 'w', 'e', 'r', 't'], rows)).toEqual({
    saidAt: 'q',
    permalink: 'w',
    mail: 'e',
    language: 'r',
  })
})

test('a name that only our own files have is that field, whatever its cells hold', () => {
  const seen = [{ name: 'originId', label: 'Origin id', kind: 'text', aliases: ['id'] }]
  const rows = [['a-1'], ['a-1'], ['x'.repeat(5000)]]
  expect(guessMapping(columnsOf(['originId'], rows), seen)[0]?.sure).toBe(1)
  expect(guessMapping(columnsOf(['origin id'], rows), seen)[0]?.sure).toBeLessThan(0.8)
})

test('says why, in sentences', () => {
  const rows = [['2023-09-29'], ['2023-09-30']]
  expect(
    guessMapping(columnsOf(['created_at'], rows), fields)[0]
      ?.why.map(english.told)
      .join(' '),
  ).toBe('Other tools use this name for “Said at”. It holds dates.')
  expect(
    guessMapping(columnsOf(['Title'], []), fields)[0]
      ?.why.map(english.told)
      .join(' '),
  ).toBe('It has the name of the field.')
  expect(
    guessMapping(columnsOf(['x'], rows), fields)[0]
      ?.why.map(english.told)
      .join(' '),
  ).toBe('It holds dates.')
})

test('a word that stands in any sentence makes no name alike', () => {
  const seen = [{ name: 'teamIds', label: 'Teams who see it', kind: 'list' }]
  expect(guessMapping(columnsOf(['who', 'team'], []), seen)).toMatchObject([{ column: 'team' }])
})

test('gives each field and each column at most once, whatever the names and the cells', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('id', 'ID', 'title', 'Title', 'body', 'date', 'created at', '', 'constructor'),
  )
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 12 }),
      fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('5', 'en', '2023-01-01'))), {
        maxLength: 5,
      }),
      (headers, samples) => {
        const guesses = guessMapping(columnsOf(headers, samples), fields)
        const unique = (values: string[]): number => new Set(values).size
        expect(unique(guesses.map((guess) => guess.field))).toBe(guesses.length)
        expect(unique(guesses.map((guess) => guess.column))).toBe(guesses.length)
        expect(guesses.every((guess) => headers.includes(guess.column))).toBe(true)
        expect(guesses.every((guess) => guess.sure >= 0.4 && guess.sure <= 1)).toBe(true)
      },
    ),
  )
})
