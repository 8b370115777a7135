import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { english } from '../../../engine/words.ts'
import { likeSaid, likesOf, nearestLike } from './likeness.ts'
import { mirrorOf } from './mirror.ts'
import { mirrorSaid } from './mirror-said.ts'
import { teamMirrorOf } from './team-mirror.ts'

type Chance = readonly [chance: number, came: 0 | 1]

let made = 0
const row = (more: object): Row =>
  ({ id: `row${(made += 1)}`, ref: 'X-1', createdAt: '2026-01-01', ...more }) as unknown as Row

/** Questions of yes or no with what each person gave them, in their order. */
function told(
  chances: Readonly<Record<string, readonly Chance[]>>,
  about = 'metric',
): { readonly predictions: readonly Row[]; readonly odds: readonly Row[] } {
  const most = Math.max(0, ...Object.values(chances).map((all) => all.length))
  const predictions = Array.from({ length: most }, (_, at) =>
    row({
      kind: 'binary',
      state: 'resolved',
      about,
      question: `Question ${at}`,
      came: Object.values(chances).find((all) => all[at] !== undefined)?.[at]?.[1],
      resolvedAt: `2026-02-${String((at % 28) + 1).padStart(2, '0')}`,
    }),
  )
  const odds = Object.entries(chances).flatMap(([byId, all]) =>
    all.map(([chance], at) =>
      row({ predictionId: predictions[at]?.id, byId, chance, isShown: true }),
    ),
  )
  return { predictions, odds }
}

const many = (chance: number, came: number, of: number): readonly Chance[] =>
  Array.from({ length: of }, (_, at) => [chance, at < came ? 1 : 0])

test('below ten there is no figure, and it says how many are missing', () => {
  const { predictions, odds } = told({ ada: many(70, 3, 7) })
  const mirror = mirrorOf(predictions, odds, 'ada')
  expect(mirror).toMatchObject({
    missing: 3,
    scores: null,
    ranges: null,
    several: null,
    byAbout: [],
  })
  expect(mirrorSaid(mirror, english).title).toBe(
    '3 more resolved predictions, and there is something to see',
  )
})

test('the title is the finding, with its interval and how much it can bear', () => {
  const { predictions, odds } = told({ ada: [...many(70, 14, 24), ...many(90, 14, 15)] })
  const said = mirrorSaid(mirrorOf(predictions, odds, 'ada'), english)
  expect(said.title).toBe('Your 70 % came true 58 % of the time')
  expect(said.stand).toContain('still compatible with 70 % (39 to 76 %)')
  expect(said.stand).toContain('At 90\u00a0% you say what you mean.')
  expect(said.named).toMatchObject({ said: 70, times: 24, came: 14 })
})

test('whoever says what they mean is told so', () => {
  const { predictions, odds } = told({ ada: [...many(70, 14, 20), ...many(20, 2, 10)] })
  expect(mirrorSaid(mirrorOf(predictions, odds, 'ada'), english)).toMatchObject({
    title: 'You say what you mean, as far as 30 predictions can tell',
    named: null,
  })
})

test('what to try names the kind of question on which it went worst', () => {
  const metrics = told({ ada: many(70, 1, 5) }, 'metric')
  const dates = told({ ada: many(70, 4, 5) }, 'delivery')
  const mirror = mirrorOf(
    [...metrics.predictions, ...dates.predictions],
    [...metrics.odds, ...dates.odds],
    'ada',
  )
  const { advice } = mirrorSaid(mirror, english)
  expect(advice).toContain('1 of 5 came true of those that asked “Will it move the metric?”')
  expect(advice).toContain('4 of 5 of those that asked “Will it ship in the range?”')
})

test('ranges are scored by how often they held, and one that is still open is not counted', () => {
  const range = (came: number) => row({ kind: 'quantity', state: 'resolved', came, unit: 'firms' })
  const predictions = Array.from({ length: 12 }, (_, at) => range(at < 6 ? 10 : 50))
  const odds = predictions.map(({ id }) =>
    row({ predictionId: id, byId: 'ada', low: 5, likely: 12, high: 20, isShown: true }),
  )
  const mirror = mirrorOf(predictions, odds, 'ada')
  expect(mirror.ranges).toMatchObject({ n: 12, held: 6, share: 0.5 })
  // Below the median by 2 or above it by 38: the mean of three pinball losses, by hand.
  const inside = (0.1 * 5 + 0.5 * 2 + 0.1 * 10) / 3
  const above = (0.1 * 45 + 0.5 * 38 + 0.9 * 30) / 3
  expect(mirror.losses).toEqual([
    { unit: 'firms', n: 12, pinball: expect.closeTo((inside + above) / 2, 12) },
  ])
})

test('a day that had not come by the end is scored as far as it is known', () => {
  const prediction = row({
    kind: 'date',
    state: 'resolved',
    came: 0,
    cameOn: null,
    lockedAt: '2026-01-01T08:00:00.000Z',
    resolvesOn: '2026-03-02',
  })
  const of = (lowOn: string, likelyOn: string, highOn: string) =>
    mirrorOf(
      [prediction],
      [row({ predictionId: prediction.id, byId: 'ada', lowOn, likelyOn, highOn })],
      'ada',
    ).scored.ranges[0]
  expect(of('2026-01-11', '2026-01-21', '2026-01-31')).toMatchObject({ held: false })
  const reaching = of('2026-03-10', '2026-04-01', '2026-06-01')
  expect(reaching).toMatchObject({ held: null, loss: 0 })
})

const chance: fc.Arbitrary<Chance> = fc.tuple(
  fc.integer({ min: 0, max: 100 }),
  fc.constantFrom(0 as const, 1 as const),
)

test('nothing that others said, and nobody else’s number of answers, moves one’s own mirror', () => {
  fc.assert(
    fc.property(
      fc.array(chance, { minLength: 10, maxLength: 30 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }),
      (mine, others) => {
        const alone = told({ ada: mine })
        const beside = others.map((said, at) =>
          row({
            predictionId: alone.predictions[at % alone.predictions.length]?.id,
            byId: 'eve',
            chance: said,
            isShown: true,
          }),
        )
        expect(mirrorOf(alone.predictions, [...alone.odds, ...beside], 'ada')).toEqual(
          mirrorOf(alone.predictions, alone.odds, 'ada'),
        )
      },
    ),
  )
})

const people = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `person ${at}`)
const teamOf = (count: number, each = 12) =>
  told(Object.fromEntries(people(count).map((name) => [name, many(60, 7, each)])))

test('the team’s mirror needs five others: with exactly five, none of them sees it', () => {
  const five = teamOf(5)
  const members = new Set([...people(5), 'guest'])
  for (const asker of people(5))
    expect(teamMirrorOf(five, members, asker, english)).toMatchObject({
      people: null,
      brier: null,
      points: [],
    })
  expect(teamMirrorOf(five, members, 'guest', english)).toMatchObject({ people: 5, brier: 0.24 })
  expect(teamMirrorOf(teamOf(6), new Set(people(6)), 'person 0', english)).toMatchObject({
    people: 6,
  })
})

test('who has fewer than ten does not count, and neither do programs', () => {
  const members = new Set([...people(6), 'guest'])
  expect(teamMirrorOf(teamOf(6, 9), members, 'guest', english).people).toBeNull()
  expect(teamMirrorOf(teamOf(6), new Set(people(4)), 'guest', english).people).toBeNull()
})

test('a point of the team that stands for fewer than three people is left out, and no one is named', () => {
  const { predictions, odds } = teamOf(6)
  const rare = odds.map((one) =>
    ['person 0', 'person 1'].includes(String(one['byId'])) ? { ...one, chance: 20 } : one,
  )
  const team = teamMirrorOf({ predictions, odds: rare }, new Set(people(6)), 'guest', english)
  expect(team.points.map(({ said }) => said)).toEqual([60])
  expect(JSON.stringify(team)).not.toMatch(/person \d/)
})

test('the like of a question is said from ten on, one question counted once', () => {
  const adoption = Array.from({ length: 10 }, () =>
    row({ kind: 'quantity', state: 'resolved', about: 'adoption', came: 400, ideaId: 'idea' }),
  )
  const odds = adoption.flatMap(({ id }) =>
    ['ada', 'eve', 'tom'].map((byId, at) =>
      row({ predictionId: id, byId, isShown: true, low: 100, likely: 900 + at * 100, high: 2000 }),
    ),
  )
  const history = { predictions: adoption, odds, grades: new Map([['idea', 'heard' as const]]) }
  const likes = likesOf(history, { kind: 'quantity', about: 'adoption', grade: 'heard' })
  expect(nearestLike(likes)?.found).toMatchObject({ kind: 'ratios', n: 10, median: 0.4 })
  expect(english.told(likeSaid(likes[0] ?? expect.unreachable()))).toBe(
    '10 like this reached 40 % of what was held likely; eight in ten, 40 to 40 %.',
  )
  const fewer = { ...history, predictions: adoption.slice(1) }
  expect(nearestLike(likesOf(fewer, { kind: 'quantity', about: 'adoption' }))).toBeUndefined()
})

test('odds that are not shown are in nobody’s like', () => {
  const asked = Array.from({ length: 12 }, () =>
    row({ kind: 'quantity', state: 'resolved', about: 'metric', came: 10 }),
  )
  const hidden = asked.map(({ id }) =>
    row({ predictionId: id, byId: 'ada', isShown: false, low: 1, likely: 2, high: 3 }),
  )
  const likes = likesOf(
    { predictions: asked, odds: hidden, grades: new Map() },
    { kind: 'quantity' },
  )
  expect(likes[0]?.found).toMatchObject({ kind: 'few', n: 0 })
})
