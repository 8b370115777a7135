import type { Row } from '../../../engine/record.ts'
import { sentence, series, type Sentence, type Words } from '../../../engine/words.ts'
import type { Learnt } from './certainty.ts'
import { factors, type FactorName } from './factors.ts'
import { flipSaid } from './flip-said.ts'
import { howKnown, howPerfect, howTested, neededSaid, ruleOf, type How } from './how-learnt.ts'
import type { Unvalued } from './planned-test.ts'
import { questionOn } from './rice.ts'
import { mostDraws, type Learn } from './worth-learning.ts'

/** One number that would be worth knowing before choosing. */
export interface Lesson {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly factor: FactorName
  readonly asks: string
  /** What it would be worth to know it, in the unit of the score. */
  readonly value: number
  /** Of what it would be worth to know everything, from 0 to 1. */
  readonly share: number
  readonly how: How
}

/** An experiment that is planned or under way, and what it would be worth, in the unit of the score. */
export interface TestLesson {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly state: string
  readonly idea: string
  readonly factor: FactorName
  readonly value: number
  readonly cost: number
  readonly net: number
  readonly days: number
  /** Net value a day: by it those that pay are in order. */
  readonly rate: number
  readonly pays: boolean
  readonly how: How
}

/** An experiment that cannot be valued yet, and why. */
export interface UnvaluedTest {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly says: string
}

export interface Learning {
  /** What to test or learn first, or that nothing can change the choice. */
  readonly says: string
  readonly verdict: Learn['verdict'] | 'no-estimate'
  /** Which choice it is that learning could change; null where there is none yet. */
  readonly rule: string | null
  /** What it would be worth to know everything, in the unit of the score. */
  readonly perfect: number
  readonly how: How | null
  /** What is worth most first; none where nothing can change the choice. */
  readonly lessons: readonly Lesson[]
  readonly tests: readonly TestLesson[]
  readonly unvalued: readonly UnvaluedTest[]
  /** What would have to be otherwise for the next idea to come in. */
  readonly flip: string | null
}

/** The rows that it is told of. */
export interface Told {
  readonly ideas: readonly Row[]
  readonly experiments: readonly Row[]
  readonly unvalued: readonly Unvalued[]
}

const mostLessons = 10

/** What to learn before choosing, in words. Server and screen both ask here. */
export function learningOf(certainty: Learnt | null, told: Told, words: Words): Learning {
  const unvalued = unvaluedOf(told, words)
  if (certainty === null)
    return {
      says: words.say('Nothing is estimated as a range yet, so nothing can be learnt from it.'),
      verdict: 'no-estimate',
      rule: null,
      perfect: 0,
      how: null,
      lessons: [],
      tests: [],
      unvalued,
      flip: null,
    }
  const { verdict, perfect } = certainty.learn
  const known = new Map(told.ideas.map((idea) => [idea.id, idea]))
  const titleOf = (id: string): string => String(known.get(id)?.['title'] ?? '')
  const lessons = verdict === 'nothing-to-learn' ? [] : lessonsOf(certainty, known, words)
  const tests = testsOf(certainty, told, words)
  return {
    says: words.told(saidOf(certainty.learn, lessons[0], tests[0], words)),
    verdict,
    rule: ruleOf(certainty.top, words),
    perfect,
    how: howPerfect(certainty, words),
    lessons,
    tests,
    unvalued,
    flip: certainty.flip === null ? null : flipSaid(certainty.flip, titleOf, words),
  }
}

const lessonsOf = (
  certainty: Learnt,
  known: ReadonlyMap<string, Row>,
  words: Words,
): readonly Lesson[] =>
  certainty.learn.questions.slice(0, mostLessons).flatMap((question): readonly Lesson[] => {
    const { id, factor, value } = question
    const { perfect } = certainty.learn
    const idea = known.get(id)
    return idea === undefined
      ? []
      : [
          {
            id,
            ref: idea.ref,
            title: String(idea['title'] ?? ''),
            factor,
            asks: words.told(questionOn(factor)),
            value,
            share: perfect === 0 ? 0 : value / perfect,
            how: howKnown(question, certainty, words),
          },
        ]
  })

function testsOf(
  { learn }: Learnt,
  { ideas, experiments }: Told,
  words: Words,
): readonly TestLesson[] {
  const refs = new Map(ideas.map(({ id, ref }) => [id, ref]))
  const rows = new Map(experiments.map((row) => [row.id, row]))
  return learn.tests.flatMap((test): readonly TestLesson[] => {
    const row = rows.get(test.id)
    if (row === undefined) return []
    const { id, ideaId, factor, value, cost, net, days, rate, pays } = test
    return [
      {
        id,
        ref: row.ref,
        title: String(row['title'] ?? ''),
        state: String(row['state']),
        idea: refs.get(ideaId) ?? '',
        factor,
        value,
        cost,
        net,
        days,
        rate,
        pays,
        how: howTested(test, words),
      },
    ]
  })
}

const unvaluedOf = ({ experiments, unvalued }: Told, words: Words): readonly UnvaluedTest[] => {
  const rows = new Map(experiments.map((row) => [row.id, row]))
  return unvalued.flatMap(({ id, lacks }): readonly UnvaluedTest[] => {
    const row = rows.get(id)
    if (row === undefined) return []
    const names = lacks.map((name) => neededSaid(name, words))
    return [
      {
        id,
        ref: row.ref,
        title: String(row['title'] ?? ''),
        says: words.say('It cannot be valued yet. It lacks: {fields}.', {
          fields: series(names, words),
        }),
      },
    ]
  })
}

function saidOf(
  { verdict, draws }: Learn,
  first: Lesson | undefined,
  test: TestLesson | undefined,
  words: Words,
): Sentence {
  if (verdict === 'nothing-to-learn') return sentence('No test can change this choice.')
  if (verdict === 'too-few-draws')
    return draws < mostDraws
      ? sentence('So few draws do not tell what is worth learning. Ask for more of them.')
      : sentence('What is worth learning here cannot be told from chance.')
  if (verdict === 'no-single-input' || first === undefined)
    return sentence('No single test would change much; only several together.')
  const factor = words.inside(factors[first.factor].label, 'idea')
  if (verdict === 'learn' && test !== undefined)
    return test.state === 'running'
      ? sentence('Wait for this first: “{test}” is under way. It could change the choice.', {
          test: test.title,
        })
      : sentence('Test this first: “{test}”. It could change the choice.', { test: test.title })
  if (verdict === 'no-test-pays')
    return sentence(
      'No experiment that is planned brings more than it costs. What would tell most: {factor} of “{title}”.',
      { factor, title: first.title },
    )
  return sentence('Learn this first: {factor} of “{title}”. It could change the choice.', {
    factor,
    title: first.title,
  })
}
