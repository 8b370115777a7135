import { certaintyOf, type AskedOrder, type Certainty } from '../rules/certainty.ts'

/** Which question it is, so that an answer to an older one is known for that. */
export interface Question {
  readonly turn: number
  readonly asked: AskedOrder
}

export interface Answer {
  readonly turn: number
  readonly certainty: Certainty | null
}

/** Works the order out beside the page, so that nobody who types or scrolls waits for it. */
addEventListener('message', ({ data: { turn, asked } }: MessageEvent<Question>) => {
  postMessage({ turn, certainty: certaintyOf(asked) } satisfies Answer)
})
