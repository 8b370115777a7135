import { present } from '../../../engine/crud.ts'
import { list, number, ref, text } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import { view } from '../../../engine/view.ts'
import { idea } from '../records/idea.ts'
import { gathered, needCapacity } from '../rules/portfolio/gather.ts'
import type { Portfolio } from '../rules/portfolio/portfolio.ts'
import { readRows } from '../commands/portfolio-rows.ts'
import { toldOf, type PortfolioTold } from '../rules/portfolio/told.ts'

export interface PortfolioAnswer extends PortfolioTold {
  /** There are more ideas than were read. */
  readonly cut: boolean
}

const ideas = (label: string, help: string) => list({ label, of: 'idea', most: 200, help })

export const portfolioView = view({
  name: 'portfolio',
  says: 'The ideas that bring the most while each function has room, how sure that is, and what must leave for another to enter',
  input: {
    productId: ref({ label: 'Product', to: 'product' }),
    period: text({
      label: 'Period',
      max: 40,
      help: 'Such as 2026-Q4; without it the one that is on or next',
    }),
    must: ideas('Must be in', 'In the set, whatever it costs'),
    never: ideas('Must not be in', 'Out of the set, whatever it brings'),
    shares: list({
      label: 'Least shares',
      of: 'text',
      most: 20,
      help: 'Of what is spent, such as OBJ-3: 20 %',
    }),
    enter: ref({ label: 'To enter', to: 'idea', help: 'Only what must leave for this idea' }),
    draws: number({
      label: 'Draws',
      whole: true,
      min: 100,
      max: 2_000,
      help: 'How often values and costs are drawn; 500 without it, and 100 of them are solved',
    }),
    seed: number({
      label: 'Seed',
      whole: true,
      min: 0,
      max: 2 ** 53 - 1,
      help: 'The same seed gives the same draws; 1 without it',
    }),
  },
  may: 'viewer',
  reads: [
    'idea',
    'estimate',
    'cost',
    'capacity',
    'objective',
    'key-result',
    'need',
    'product',
    'roadmap-item',
  ],
  answer: async (asked, { reader, words, work, now }): Promise<PortfolioAnswer> => {
    const { cut, ...rows } = await readRows(reader, asked.productId)
    const mustIds = await idsOf(asked.must, reader)
    const neverIds = await idsOf(asked.never, reader)
    const enter =
      typeof asked.enter === 'string'
        ? [(await present(idea, asked.enter, { reader })).id]
        : ('all' as const)
    const found = gathered(
      rows,
      {
        period: asked.period ?? undefined,
        mustIds,
        neverIds,
        shares: asked.shares ?? [],
        enter,
        seed: asked.seed ?? 1,
        draws: asked.draws ?? usualDraws,
        seconds,
      },
      now.slice(0, 10),
    )
    needCapacity(found)
    const portfolio = await work<Portfolio>('portfolio', found.asked)
    return { ...toldOf(portfolio, found, rows.ideas, words), cut }
  },
})

const usualDraws = 500

/** Less than what is worked out beside the process may take in all. */
const seconds = 12

async function idsOf(
  named: readonly string[] | null | undefined,
  reader: Reader,
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const one of named ?? []) ids.push((await present(idea, one, { reader })).id)
  return ids
}
