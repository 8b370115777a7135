import { number, ref, type Input } from '../../../engine/field.ts'
import type { Reader, Work } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { deliveredIdeas } from '../commands/portfolio-rows.ts'
import { expectedScore } from '../rules/expected-score.ts'
import { weighedEstimate, weighedIdea } from '../rules/factors.ts'
import type { AskedOrder, Certainty, Learnt } from '../rules/certainty.ts'
import type { PlannedTest } from '../rules/planned-test.ts'

/** What whoever asks for an order may say of it. */
export const orderInput = {
  productId: ref({ label: 'Product', to: 'product' }),
  top: number({
    label: 'Top',
    whole: true,
    min: 1,
    max: 100,
    help: 'How many can be done; 5 without it',
  }),
  draws: number({
    label: 'Draws',
    whole: true,
    min: 100,
    max: 10_000,
    help: 'How often chance is asked; 2,000 without it',
  }),
  seed: number({
    label: 'Seed',
    whole: true,
    min: 0,
    max: 2 ** 53 - 1,
    help: 'The same seed gives the same draws; 1 without it',
  }),
} as const

/** What an order by RICE or by any other model is worked out of. */
export const orderReads = [
  'idea',
  'estimate',
  'scoring-model',
  'criterion',
  'rating',
  'feedback',
  'contact',
  'company',
  'link',
  'roadmap-item',
] as const

/** How many ideas are ranked at most. */
const most = 10_000

export interface Order<Sure extends Certainty = Certainty> {
  readonly ideas: readonly Row[]
  /** There are more ideas than were read. */
  readonly cut: boolean
  /** Null where every number is a point: then there is nothing to be unsure of. */
  readonly certainty: Sure | null
}

interface Scene {
  readonly reader: Reader
  readonly work: Work
}

type Asked = Input<typeof orderInput>

/** The ideas that stand for choice, all of them, since a rank counts every better one; and how sure their order is. */
export const orderOf = (asked: Asked, scene: Scene): Promise<Order> =>
  worked(asked, scene, (order) => scene.work<Certainty | null>('certainty', order))

/** The same, with what to learn before choosing. */
export const learntOrderOf = (
  asked: Asked,
  scene: Scene,
  tests: readonly PlannedTest[],
): Promise<Order<Learnt>> =>
  worked(asked, scene, (order) => scene.work<Learnt | null>('learnt', { ...order, tests }))

async function worked<Sure extends Certainty>(
  asked: Asked,
  { reader }: Scene,
  by: (order: AskedOrder) => Promise<Sure | null>,
): Promise<Order<Sure>> {
  const { rows, cut } = await ideasOf(asked.productId ?? null, reader)
  const estimates = await estimatesOf(reader, rows)
  if (estimates.length === 0) return { ideas: rows, cut, certainty: null }
  const certainty = await by({
    ideas: rows.map(weighedIdea),
    estimates: estimates.map(weighedEstimate),
    top: asked.top ?? usual.top,
    draws: asked.draws ?? usual.draws,
    seed: asked.seed ?? usual.seed,
  })
  return { ideas: rows, cut, certainty }
}

/** The score to expect of one idea, by the draws that an order has of it. */
export const expectedOf = async (idea: Row, { reader }: Scene): Promise<number | null> =>
  expectedScore(idea, await estimatesOf(reader, [idea]), usual)

/** The ideas that stand for choice and are not delivered yet, of a product and its parts or of the whole workspace. */
export async function ideasOf(
  productId: string | null,
  reader: Reader,
): Promise<{ readonly rows: readonly Row[]; readonly cut: boolean }> {
  const state = { in: ['open', 'chosen'] }
  const filter = productId === null ? { state } : { state, productId: { in: [productId] } }
  const { rows, cut } = await readAll(reader, 'idea', { filter }, most)
  const delivered = await deliveredIdeas(reader)
  return { rows: rows.filter(({ id }) => !delivered.has(id)), cut }
}

export const usual = { top: 5, draws: 2_000, seed: 1 } as const

/** So many ideas at once that what was said of them stays within what one reading gives. */
const atOnce = 500

const estimatesOf = (reader: Reader, ideas: readonly Row[]): Promise<readonly Row[]> =>
  ofIdeas('estimate', reader, ideas)

/** What was said of these ideas: rows of a record that name one. */
export async function ofIdeas(
  record: string,
  reader: Reader,
  ideas: readonly Row[],
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let from = 0; from < ideas.length; from += atOnce) {
    const ids = ideas.slice(from, from + atOnce).map(({ id }) => id)
    found.push(...(await reader.by(record, 'ideaId', ids)))
  }
  return found
}
