import type { Row } from '../../../engine/record.ts'
import { sentence, type Sentence, type Words } from '../../../engine/words.ts'
import type { Certainty, Flip } from './certainty.ts'
import { factors, type FactorName } from './factors.ts'
import { questionOn } from './rice.ts'

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
}

export interface Learning {
  /** What to learn first, or that nothing can change the choice. */
  readonly says: string
  readonly verdict: Certainty['learn']['verdict'] | 'no-estimate'
  /** What it would be worth to know everything, in the unit of the score. */
  readonly perfect: number
  readonly lessons: readonly Lesson[]
  /** What would have to be otherwise for the next idea to come in. */
  readonly flip: string | null
}

const mostLessons = 10

/** What to learn before choosing, in words. Server and screen both ask here. */
export function learningOf(
  certainty: Certainty | null,
  ideas: readonly Row[],
  words: Words,
): Learning {
  if (certainty === null)
    return {
      says: words.say('Nothing is estimated as a range yet, so nothing can be learnt from it.'),
      verdict: 'no-estimate',
      perfect: 0,
      lessons: [],
      flip: null,
    }
  const { verdict, perfect, questions } = certainty.learn
  const known = new Map(ideas.map((idea) => [idea.id, idea]))
  const titleOf = (id: string): string => String(known.get(id)?.['title'] ?? '')
  const lessons = questions.slice(0, mostLessons).flatMap(({ id, factor, value }): Lesson[] => {
    const idea = known.get(id)
    return idea === undefined
      ? []
      : [
          {
            id,
            ref: idea.ref,
            title: titleOf(id),
            factor,
            asks: words.told(questionOn(factor)),
            value,
            share: perfect === 0 ? 0 : value / perfect,
          },
        ]
  })
  return {
    says: words.told(saidOf(verdict, lessons[0], words)),
    verdict,
    perfect,
    lessons,
    flip: certainty.flip === null ? null : flipSaid(certainty.flip, titleOf, words),
  }
}

function saidOf(
  verdict: Certainty['learn']['verdict'],
  first: Lesson | undefined,
  words: Words,
): Sentence {
  if (verdict === 'nothing-to-learn') return sentence('No test can change this choice.')
  if (verdict === 'too-few-draws')
    return sentence('So few draws do not tell what is worth learning. Ask for more of them.')
  if (verdict === 'no-single-input' || first === undefined)
    return sentence('No single number could change this choice; only several together.')
  return sentence('Learn this first: {factor} of “{title}”. It could change the choice.', {
    factor: words.inside(factors[first.factor].label, 'idea'),
    title: first.title,
  })
}

function flipSaid(
  { enters, leaves, by }: Flip,
  titleOf: (id: string) => string,
  words: Words,
): string {
  return words.say(
    '“{enters}” comes in and “{leaves}” goes out if its reach, impact or confidence is {by} times what we hold it to be, or its effort as much less.',
    {
      enters: titleOf(enters),
      leaves: titleOf(leaves),
      by: words.number(by, { maximumFractionDigits: 2 }),
    },
  )
}
