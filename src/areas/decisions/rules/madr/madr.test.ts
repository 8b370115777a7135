import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMadr } from './madr-rows.ts'
import type { Madr } from './madr.ts'
import { readMadr } from './read-madr.ts'
import { writeMadr } from './write-madr.ts'

const whole = `---
status: accepted
date: 2026-03-04
decision-makers: [Ada Lindqvist, Tomás Ferreira]
consulted: Lin Chao
tags: field
---

# Keep the day on the phone

## Context and Problem Statement

Crews lose reports. What do we do?

## Decision Drivers

* Losses per ten thousand
* Work of two people at most

## Considered Options

* The open job
* The whole day
* Do nothing

## Decision Outcome

Chosen option: "The open job", because it takes away nine in ten losses.

It is the smallest step.

### Consequences

* Good, because crews trust it
* Bad, because conflicts remain

### Confirmation

The counter of losses.

## Pros and Cons of the Options

### The open job

Only what somebody stands in.

* Good, because it is small
* Neutral, because photos wait
* Bad, because the next job is not there

### The whole day

* Bad, because it takes nine months

## More Information

See the notes.
`

test('a file of MADR 4 is read part by part', () => {
  expect(readMadr(whole)).toEqual({
    title: 'Keep the day on the phone',
    status: 'accepted',
    date: '2026-03-04',
    deciders: ['Ada Lindqvist', 'Tomás Ferreira'],
    consulted: ['Lin Chao'],
    informed: [],
    head: [['tags', 'field']],
    context: 'Crews lose reports. What do we do?',
    drivers: ['Losses per ten thousand', 'Work of two people at most'],
    options: [
      {
        title: 'The open job',
        detail: 'Only what somebody stands in.',
        good: ['it is small'],
        neutral: ['photos wait'],
        bad: ['the next job is not there'],
      },
      { title: 'The whole day', detail: '', good: [], neutral: [], bad: ['it takes nine months'] },
      { title: 'Do nothing', detail: '', good: [], neutral: [], bad: [] },
    ],
    chosen: 'The open job',
    outcome:
      'Chosen option: "The open job", because it takes away nine in ten losses.\n\nIt is the smallest step.',
    consequences: {
      good: ['crews trust it'],
      neutral: [],
      bad: ['conflicts remain'],
      other: '',
    },
    confirmation: 'The counter of losses.',
    more: 'See the notes.',
  } satisfies Madr)
})

test('arguments are found under headings, in nested lists and under bold words', () => {
  const options = (body: string) =>
    readMadr(`# A\n\n## Context\n\nx\n\n## Pros and Cons of the Options\n\n### One\n\n${body}\n`)
      .options
  const told = { title: 'One', detail: '', good: ['fast'], bad: ['dear'], neutral: [] }
  expect(options('#### Pros\n\n* fast\n\n#### Cons\n\n* dear')).toEqual([told])
  expect(options('* **Pros**\n  * Good, because fast\n* **Cons**\n  * Bad, because dear')).toEqual([
    told,
  ])
  expect(options('**Pros**\n\n- fast\n\n**Cons**\n\n- dear')).toEqual([told])
})

test('what has no place of its own is kept with the rest', () => {
  const madr = readMadr('# A\n\n## Context\n\nx\n\n## Matrix\n\n| a | b |\n\n## Context\n\nagain\n')
  expect(madr.more).toBe('## Matrix\n\n| a | b |\n\n## Context\n\nagain')
})

test('a status says how it stands', () => {
  const states = ['accepted', 'Active', 'proposed', 'superseded by ADR-4', 'deprecated', 'rejected']
  expect(
    states.map((status) => {
      const { decision } = fromMadr({ ...readMadr(whole), status }, () => true)
      return [decision['state'], decision['kind']]
    }),
  ).toEqual([
    ['decided', 'choice'],
    ['decided', 'choice'],
    ['open', 'choice'],
    ['superseded', 'choice'],
    ['reversed', 'choice'],
    ['decided', 'refusal'],
  ])
})

test('reading never throws, whatever stands in a file, and every option has a name', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '---',
      '# ',
      '## Context',
      '## Decision Outcome',
      '### Pros',
      '```',
      '* ',
      '* **Pros**',
      '## Considered Options',
      '## Pros and Cons of the Options',
      'status: x',
      '| a |',
      '1) ',
      '>',
      '* Good, because ',
      '[',
      '**',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.lorem({ maxCount: 4 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const madr = readMadr(lines.join('\n'))
      readMadr(writeMadr(madr))
      fromMadr(madr, () => false)
      expect(madr.options.every(({ title }) => title !== '')).toBe(true)
    }),
    { numRuns: process.env['THROUGHLINE_LONG'] === undefined ? 300 : 20_000 },
  )
})
