import { chanceFrom, zipf, type Chance } from './chance.ts'
import { tongues } from './words.ts'

/** One made-up feedback, as somebody would send it over REST. */
export interface Said {
  readonly title: string
  readonly text: string
  readonly kind: string
  readonly source: string
  readonly originId: string
  readonly occurredAt: string
  readonly rating: number
  readonly language: string
}

/**
 * Makes feedback that is the same in every run: about 120 characters each, words as frequent as in a
 * language, seven languages, now and then a number. `originId` counts up from `from`, under `sign`.
 */
export function feedbackFrom(seed: number, sign: string, from = 0): () => Said {
  const chance = chanceFrom(seed)
  const draws = tongues.map((tongue) => zipf(tongue.words.length, chance))
  let count = from
  const sentence = (at: number, characters: number): string => {
    const { words, between } = tongues[at] as (typeof tongues)[number]
    const draw = draws[at] as () => number
    let made = ''
    while (made.length < characters)
      made += (made === '' ? '' : between) + (words[draw()] as string)
    return chance.share() < 0.1 ? `${made} ${chance.whole(100_000)}` : made
  }
  return () => {
    const at = tongueAt(chance)
    const wide = tongues[at]?.between === '' ? 0.4 : 1
    return {
      title: sentence(at, 30 * wide),
      text: sentence(at, (40 + chance.whole(150)) * wide),
      kind: chance.pick(kinds),
      source: chance.pick(sources),
      originId: `${sign}-${count++}`,
      occurredAt: new Date(firstDay + chance.whole(900 * day)).toISOString(),
      rating: 1 + Math.floor(5 * Math.sqrt(chance.share())),
      language: tongues[at]?.language ?? 'en',
    }
  }
}

export const kinds = ['bug', 'request', 'request', 'praise', 'question', 'other'] as const
export const sources = [
  'app-store',
  'app-store',
  'app-store',
  'support',
  'support',
  'interview',
  'sales',
  'forum',
] as const

const day = 86_400_000
const firstDay = Date.UTC(2024, 0, 1)

function tongueAt(chance: Chance): number {
  let left = chance.share()
  const at = tongues.findIndex((tongue) => (left -= tongue.share) < 0)
  return at === -1 ? 0 : at
}
