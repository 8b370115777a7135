import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proseOf } from '../../../../engine/prose.ts'
import { fromMadr, toMadr } from './madr-rows.ts'
import { readMadr } from './read-madr.ts'
import { writeMadr } from './write-madr.ts'

/**
 * What goes out as Markdown, comes in and goes out again is the same, byte by byte, whatever people wrote.
 * Kept out is what MADR has no words for: two options of one name, a comma in a name, and a title that is
 * the name of a section.
 */

const people = ['Ada Lindqvist', 'Tomás Ferreira', 'Lin Chao', 'Mira Hofer']

interface Rows {
  readonly decision: Readonly<Record<string, unknown>>
  readonly options: readonly Readonly<Record<string, unknown>>[]
  readonly criteria: readonly Readonly<Record<string, unknown>>[]
}

const sentenceOnly: Rows = {
  decision: {
    sentence: 'Not now: the sheet does not go through.',
    state: 'decided',
    kind: 'refusal',
    decidedAt: '2026-11-19T07:30:00.000Z',
    decidedById: 'Ada Lindqvist',
  },
  options: [],
  criteria: [],
}

const out = ({ decision, options, criteria }: Rows): string => {
  const named = (ids: unknown): readonly string[] =>
    (Array.isArray(ids) ? ids : [ids]).filter((one) => typeof one === 'string')
  return writeMadr(
    toMadr(decision, options, criteria, {
      ref: 'DEC-1',
      deciders: [...new Set([...named(decision['decidedById']), ...named(decision['approverId'])])],
      consulted: named(decision['contributorIds']),
      informed: named(decision['informedIds']),
      supersededBy: null,
    }),
  )
}

/** As `import-decision` makes them, with people by their names. */
function into(text: string): Rows {
  const madr = readMadr(text)
  const known = (names: readonly string[]) => names.filter((name) => people.includes(name))
  const brought = fromMadr(madr, (name) => people.includes(name))
  const [first, ...others] = known(madr.deciders)
  return {
    decision: {
      ...brought.decision,
      decidedById: first,
      contributorIds: [...new Set([...others, ...known(madr.consulted)])],
      informedIds: known(madr.informed),
      chosenId: brought.chosen === null ? null : String(brought.chosen),
    },
    options: brought.options.map((one, at) => ({ ...one, id: String(at) })),
    criteria: brought.criteria.map((title) => ({ title })),
  }
}

describe('a decision that goes out and comes in', () => {
  test('has a sentence and reasons, and no question where there was none', () => {
    const rows = {
      ...sentenceOnly,
      decision: { ...sentenceOnly.decision, reasons: 'Two would let us in.\n\nLater.' },
    }
    const back = into(out(rows)).decision
    expect(back).toMatchObject({
      question: null,
      sentence: 'Not now: the sheet does not go through.',
      reasons: 'Two would let us in.\n\nLater.',
      kind: 'refusal',
      decidedById: 'Ada Lindqvist',
    })
    expect(String(back['decidedAt']).slice(0, 10)).toBe('2026-11-19')
  })

  test('keeps its title, its options and its words where they look like Markdown', () => {
    const rows: Rows = {
      decision: {
        question: 'Do we call it user_id, *ID* or [key](x) in C#',
        sentence: 'user_id, as the database has it.',
        reasons: 'First\n# Consequences\nnone\n```\nopen',
        state: 'decided',
        chosenId: 'b',
      },
      options: [
        { id: 'a', title: 'A_B, now', pros: 'of use\nshort', detail: '1. this\n2. that' },
        { id: 'b', title: 'A B. "Later" #', cons: 'because of it' },
      ],
      criteria: [{ title: 'Losses' }],
    }
    const back = into(out(rows))
    expect(back.decision['question']).toBe(rows.decision['question'])
    expect(back.decision['sentence']).toBe(rows.decision['sentence'])
    expect(back.options.map(({ title }) => title)).toEqual(['A_B, now', 'A B. "Later" #'])
    expect(back.decision['chosenId']).toBe('1')
    expect(out(back)).toBe(out(rows))
  })

  test('is the same again, whatever people wrote', () => {
    const word = fc.oneof(
      { weight: 6, arbitrary: fc.lorem({ maxCount: 3 }) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('user_id', '*so*', 'C#', 'a, b. c', '"x"', 'of use', '[a](b)'),
      },
    )
    const line = fc
      .array(word, { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' ').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
    const mark = fc.constantFrom('', '', '', '* ', '- ', '1. ', '# ', '### ', '  ', '```', 'Good: ')
    const lines = fc
      .array(
        fc.oneof(
          fc.constant(''),
          fc.tuple(mark, line).map((both) => both.join('')),
          fc.constantFrom(
            '## Context',
            '### Consequences',
            '* Good, because x',
            '#### Pros',
            '---',
          ),
        ),
        { maxLength: 6 },
      )
      .map((all) => all.join('\n'))
    const title = line.filter((text) => /^[\p{L}\p{N}*"[].*[\p{L}\p{N}]{2}/u.test(text))
    const option = fc.record({ title, detail: lines, pros: lines, cons: lines })
    const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
    const rows: fc.Arbitrary<Rows> = fc
      .record({
        decision: fc.record({
          question: maybe(title),
          sentence: title,
          reasons: maybe(lines),
          context: maybe(lines.map(proseOf)),
          consequences: maybe(lines),
          more: maybe(lines),
          state: fc.constantFrom('open', 'decided', 'under-review', 'superseded', 'reversed'),
          kind: fc.constantFrom('choice', 'refusal', 'course'),
          decidedAt: maybe(
            fc
              .date({
                min: new Date('2000-01-01'),
                max: new Date('2099-01-01'),
                noInvalidDate: true,
              })
              .map((day) => day.toISOString()),
          ),
          decidedById: maybe(fc.constantFrom(...people)),
          approverId: maybe(fc.constantFrom(...people)),
          contributorIds: fc.subarray(people),
          informedIds: fc.subarray(people),
          chosen: fc.nat(5),
        }),
        options: fc.uniqueArray(option, { maxLength: 4, selector: (one) => one.title }),
        criteria: fc.array(fc.record({ title }), { maxLength: 3 }),
      })
      .map(({ decision, options, criteria }) => ({
        decision: { ...decision, chosenId: String(decision.chosen) },
        options: options.map((one, at) => ({ ...one, id: String(at) })),
        criteria,
      }))
    fc.assert(
      fc.property(rows, (given) => {
        const once = out(given)
        expect(out(into(once))).toBe(once)
      }),
      { numRuns: process.env['THROUGHLINE_LONG'] === undefined ? 300 : 20_000 },
    )
  })
})
