import { sumOf } from '../../../math/sum-of.ts'
import { declaredWord, sentence, series, type Sentence, type Words } from '../../../engine/words.ts'
import { aboutOf, abouts, type About, type ByAbout, type Mirror } from './mirror.ts'
import type { Point, Scores } from './scores.ts'

/** What the mirror says in words, and the point that it speaks of. */
export interface MirrorSaid {
  readonly title: string
  readonly stand: string
  readonly named: Point | null
  /** What to try next, from where the misses lie. */
  readonly advice: string
}

/** So many of one chance are needed before it is called by its number. */
const fewestNamed = 5
/** A gap under ten percent is not spoken of. */
const notable = 0.1

export function mirrorSaid(mirror: Mirror, words: Words): MirrorSaid {
  const { scores, missing } = mirror
  if (missing > 0)
    return {
      title: words.counted(
        missing,
        'One more resolved prediction, and there is something to see',
        '# more resolved predictions, and there is something to see',
      ),
      stand: words.say(
        'Fewer than ten say more about luck than about you. Until then: what you expected of single decisions, and what came.',
      ),
      named: null,
      advice: words.say('Give odds before each decision, also where you are nearly sure.'),
    }
  const named = scores === null ? null : widest(scores.points)
  const advice = adviceOf(mirror, named)
    .map((part) => words.told(part))
    .join(' ')
  if (scores === null) return { ...ofRanges(mirror, words), named: null, advice }
  if (named === null)
    return {
      title: words.say('You say what you mean, as far as {count} predictions can tell', {
        count: scores.n,
      }),
      stand: words.say(
        'No chance that you gave at least five times came out ten percent or more beside what you said.',
      ),
      named: null,
      advice,
    }
  return {
    title: words.say('Your {said} % came true {share} % of the time', {
      said: named.said,
      share: percent(named.share),
    }),
    stand: [named_(named, words), otherwise(scores.points, named, words)]
      .filter((part) => part !== '')
      .join(' '),
    named,
    advice,
  }
}

/** How one kind of question went, in three words. */
export type Leaning = 'too few' | 'too sure' | 'too careful' | 'about right'

/**
 * Do those that were called likely come less often than said? From 60 % up, and from 40 % down on the
 * other side, by ten percent or more of what was said together.
 */
export function leaningOf({ scores, scored }: Pick<ByAbout, 'scores' | 'scored'>): Leaning {
  const sided = scored.filter(({ probability }) => probability >= 0.6 || probability <= 0.4)
  if (scores === null || sided.length < fewestNamed) return 'too few'
  const gap =
    sumOf(sided, ({ probability, outcome }) =>
      probability >= 0.6 ? probability - outcome : outcome - probability,
    ) / sided.length
  return gap >= notable ? 'too sure' : gap <= -notable ? 'too careful' : 'about right'
}

export const leaningSaid = (leaning: Leaning, words: Words): string => {
  switch (leaning) {
    case 'too few':
      return words.say('too few to say more')
    case 'too sure':
      return words.say('too sure')
    case 'too careful':
      return words.say('too careful')
    case 'about right':
      return words.say('about right')
  }
}

/** What a prediction asks, as a title. */
export const aboutSaid = (about: About, words: Words): string => {
  switch (about) {
    case 'metric':
      return words.label('Will it move the metric?')
    case 'delivery':
      return words.label('Will it ship in the range?')
    case 'adoption':
      return words.label('Will they adopt it?')
    case 'other':
      return words.label('Something else')
  }
}

export const percent = (share: number): number => Math.round(share * 100)

/** The point farthest from what was said, for how often it was said; null where none is far enough. */
function widest(points: readonly Point[]): Point | null {
  const weight = ({ mean, share, times }: Point): number =>
    Math.abs(share - mean) * Math.sqrt(times)
  const far = points
    .filter(({ times, mean, share }) => times >= fewestNamed && Math.abs(share - mean) >= notable)
    .toSorted((left, right) => weight(right) - weight(left))
  return far[0] ?? null
}

function named_(point: Point, words: Words): string {
  const { said, times, came, low, high, mean } = point
  const given = { said, times, came, low: percent(low), high: percent(high) }
  return low <= mean && mean <= high
    ? words.say(
        '{times} predictions, {came} came true. That is still compatible with {said} % ({low} to {high} %), so treat it as a hint.',
        given,
      )
    : words.say(
        '{times} predictions, {came} came true. Chance alone would hardly do that ({low} to {high} %); but it is the widest of all gaps, and the widest is always partly chance.',
        { times, came, low: given.low, high: given.high },
      )
}

/** Of the other chances that were given often enough: where one says what one means. */
function otherwise(points: readonly Point[], named: Point, words: Words): string {
  const good = points
    .filter(
      (point) =>
        point !== named &&
        point.times >= fewestNamed &&
        Math.abs(point.share - point.mean) < notable,
    )
    .map(({ said }) => `${words.number(said)}\u00a0%`)
  return good.length === 0
    ? ''
    : words.say('At {chances} you say what you mean.', { chances: series(good, words) })
}

function ofRanges({ ranges, scored }: Mirror, words: Words): { title: string; stand: string } {
  if (ranges === null)
    return {
      title: words.say('Too few of one kind to say more'),
      stand: words.say(
        'Ten of one kind are needed: {chances} times you gave a chance of yes or no, {ranges} times a range.',
        { chances: scored.yesNo.length, ranges: scored.ranges.length },
      ),
    }
  return {
    title: words.say('Your ranges held {share} % of the time', { share: percent(ranges.share) }),
    stand: words.say(
      '{held} of {n}; eight times in ten is what they say. In the long run it lies between {low} and {high} %.',
      {
        held: ranges.held,
        n: ranges.n,
        low: percent(ranges.interval.low),
        high: percent(ranges.interval.high),
      },
    ),
  }
}

function adviceOf(mirror: Mirror, named: Point | null): readonly Sentence[] {
  const { scored, ranges, scores } = mirror
  const where = named === null ? undefined : whereMissed(scored.yesNo, named)
  if (named !== null && where !== undefined)
    return [
      missedSaid(where, named.said),
      named.share < named.mean ? lessSure[where.worst.about] : moreSure,
    ]
  if (ranges !== null && ranges.interval.high < 0.8)
    return [
      sentence(
        'Your ranges are too narrow: {held} of {n} held. Before the next one, say first what would surprise you, and widen it until it would.',
        { held: ranges.held, n: ranges.n },
      ),
    ]
  const middling = scored.yesNo.filter(
    ({ probability }) => probability > 0.4 && probability < 0.6,
  ).length
  if (scores !== null && middling * 2 > scores.n)
    return [
      sentence(
        'You said about one half {count} times, more often than anything else. Ask each time what would make it surer, and say that.',
        { count: middling },
      ),
    ]
  return [sentence('Nothing stands out. Go on giving odds before anybody else’s are known.')]
}

function missedSaid({ worst, best }: Missing, said: number): Sentence {
  const { came, n, asked } = worst
  if (best === undefined)
    return sentence('At {said} %, {came} of {n} came true of those that asked “{asked}”.', {
      said,
      came,
      n,
      asked,
    })
  return sentence(
    'At {said} %, {came} of {n} came true of those that asked “{asked}”, and {others} of {all} of those that asked “{other}”.',
    { said, came, n, asked, others: best.came, all: best.n, other: best.asked },
  )
}

const lessSure: Readonly<Record<About, Sentence>> = {
  metric: sentence(
    'Before you next say so of a number, write down what would have to be true first, and give that odds too.',
  ),
  delivery: sentence(
    'Before you next say so of a date, look how long the last ones like it took, and begin from there.',
  ),
  adoption: sentence(
    'Before you next say so of what people will take up, count how many did when they could the last time.',
  ),
  other: sentence('Before you next say so, name one way in which it would not come.'),
}

const moreSure = sentence('You know more than you say: go ten percent further next time.')

interface Missed {
  readonly about: About
  readonly asked: Sentence
  readonly n: number
  readonly came: number
}

interface Missing {
  readonly worst: Missed
  readonly best: Missed | undefined
}

/** Of those that were given about this chance: what was asked where it went worst, and where it went best. */
function whereMissed(
  yesNo: Mirror['scored']['yesNo'],
  { mean, share }: Point,
): Missing | undefined {
  const here = yesNo.filter(({ probability }) => Math.abs(probability - mean) < 0.075)
  const kinds = abouts.flatMap((about): readonly Missed[] => {
    const asked = here.filter(({ said }) => aboutOf(said) === about)
    return asked.length < 3
      ? []
      : [
          {
            about,
            asked: asks[about],
            n: asked.length,
            came: asked.filter(({ outcome }) => outcome === 1).length,
          },
        ]
  })
  const away = share < mean ? -1 : 1
  const [worst, ...rest] = kinds.toSorted(
    (left, right) => away * (right.came / right.n - left.came / left.n),
  )
  return worst === undefined ? undefined : { worst, best: rest.at(-1) }
}

const asks: Readonly<Record<About, Sentence>> = {
  metric: declaredWord('Will it move the metric?', undefined, 'alone'),
  delivery: declaredWord('Will it ship in the range?', undefined, 'alone'),
  adoption: declaredWord('Will they adopt it?', undefined, 'alone'),
  other: declaredWord('Something else', undefined, 'alone'),
}

/** What a Brier score is made of, in plain words. */
export const partsSaid = (scores: Scores, words: Words): readonly (readonly [string, number])[] => [
  [words.say('calibration'), scores.calibration],
  [words.say('discrimination'), -scores.discrimination],
  [words.say('how hard it was'), scores.difficulty],
]
