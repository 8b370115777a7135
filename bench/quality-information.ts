import { learntOf, type Learnt } from '../src/areas/decisions/rules/certainty.ts'
import type { PlannedTest } from '../src/areas/decisions/rules/planned-test.ts'
import { must } from '../src/engine/problem.ts'
import { informationOfCount } from '../src/math/information/conjugate.ts'
import {
  informationOfInput,
  type InformationOfInput,
} from '../src/math/information/information-of-input.ts'
import { informationOfTest, type Test } from '../src/math/information/information-of-test.ts'
import { perfectInformation } from '../src/math/information/information.ts'
import { standingChoice } from '../src/math/information/standing-choice.ts'
import { between, lossOfNormal, normalDensity, upperTail } from './closed-forms.ts'
import { normals } from './normals.ts'
import { within, type Verdict } from './verdicts.ts'

/**
 * The value of information where it is known: published problems, closed forms, and estimates of ideas, whose value
 * is an integral that is worked out here by its definition. What is drawn may be off by three of the standard errors
 * that it states, and by a little for what its table of quantiles leaves out.
 */
export const informationVerdicts = (): readonly Verdict[] => [
  ...wildcatter(),
  ...twoNormals(),
  ...bestOfMany(),
  ...counts(),
  ...estimatedIdeas(),
]

const drawn = (count: number, one: (draw: number) => number): Float64Array =>
  Float64Array.from({ length: count }, (_, draw) => one(draw))

function known(
  utility: readonly Float64Array[],
  values: Float64Array,
): { readonly perfect: number; readonly error: number; readonly input: InformationOfInput } {
  const standing = standingChoice(utility, { take: 1 })
  const perfect = perfectInformation(standing)
  const input = informationOfInput(standing, { values: [values] }, perfect)
  return { perfect: perfect.value, error: perfect.standardError, input }
}

/** The oil wildcatter of the SAS/OR manual, procedure DTREE, in thousands: all is discrete, so all is exact. */
function wildcatter(): readonly Verdict[] {
  const set = 'oil wildcatter (SAS/OR, DTREE)'
  const wells = [0, 0, 0, 0, 0, 700, 700, 700, 1200, 1200]
  const bills = [150, 300, 300, 300, 500]
  const well = drawn(4000, (draw) => wells[draw % 10] ?? 0)
  const bill = drawn(4000, (draw) => bills[Math.floor(draw / 10) % 5] ?? 0)
  const utility = [well.map((value, draw) => value - (bill[draw] ?? 0)), new Float64Array(4000)]
  const ofWell = known(utility, well)
  const sounding: Test = {
    kind: 'outcomes',
    likelihood: [
      Float64Array.of(0.6, 0.3, 0.1),
      Float64Array.of(0.3, 0.4, 0.4),
      Float64Array.of(0.1, 0.3, 0.5),
    ],
  }
  return [
    within(set, 'EVPI', [155, ofWell.perfect], 1e-6),
    within(set, 'EVPPI of the well', [155, ofWell.input.value], 1e-6),
    within(set, 'EVPPI of the bill', [10, known(utility, bill).input.value], 1e-6),
    within(
      set,
      'EVSI of the sounding',
      [40.1, informationOfTest(ofWell.input, sounding).value],
      1e-6,
    ),
  ]
}

/** 0 against a − b with a ~ N(1, 1) and b ~ N(0, 2²) (Jackson et al., vignette of voi), and tests of a. */
function twoNormals(): readonly Verdict[] {
  const set = 'normal difference (Raiffa and Schlaifer 1961)'
  const draws = 2 ** 15
  const [a, b] = [normals('a', draws, 1, 1), normals('b', draws, 0, 2)]
  const utility = [new Float64Array(draws), a.map((value, draw) => value - (b[draw] ?? 0))]
  const [ofA, ofB] = [known(utility, a), known(utility, b)]
  const tests = [
    [1, 1],
    [4, 2],
    [6, 12],
    [1, 100],
  ] as const
  return [
    within(set, 'EVPI', [lossOfNormal(1, Math.sqrt(5)), ofA.perfect], 3 * ofA.error),
    within(set, 'EVPPI of a', [lossOfNormal(1, 1), ofA.input.value], 3 * ofA.input.standardError),
    within(set, 'EVPPI of b', [lossOfNormal(1, 2), ofB.input.value], 3 * ofB.input.standardError),
    ...tests.map(([noise, size]) => {
      const deviation = Math.sqrt(1 / (1 + noise ** 2 / size))
      const { value, standardError } = informationOfTest(ofA.input, { kind: 'mean', noise, size })
      return within(
        set,
        `EVSI of a by ${size} with noise ${noise}`,
        [lossOfNormal(1, deviation), value],
        3 * standardError + 1e-3,
      )
    }),
  ]
}

/** The best k of n that are all alike: sums of expected normal order statistics (Harter 1961). */
function bestOfMany(): readonly Verdict[] {
  const draws = 2 ** 15
  const tabled = [
    [2, 1, 0.5641896],
    [3, 1, 0.8462844],
    [5, 1, 1.1629645],
    [10, 1, 1.5387527],
    [4, 2, 1.0293754 + 0.2970114],
    [10, 3, 1.5387527 + 1.0013571 + 0.6560591],
  ] as const
  return tabled.map(([count, take, expected]) => {
    const utility = Array.from({ length: count }, (_, at) => normals(`option ${at}`, draws, 0, 1))
    const { value, standardError } = perfectInformation(standingChoice(utility, { take }))
    return within(
      'normal order statistics (Harter 1961)',
      `EVPI of the best ${take} of ${count}`,
      [expected, value],
      3 * standardError + 3e-3,
    )
  })
}

/** A share that is worth itself against a half for sure, of which nothing is known: by hand. */
function counts(): readonly Verdict[] {
  const set = 'count among people (Raiffa and Schlaifer 1961)'
  const flat = { successes: 1, failures: 1 }
  const lines = [
    { base: 0, slope: 1 },
    { base: 0.5, slope: 0 },
  ]
  const draws = 2560
  const share = drawn(draws, (draw) => (draw + 0.5) / draws)
  const { input } = known([share, new Float64Array(draws).fill(0.5)], share)
  return (
    [
      [1, 1 / 12],
      [2, 1 / 12],
      [3, 1 / 10],
    ] as const
  ).flatMap(([size, expected]) => [
    within(
      set,
      `EVSI of ${size}, exactly`,
      [expected, informationOfCount(flat, size, lines, { take: 1 })],
      1e-12,
    ),
    within(
      set,
      `EVSI of ${size}, by draws`,
      [expected, informationOfTest(input, { kind: 'proportion', size }).value],
      5e-4,
    ),
  ])
}

/**
 * Two ideas of which only the reach of one is not known: low × high = likely², so that it is log-normal. All of
 * the way, from what people estimated to what is said of the choice.
 */
function estimatedIdeas(): readonly Verdict[] {
  const set = 'log-normal reach against a sure 1,000'
  const tenth = 1.2815515655446004
  return (
    [
      [500, 1000, 2000],
      [400, 800, 1600],
      [100, 600, 3600],
    ] as const
  ).flatMap(([low, median, high]) => {
    const spread = Math.log(high / median) / tenth
    const sure = 1000
    const tests: readonly PlannedTest[] = [10, 100].map((sample) => ({
      id: `of ${sample}`,
      ideaId: 'unsure',
      factor: 'reach',
      spread: 2000,
      sample,
      cost: 0,
      days: 1,
    }))
    const told = weighed([low, median, high], sure, tests)
    const { learn } = told
    const question = learn.questions.find(({ factor }) => factor === 'reach')
    // E max(X, c) − max(E X, c), by Black and Scholes (1973).
    const mean = median * Math.exp(spread ** 2 / 2)
    const d = Math.log(median / sure) / spread
    const best = mean * (1 - upperTail(d + spread)) + sure * (1 - upperTail(-d))
    const perfect = best - Math.max(mean, sure)
    const name = `${low} to ${high}`
    const first = told.standings.find(({ id }) => id === 'unsure')?.first
    const off = Math.sqrt(0.25 / told.draws)
    return [
      within(set, `P(first), ${name}`, [1 - upperTail(d), first], 3 * off),
      within(set, `EVPI, ${name}`, [perfect, learn.perfect], 3 * learn.perfectError),
      within(set, `EVPPI, ${name}`, [perfect, question?.value], 3 * (question?.standardError ?? 0)),
      ...learn.tests.map((test) =>
        within(
          set,
          `EVSI of ${test.sample} with noise ${test.spread}, ${name}`,
          [sampledValue({ median, spread, sure, mean }, test), test.value],
          3 * test.standardError + 0.01 * perfect,
        ),
      ),
    ]
  })
}

/** E over results of max(E(X | result), c), less max(E X, c): Bayes' rule on a grid of both. */
function sampledValue(
  { median, spread, sure, mean }: Readonly<Record<'median' | 'spread' | 'sure' | 'mean', number>>,
  test: PlannedTest,
): number {
  const error = test.spread / Math.sqrt(test.sample)
  const zs = between(-6, 6, 1201)
  const states = zs.map((z) => ({ at: median * Math.exp(spread * z), weight: normalDensity(z) }))
  const most = median * Math.exp(4.5 * spread) + 6 * error
  const results = between(-6 * error, most, 4001)
  let [best, total] = [0, 0]
  for (const result of results) {
    let [chance, sum] = [0, 0]
    for (const { at, weight } of states) {
      const here = weight * normalDensity((result - at) / error)
      chance += here
      sum += here * at
    }
    best += Math.max(sum, chance * sure)
    total += chance
  }
  return best / total - Math.max(mean, sure)
}

function weighed(
  [low, likely, high]: readonly [number, number, number],
  sure: number,
  tests: readonly PlannedTest[],
): Learnt {
  const idea = (id: string, reach: number) => ({ id, reach, impact: 1, confidence: 100, effort: 1 })
  return must(
    learntOf({
      ideas: [idea('sure', sure), idea('unsure', likely)],
      estimates: [
        { id: 'one', ideaId: 'unsure', factor: 'reach', low, likely, high, raterId: 'a' },
      ],
      top: 1,
      seed: 1,
      draws: 2 ** 14,
      tests,
    }),
  )
}
