import { drawnFor, type AskedModel, type Drawn } from '../../rules/models/draws.ts'
import { orderOfDrawn, type ModelOrder } from '../../rules/models/order.ts'

/** What the worker is told: what is ranked, or only that weights or the cut are others now. */
export type ToModel =
  | { readonly is: 'ranked'; readonly asked: Omit<AskedModel, 'draws'> }
  | {
      readonly is: 'ask'
      readonly run: number
      readonly draws: number
      readonly top: number
      /** By the id of the criterion. */
      readonly weights: Readonly<Record<string, number>>
    }

export interface FromModel {
  readonly run: number
  readonly order: ModelOrder
  /** Milliseconds that it took here. */
  readonly took: number
}

let ranked: Omit<AskedModel, 'draws'> | undefined
/** What was drawn of it, by the number of draws. */
const kept = new Map<number, Drawn>()

/** Works orders out beside the page. What was drawn once is weighed anew as often as weights move. */
addEventListener('message', ({ data }: MessageEvent<ToModel>) => {
  if (data.is === 'ranked') {
    ranked = data.asked
    kept.clear()
    return
  }
  if (ranked === undefined) return
  const from = performance.now()
  const { run, draws, top, weights } = data
  const drawn = kept.get(draws) ?? drawnFor({ ...ranked, draws })
  kept.set(draws, drawn)
  const criteria = ranked.criteria.map((one) => ({ ...one, weight: weights[one.id] ?? one.weight }))
  const order = orderOfDrawn({ ...ranked, criteria, top }, drawn)
  postMessage({ run, order, took: performance.now() - from } satisfies FromModel)
})
