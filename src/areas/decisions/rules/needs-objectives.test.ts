/** Needs × objectives: where they meet, and where nothing does. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '../../../engine/words.ts'
import { row } from './lint/lint.world.ts'
import { needsObjectivesOf, type Crossed } from './needs-objectives.ts'

function crossed(
  links: readonly (readonly [string, string])[],
  { needs = 3, objectives = 3, ideas = 4 } = {},
): Crossed {
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => row(`${prefix}-${at}`))
  const to = (ideaId: string, prefix: string): readonly string[] =>
    links.flatMap(([from, end]) => (from === ideaId && end.startsWith(prefix) ? [end] : []))
  return {
    needs: names('NEED', needs).map((one) => ({ row: one, level: 1, wholes: [] })),
    objectives: names('OBJ', objectives),
    ideas: names('IDEA', ideas),
    addresses: (id) => to(id, 'NEED'),
    advances: (id) => to(id, 'OBJ'),
    come: () => 'proposed',
    behind: () => undefined,
  }
}

test('an idea stands where its need and its objective meet, and the holes say what is missing', () => {
  const { needs, objectives } = needsObjectivesOf(
    crossed([
      ['IDEA-0', 'NEED-0'],
      ['IDEA-0', 'OBJ-0'],
      ['IDEA-1', 'NEED-1'],
      ['IDEA-2', 'OBJ-1'],
    ]),
  )
  expect(needs.map(({ cells }) => cells)).toEqual([
    [{ objectiveId: 'OBJ-0', ideas: [expect.objectContaining({ ref: 'IDEA-0' })] }],
    [],
    [],
  ])
  expect(needs.map(({ hole }) => hole && english.told(hole))).toEqual([
    null,
    '1 idea addresses it, and advances none of these objectives.',
    'No idea addresses it.',
  ])
  expect(objectives.map(({ hole }) => hole && english.told(hole))).toEqual([
    null,
    '1 idea advances it, and addresses none of these needs.',
    'No idea advances it.',
  ])
})

test('a cell holds exactly the ideas that do both, and a hole is a row or column without any', () => {
  const link = fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('NEED', 'OBJ'),
    fc.integer({ min: 0, max: 2 }),
  )
  fc.assert(
    fc.property(fc.array(link, { maxLength: 20 }), (drawn) => {
      const links = drawn.map(([idea, end, at]) => [`IDEA-${idea}`, `${end}-${at}`] as const)
      const has = (from: string, to: string): boolean =>
        links.some(([one, other]) => one === from && other === to)
      const { needs, objectives } = needsObjectivesOf(crossed(links))
      for (const need of needs)
        for (const { id } of objectives) {
          const wanted = ['IDEA-0', 'IDEA-1', 'IDEA-2', 'IDEA-3'].filter(
            (idea) => has(idea, need.id) && has(idea, id),
          )
          const cell = need.cells.find(({ objectiveId }) => objectiveId === id)
          expect((cell?.ideas ?? []).map((idea) => idea.id).toSorted()).toEqual(wanted)
        }
      for (const need of needs) expect(need.hole === null).toBe(need.cells.length > 0)
      for (const { id, hole } of objectives)
        expect(hole === null).toBe(
          needs.some(({ cells }) => cells.some(({ objectiveId }) => objectiveId === id)),
        )
    }),
  )
})

test('a whole that is met in one of its parts is no hole, and says so', () => {
  const given = crossed([
    ['IDEA-0', 'NEED-1'],
    ['IDEA-0', 'OBJ-0'],
  ])
  const [whole, part, other] = given.needs
  const { needs } = needsObjectivesOf({
    ...given,
    needs: [whole, { ...part, level: 2, wholes: ['NEED-0'] }, other] as typeof given.needs,
  })
  expect(needs.map(({ hole, isMetInParts }) => [hole === null, isMetInParts])).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ])
})
