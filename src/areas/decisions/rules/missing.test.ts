import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { asSentence } from '../../../engine/problem.ts'
import { english } from '../../../engine/words.ts'
import { missingIn, type Prepared } from './missing.ts'

const option = (id: string, fields: Readonly<Record<string, unknown>>): Row => ({
  id,
  ref: `OPT-${id}`,
  version: 1,
  createdAt: `2026-01-0${id}T00:00:00.000Z`,
  createdById: 'x',
  updatedAt: '2026-01-01T00:00:00.000Z',
  removedAt: null,
  stations: 0,
  custom: {},
  decisionId: 'd',
  ...fields,
})

const evidence = (given: Partial<Prepared>): readonly string[] =>
  missingIn(
    {
      decision: { door: 'one-way' },
      options: [],
      criteria: [],
      links: [],
      rounds: [],
      predictions: [],
      assumptions: [],
      tripwires: [],
      ...given,
    },
    {},
  )
    .filter(({ at }) => at === 'evidence')
    .map(({ says }) => english.told(asSentence(says)))

test('an option that lacks evidence is called by its letter and its title, in the order of the page', () => {
  const options = [
    option('1', { title: 'Do nothing', isNothing: true, pros: 'None found', place: 0 }),
    option('3', { title: 'A payment firm', place: 2, cons: 'None found' }),
    option('2', { title: 'Our bank', place: 1 }),
  ]
  const links = [{ toId: '2', relation: 'speaks-against' }]
  expect(evidence({ options, links })).toEqual([
    'Link what speaks for option A, “Our bank”, or say that nothing was found.',
    'Link what speaks for option B, “A payment firm”, or say that nothing was found.',
    'Link what speaks against option C, “Do nothing”, or say that nothing was found.',
  ])
})
