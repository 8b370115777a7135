import { useEffect, useMemo, useRef, useState } from 'react'
import type { AskedModel } from '../../rules/models/draws.ts'
import type { ModelOrder } from '../../rules/models/order.ts'
import type { FromModel, ToModel } from './model.worker.ts'

export type Weights = Readonly<Record<string, number>>

/** As many as move with a weight, and as many as make the figures steady once it rests. */
const quick = 1_000
const steady = 8_000

/** A weight rests when it has not moved for so many milliseconds. */
const rests = 250

/**
 * The order under a model, worked out in a worker: at once with few draws, then with many. While weights are moved, only
 * the newest are asked for, and what came last stays until the next is there.
 */
export function useModelOrder(
  asked: Omit<AskedModel, 'draws' | 'top'> | undefined,
  weights: Weights,
  top: number,
): ModelOrder | null {
  const [order, setOrder] = useState<ModelOrder | null>(null)
  const hands = useRef<Hands>(undefined)
  useEffect(() => {
    const made = handsOver(setOrder)
    hands.current = made
    return () => made.close()
  }, [])
  useEffect(() => {
    if (asked !== undefined) hands.current?.rank({ ...asked, top: 1 })
  }, [asked])
  const question = useMemo(() => ({ weights, top }), [weights, top])
  useEffect(() => {
    if (asked === undefined) return
    hands.current?.ask(question)
    const later = setTimeout(() => hands.current?.settle(question), rests)
    return () => clearTimeout(later)
  }, [asked, question])
  return asked === undefined ? null : order
}

interface Question {
  readonly weights: Weights
  readonly top: number
}

interface Hands {
  readonly rank: (asked: Omit<AskedModel, 'draws'>) => void
  readonly ask: (question: Question) => void
  readonly settle: (question: Question) => void
  readonly close: () => void
}

/** One question at a time is with the worker; of those that come meanwhile the newest is next. */
function handsOver(tell: (order: ModelOrder) => void): Hands {
  const worker = new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' })
  let run = 0
  let isBusy = false
  let next: (Question & { readonly draws: number }) | undefined
  const send = (message: ToModel): void => worker.postMessage(message)
  const go = (): void => {
    if (isBusy || next === undefined) return
    isBusy = true
    run += 1
    const { draws, weights, top } = next
    next = undefined
    send({ is: 'ask', run, draws, top, weights })
  }
  worker.addEventListener('message', ({ data }: MessageEvent<FromModel>) => {
    isBusy = false
    tell(data.order)
    performance.measure('model order', {
      start: performance.now() - data.took,
      duration: data.took,
    })
    go()
  })
  return {
    rank: (asked) => send({ is: 'ranked', asked }),
    ask: (question) => {
      next = { ...question, draws: quick }
      go()
    },
    settle: (question) => {
      next = { ...question, draws: steady }
      go()
    },
    close: () => worker.terminate(),
  }
}
