import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { has } from '../kit/stations.ts'
import { useSite, type Site } from '../derived/site.ts'

/** One thing to do, and where. */
export interface Step {
  readonly says: string
  readonly verb: string
  readonly href: string
}

interface Page {
  readonly data: readonly Row[]
  readonly total?: number
  readonly totalIsLeast?: boolean
}

/** What a line lacks, from its beginning to its end: the first gap is what to do next. Null while reading. */
export function useNextStep(): Step | null {
  const site = useSite()
  const waiting = useRead<Page>('/feedback?filter[state]=unprocessed&limit=1&count=exact')
  const needs = useRead<Page>('/needs?limit=200')
  const ideas = useRead<Page>('/ideas?filter[state]=open,chosen&limit=200')
  const items = useRead<Page>('/roadmap-items?limit=200')
  if ([waiting, needs, ideas, items].some((one) => one.data === undefined)) return null
  return stepOf(site, {
    waiting: waiting.data,
    needs: needs.data?.data ?? [],
    ideas: ideas.data?.data ?? [],
    items: items.data?.data ?? [],
  })
}

interface Found {
  readonly waiting: Page | undefined
  readonly needs: readonly Row[]
  readonly ideas: readonly Row[]
  readonly items: readonly Row[]
}

const heard = 0
const framed = 2
const proposed = 3

function stepOf({ to }: Pick<Site, 'to'>, { waiting, needs, ideas, items }: Found): Step {
  const unread = waiting?.total ?? 0
  if (unread > 0)
    return {
      says: `${unread.toLocaleString('en')}${waiting?.totalIsLeast === true ? ' or more' : ''} feedback ${unread === 1 ? 'is' : 'are'} unprocessed.`,
      verb: 'Sort them',
      href: `${to('feedback')}?f.state=unprocessed`,
    }
  const bare = needs.filter((row) => !has(row.stations, heard))
  if (bare[0] !== undefined)
    return {
      says: `${several(bare.length, 'need has', 'needs have')} no evidence. ${first(bare[0])} is the newest.`,
      verb: 'See what speaks for it',
      href: to('needs', bare[0].ref, 'why'),
    }
  const loose = ideas.filter((row) => !has(row.stations, framed))
  if (loose[0] !== undefined)
    return {
      says: `${several(loose.length, 'idea addresses', 'ideas address')} no need. ${first(loose[0])} is the newest.`,
      verb: 'Link it to a need',
      href: to('ideas', loose[0].ref),
    }
  const hanging = items.filter((row) => !has(row.stations, heard) || !has(row.stations, proposed))
  if (hanging[0] !== undefined)
    return {
      says: `${several(hanging.length, 'roadmap item hangs', 'roadmap items hang')} in the air. ${first(hanging[0])} is the newest.`,
      verb: 'Ask why it is there',
      href: to('roadmap-items', hanging[0].ref, 'why'),
    }
  if (needs.length === 0)
    return {
      says: 'Feedback is sorted. Quote what shows a need, and frame the need.',
      verb: 'Read the feedback',
      href: to('feedback'),
    }
  if (items.length === 0)
    return {
      says: 'Nothing stands on the roadmap yet.',
      verb: 'Rank the ideas',
      href: to('ranking'),
    }
  return {
    says: 'Everything on the roadmap hangs on evidence.',
    verb: 'Read the roadmap',
    href: to('roadmap'),
  }
}

const several = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

const first = (row: Row): string => {
  const title = String(row['title'])
  return `“${title.length > 80 ? `${title.slice(0, 80)}…` : title}”`
}
