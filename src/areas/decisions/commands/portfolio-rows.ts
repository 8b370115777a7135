import type { Reader } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { deliveredBy } from '../rules/delivered.ts'
import type { PortfolioRows } from '../rules/portfolio/gather.ts'

/** How many ideas stand for choice at most, and how many links are read. */
const most = { ideas: 2_000, links: 20_000 } as const

/** So many ideas at once that what was said of them stays within what one reading gives. */
const atOnce = 500

/** The relations by which ideas are weighed together. */
export const tying = ['depends-on', 'excludes', 'advances', 'addresses', 'delivers'] as const

/** Everything that a portfolio is made from, as far as whoever asks may see it. */
export async function readRows(
  reader: Reader,
  productId?: string | null,
): Promise<PortfolioRows & { readonly cut: boolean }> {
  const within = productId ? { productId: { in: [productId] } } : {}
  const { rows: ideas, cut } = await readAll(
    reader,
    'idea',
    { filter: { state: { in: ['open', 'chosen'] }, ...within } },
    most.ideas,
  )
  const filter = { relation: { in: [...tying] } }
  const { rows: links } = await readAll(reader, 'link', { filter }, most.links)
  return {
    ...(await rowsAround(reader, ideas, links)),
    ...(await groupsOf(reader)),
    capacities: (await readAll(reader, 'capacity', { filter: within })).rows,
    cut,
  }
}

/** The same for these ideas and what they depend on alone: groups only where shares ask for them. */
export async function rowsOf(
  reader: Reader,
  ids: readonly string[],
  asked: { readonly period: string; readonly shares: readonly string[] },
): Promise<PortfolioRows> {
  const links = (await reader.links(ids)).filter((one) =>
    (tying as readonly string[]).includes(String(one['relation'])),
  )
  const needed = links.flatMap((one) =>
    one['relation'] === 'depends-on' ? [String(one['toId'])] : [],
  )
  const ideas = await reader.many('idea', [...new Set([...ids, ...needed])])
  return {
    ...(await rowsAround(reader, ideas, links)),
    ...(asked.shares.length > 0 ? await groupsOf(reader) : noGroups),
    capacities: await reader.by('capacity', 'period', [asked.period]),
  }
}

const noGroups = { objectives: [], keyResults: [], needs: [], products: [] } as const

async function groupsOf(
  reader: Reader,
): Promise<Pick<PortfolioRows, 'objectives' | 'keyResults' | 'needs' | 'products'>> {
  const all = async (record: string): Promise<readonly Row[]> =>
    (await readAll(reader, record, {})).rows
  return {
    objectives: await all('objective'),
    keyResults: await all('key-result'),
    needs: await all('need'),
    products: await all('product'),
  }
}

async function rowsAround(
  reader: Reader,
  ideas: readonly Row[],
  links: readonly Row[],
): Promise<Pick<PortfolioRows, 'ideas' | 'links' | 'estimates' | 'costs' | 'delivering'>> {
  const ids = ideas.map(({ id }) => id)
  return {
    ideas,
    links,
    estimates: await by(reader, 'estimate', ids),
    costs: await by(reader, 'cost', ids),
    delivering: await deliveringOf(
      reader,
      links.filter((one) => one['relation'] === 'delivers'),
    ),
  }
}

async function by(
  reader: Reader,
  record: string,
  ideaIds: readonly string[],
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let from = 0; from < ideaIds.length; from += atOnce)
    found.push(...(await reader.by(record, 'ideaId', ideaIds.slice(from, from + atOnce))))
  return found
}

/** The ids of ideas that are delivered, as far as whoever asks may see it. */
export async function deliveredIdeas(reader: Reader): Promise<ReadonlySet<string>> {
  const filter = { relation: { in: ['delivers'] } }
  const { rows: links } = await readAll(reader, 'link', { filter }, most.links)
  return deliveredBy(links, await deliveringOf(reader, links))
}

/** The link says of which record each is. */
async function deliveringOf(reader: Reader, links: readonly Row[]): Promise<readonly Row[]> {
  const found: Row[] = []
  for (const kind of new Set(links.map((one) => String(one['fromKind'])))) {
    const ids = links.flatMap((one) => (one['fromKind'] === kind ? [String(one['fromId'])] : []))
    for (let from = 0; from < ids.length; from += atOnce)
      found.push(...(await reader.many(kind, ids.slice(from, from + atOnce))))
  }
  return found
}
