import { expect, test } from 'vitest'
import { choice, flag, interval, number, text } from './field.ts'
import { Problem } from './problem.ts'
import { parseInput } from './schema.ts'

const of = {
  says: 'Try it',
  input: {
    title: text({ label: 'Title', max: 20 }),
    reach: number({ label: 'Reach' }),
    seed: number({ label: 'Seed', whole: true, max: Number.MAX_SAFE_INTEGER }),
    isSure: flag({ label: 'Sure' }),
    time: interval({ label: 'Time' }),
    must: number({ label: 'Must', required: true }),
    role: choice({ label: 'Role', options: { viewer: 'Viewer', admin: 'Admin' }, required: true }),
  },
}

const said = (input: object): readonly string[] => {
  try {
    parseInput(of, { must: 1, role: 'admin', ...input })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.places.map(({ at, says }) => `${at}: ${says}`)
  }
  return []
}

const tooLarge =
  'This number is too large to be kept exactly. Numbers are taken up to 9007199254740991.'

test.each([
  [
    'a number for a text',
    { title: 5 },
    'title: This is a number, and a text is wanted. Put it in quotes: "5".',
  ],
  [
    'a text for a number',
    { reach: '5' },
    'reach: This is a text, and a number is wanted. Write it without quotes: 5.',
  ],
  [
    'words for a number',
    { reach: 'x' },
    'reach: "x" is not a number. Write one such as 5, in figures.',
  ],
  ['a number without end', { reach: Infinity }, `reach: ${tooLarge}`],
  ['a text of one', { reach: '1e999' }, `reach: ${tooLarge}`],
  ['2^53 + 1', { seed: 2 ** 53 }, `seed: ${tooLarge}`],
  ['half a whole number', { seed: 0.5 }, 'seed: A whole number.'],
  ['a truth for a number', { reach: true }, 'reach: A finite number.'],
  ['a truth for a text', { title: true }, 'title: A text.'],
  ['a text for a truth', { isSure: 'true' }, 'isSure: true or false.'],
  ['a text for an interval', { time: 'x' }, 'time: An object, which stands in braces.'],
  ['what is not there', { must: undefined }, 'must: This must be given.'],
  ['a choice that is missing', { role: undefined }, 'role: This must be given.'],
  ['a choice that there is not', { role: 'guest' }, 'role: One of: viewer, admin.'],
  ['nothing at all', { must: null }, 'must: This must be given.'],
])('%s is told at its place', (_, input, says) => {
  expect(said(input)).toEqual([says])
})
