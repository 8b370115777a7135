import { ref } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import { unknown } from '../../../engine/problem.ts'
import { titleOf, type Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { feedback } from '../records/feedback.ts'
import { alike, askedWords, fitOf, likeness, telling, wordsOf, type Fit } from '../rules/similar.ts'
import { notThere } from '../../../engine/refusals.ts'

export interface SimilarOne {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly companyId: string | null
  /** When it was said, or else when it came in. */
  readonly at: string
  readonly state: string
  /** 0 to 1: how much of the words of both they share (Dice). */
  readonly likeness: number
  /** It says the same in the same words. */
  readonly isDuplicate: boolean
  /** The passage of it that fits best, its words and where they stand, in code points of its text. */
  readonly passage: (Fit & { readonly text: string }) | null
  /** The needs that it was quoted for already. */
  readonly needs: readonly Pick<Named, 'id' | 'ref' | 'title'>[]
}

interface Named {
  readonly id: string
  readonly ref: string
  readonly title: string
}

export interface Similar {
  readonly of: Named
  /** The words that were looked for. */
  readonly words: readonly string[]
  readonly rows: readonly SimilarOne[]
}

/** So many are shown; so many of what the search finds are looked at for them. */
const shown = 5
const looked = 20

/**
 * A search that finds a row with all of its words ends there, and a text has all of its own: beside
 * them it asks for one that nobody wrote, and so finds what has as many as may be.
 */
const written = 'x0nobody0wrote0this0x'

/** Other feedback that says something like it, by the same search that a person would use. */
export const similar = view({
  name: 'similar',
  says: 'Feedback that says something similar, and which needs it was quoted for',
  input: {
    of: ref({ label: 'Of', to: 'feedback', required: true, help: 'A ref such as FB-12, or an id' }),
  },
  may: 'viewer',
  reads: ['feedback', 'quote', 'need'],
  answer: async ({ of }, { reader }): Promise<Similar> => {
    const row = await reader.get('feedback', of)
    if (row === undefined) throw unknown(notThere(feedback, of))
    const text = String(row['text'])
    const title = String(row['title'] ?? '')
    const words = askedWords(title, text)
    const found = words.length === 0 ? [] : await search(reader, words, row.id)
    const mine = telling(wordsOf(`${title}\n${text}`))
    const rows = found.filter((one) => sharesEnough(words, one)).slice(0, shown)
    const needs = await needsOf(
      reader,
      rows.map(({ id }) => id),
    )
    return {
      of: nameOf(row),
      words,
      rows: rows.map((one) => similarOne(one, mine, needs.get(one.id) ?? [])),
    }
  },
})

async function search(
  reader: Reader,
  words: readonly string[],
  self: string,
): Promise<readonly Row[]> {
  const page = await reader.list('feedback', { q: `${words.join(' ')} ${written}`, limit: looked })
  return page.data.filter(({ id }) => id !== self)
}

/** One word in common is chance; of a few words, half of them are enough. */
function sharesEnough(words: readonly string[], row: Row): boolean {
  const theirs = new Set(wordsOf(`${String(row['title'] ?? '')}\n${String(row['text'])}`))
  const shared = words.filter((word) => theirs.has(word)).length
  return shared >= Math.min(2, Math.ceil(words.length / 2))
}

const nameOf = (row: Row): Named => ({
  id: row.id,
  ref: row.ref,
  title: titleOf(feedback, row).slice(0, 200),
})

function similarOne(row: Row, mine: readonly string[], needs: readonly Named[]): SimilarOne {
  const text = String(row['text'])
  const theirs = telling(wordsOf(`${String(row['title'] ?? '')}\n${text}`))
  const like = likeness(mine, theirs)
  const language = typeof row['language'] === 'string' ? row['language'] : undefined
  const fit = fitOf(text, new Set(mine), language)
  return {
    ...nameOf(row),
    companyId: typeof row['companyId'] === 'string' ? row['companyId'] : null,
    at: String(row['occurredAt'] ?? row.createdAt),
    state: String(row['state']),
    likeness: Math.round(like * 100) / 100,
    isDuplicate: like >= alike,
    passage: fit === null ? null : { ...fit, text: [...text].slice(fit.start, fit.end).join('') },
    needs,
  }
}

/** Which needs the quotes of each feedback support, as far as the reader sees them. */
async function needsOf(
  reader: Reader,
  feedbackIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  if (feedbackIds.length === 0) return new Map()
  const quotes = await reader.by('quote', 'feedbackId', feedbackIds)
  const homes = new Map(quotes.map((one) => [one.id, String(one['feedbackId'])] as const))
  const links = quotes.length === 0 ? [] : await reader.links([...homes.keys()])
  const supports = links.filter((one) => one['relation'] === 'supports' && one['toKind'] === 'need')
  const needs = new Map(
    (await reader.many('need', [...new Set(supports.map((one) => String(one['toId'])))])).map(
      (row) => [row.id, row] as const,
    ),
  )
  const found = new Map<string, Named[]>()
  for (const one of supports) {
    const home = homes.get(String(one['fromId']))
    const need = needs.get(String(one['toId']))
    if (home === undefined || need === undefined) continue
    const list = found.get(home) ?? []
    if (!list.some(({ id }) => id === need.id))
      list.push({ id: need.id, ref: need.ref, title: String(need['title']) })
    found.set(home, list)
  }
  return found
}
