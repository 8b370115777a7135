import loadHighs from 'highs'
import runtime from 'highs/runtime?url'
import { runHighs } from '../../../math/portfolio/highs.ts'
import type { Solve } from '../../../math/portfolio/program.ts'
import type { AskedPortfolio } from '../rules/portfolio/asked.ts'
import { laterEntry, type Entry } from '../rules/portfolio/entry.ts'
import { portfolioOf, type Portfolio } from '../rules/portfolio/portfolio.ts'

/** What a page asks; the number says for which question an answer is. */
export type PortfolioAsked =
  | { readonly is: 'portfolio'; readonly turn: number; readonly asked: AskedPortfolio }
  | { readonly is: 'entry'; readonly turn: number; readonly id: string }

export type PortfolioTold =
  | { readonly is: 'portfolio'; readonly turn: number; readonly portfolio: Portfolio }
  | { readonly is: 'entry'; readonly turn: number; readonly entry: Entry }
  | { readonly is: 'failed'; readonly turn: number; readonly says: string }

const highs = loadHighs({ locateFile: () => new URL(runtime, location.origin).href })
let latest = 0
let standing: { readonly asked: AskedPortfolio; readonly portfolio: Portfolio } | undefined

/** A newer question came: of the older one nobody wants an answer. */
class Stale extends Error {
  override readonly name = 'Stale'
}

/** Solves portfolios beside the page. Between two solves it listens, so that a newer question is begun at once. */
addEventListener('message', ({ data }: MessageEvent<PortfolioAsked>) => {
  const { turn } = data
  answer(data).catch((error: unknown) => {
    if (error instanceof Stale) return
    tell({ is: 'failed', turn, says: error instanceof Error ? error.message : String(error) })
  })
})

async function answer(given: PortfolioAsked): Promise<void> {
  const { turn } = given
  if (given.is === 'entry') {
    if (turn !== latest || standing === undefined) return
    const { asked, portfolio } = standing
    const entry = await laterEntry(asked, portfolio, given.id, solveFor(turn))
    return tell({ is: 'entry', turn, entry })
  }
  latest = turn
  standing = undefined
  const keep = (portfolio: Portfolio): void => {
    standing = { asked: given.asked, portfolio }
    tell({ is: 'portfolio', turn, portfolio })
  }
  keep(await portfolioOf(given.asked, solveFor(turn), () => performance.now(), keep))
}

const tell = (told: PortfolioTold): void => postMessage(told)

const solveFor =
  (turn: number): Solve =>
  async (program, limits) => {
    await listen()
    if (turn !== latest) throw new Stale()
    return runHighs(await highs, program, limits, () => performance.now())
  }

/** Messages that came meanwhile are heard before this goes on. */
function listen(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
