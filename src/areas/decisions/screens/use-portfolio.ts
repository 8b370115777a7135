import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import type { AskedPortfolio } from '../rules/portfolio/asked.ts'
import type { Entry } from '../rules/portfolio/entry.ts'
import { gathered, type Gathered, type PortfolioChoice } from '../rules/portfolio/gather.ts'
import type { Portfolio } from '../rules/portfolio/portfolio.ts'
import type { IdeaTies } from '../views/idea-ties.ts'
import type { PortfolioAsked, PortfolioTold } from './portfolio.worker.ts'

/** What somebody chose, as the address says it. */
export interface Chosen {
  readonly period: string | undefined
  readonly mustIds: readonly string[]
  readonly neverIds: readonly string[]
  readonly shares: readonly string[]
}

export interface Shown {
  readonly ideas: readonly Row[] | undefined
  readonly capacities: readonly Row[] | undefined
  readonly given: Gathered | undefined
  /** A share that cannot be read, or that the solver broke down. */
  readonly error: Error | undefined
  readonly portfolio: Portfolio | undefined
  /** The last answer, while a newer one is worked out. */
  readonly isOld: boolean
  /** Asks what must leave for an idea to enter. */
  readonly enter: (id: string) => void
}

const usual = {
  enter: [],
  seed: 1,
  draws: 500,
  seconds: 60,
} as const satisfies Partial<PortfolioChoice>

/**
 * The best set of ideas, solved in a worker of this browser from the rows that it holds: what is changed in one of them
 * solves it anew. The ties between ideas are read from the server.
 */
export function usePortfolio(chosen: Chosen, today: string): Shown {
  const ideas = useHeld('idea')
  const estimates = useHeld('estimate')
  const costs = useHeld('cost')
  const capacities = useHeld('capacity')
  const objectives = useHeld('objective')
  const keyResults = useHeld('key-result')
  const needs = useHeld('need')
  const products = useHeld('product')
  const delivering = useHeld('roadmap-item')
  const ties = useRead<IdeaTies>('/views/idea-ties')
  const links = ties.data?.ties
  const posed = useMemo((): { readonly given?: Gathered; readonly error?: Error } => {
    if (
      ideas === undefined ||
      estimates === undefined ||
      costs === undefined ||
      capacities === undefined ||
      links === undefined
    )
      return {}
    try {
      const given = gathered(
        {
          ideas,
          estimates,
          costs,
          capacities,
          links,
          objectives: objectives ?? [],
          keyResults: keyResults ?? [],
          needs: needs ?? [],
          products: products ?? [],
          delivering: delivering ?? [],
        },
        { ...usual, ...chosen },
        today,
      )
      return { given }
    } catch (error) {
      return { error: error as Error }
    }
  }, [
    ideas,
    estimates,
    costs,
    capacities,
    links,
    objectives,
    keyResults,
    needs,
    products,
    delivering,
    chosen,
    today,
  ])
  const asked =
    posed.given?.period === undefined || posed.given.asked.ideas.length === 0
      ? undefined
      : posed.given.asked
  // The server's own word for what is shown already is no new question.
  const text = asked === undefined ? undefined : JSON.stringify(asked)
  const question = useMemo(
    () => (text === undefined ? undefined : (JSON.parse(text) as AskedPortfolio)),
    [text],
  )
  const solved = useSolved(question)
  return {
    ideas,
    capacities,
    given: posed.given,
    error: posed.error ?? solved.error ?? (links === undefined ? ties.error : undefined),
    portfolio: asked === undefined ? undefined : solved.portfolio,
    isOld: solved.isOld,
    enter: solved.enter,
  }
}

interface Answered {
  readonly turn: number
  readonly portfolio: Portfolio
  readonly entries: readonly Entry[]
}

function useSolved(asked: AskedPortfolio | undefined): {
  readonly portfolio: Portfolio | undefined
  readonly error: Error | undefined
  readonly isOld: boolean
  readonly enter: (id: string) => void
} {
  const worker = useRef<Worker>(undefined)
  const turn = useRef(0)
  /** Whose way in is on screen: it is asked for anew with every new set. */
  const wanted = useRef(new Set<string>())
  const [answered, setAnswered] = useState<Answered>()
  const [failed, setFailed] = useState<{ readonly of: unknown; readonly error: Error }>()
  const [current, setCurrent] = useState<unknown>()
  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = undefined
    },
    [],
  )
  useEffect(() => {
    if (asked === undefined) return
    worker.current ??= started()
    turn.current += 1
    const mine = turn.current
    const { current: own } = worker
    let isFirst = true
    const hear = ({ data }: MessageEvent<PortfolioTold>): void => {
      if (data.turn !== mine) return
      if (data.is === 'failed') {
        // WebAssembly that broke down cannot be trusted with anything more.
        worker.current?.terminate()
        worker.current = undefined
        return setFailed({ of: asked, error: new Error(data.says) })
      }
      setCurrent(asked)
      if (data.is === 'portfolio' && isFirst) {
        isFirst = false
        for (const id of wanted.current)
          own.postMessage({ is: 'entry', turn: mine, id } satisfies PortfolioAsked)
      }
      setAnswered((before) =>
        data.is === 'portfolio'
          ? {
              turn: mine,
              portfolio: data.portfolio,
              entries: before?.turn === mine ? before.entries : [],
            }
          : before?.turn === mine
            ? { ...before, entries: [...before.entries, data.entry] }
            : before,
      )
    }
    own.addEventListener('message', hear)
    own.postMessage({ is: 'portfolio', turn: mine, asked } satisfies PortfolioAsked)
    return () => own.removeEventListener('message', hear)
  }, [asked])
  const enter = useCallback((id: string) => {
    wanted.current.add(id)
    worker.current?.postMessage({
      is: 'entry',
      turn: turn.current,
      id,
    } satisfies PortfolioAsked)
  }, [])
  const portfolio = useMemo(
    () =>
      answered === undefined ? undefined : { ...answered.portfolio, entries: answered.entries },
    [answered],
  )
  return {
    portfolio,
    error: failed?.of === asked ? failed?.error : undefined,
    isOld: current !== asked,
    enter,
  }
}

const started = (): Worker =>
  new Worker(new URL('./portfolio.worker.ts', import.meta.url), { type: 'module' })
