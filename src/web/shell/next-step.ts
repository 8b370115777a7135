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

/** What the line lacks. */
export interface Gaps {
  readonly step: Step
  /** In a word or two, by the record that lacks it. */
  readonly said: Readonly<Record<string, string>>
}

/** What a line lacks, from its beginning to its end: the first gap is what to do next. Null while reading. */
export function useGaps(): Gaps | null {
  const site = useSite()
  const waiting = useRead<Page>('/feedback?filter[state]=unprocessed&limit=1&count=exact')
  const needs = useRead<Page>('/needs?limit=200')
  const ideas = useRead<Page>('/ideas?filter[state]=open,chosen&limit=200')
  const items = useRead<Page>('/roadmap-items?limit=200')
  if ([waiting, needs, ideas, items].some((one) => one.data === undefined)) return null
  const found: Found = {
    waiting: waiting.data,
    needs: needs.data?.data ?? [],
    ideas: ideas.data?.data ?? [],
    items: items.data?.data ?? [],
  }
  return { step: stepOf(site, found), said: saidOf(found) }
}

function saidOf({ waiting, needs, ideas, items }: Found): Readonly<Record<string, string>> {
  const counts: readonly (readonly [string, number, string])[] = [
    ['feedback', waiting?.total ?? 0, 'unprocessed'],
    ['need', needs.filter(isBare).length, 'without evidence'],
    ['idea', ideas.filter(isLoose).length, 'without a need'],
    ['roadmap-item', items.filter(isHanging).length, 'in the air'],
  ]
  return Object.fromEntries(
    counts
      .filter(([, count]) => count > 0)
      .map(([name, count, says]) => [name, `${count.toLocaleString('en')} ${says}`]),
  )
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

const isBare = (row: Row): boolean => !has(row.stations, heard)
const isLoose = (row: Row): boolean => !has(row.stations, framed)
const isHanging = (row: Row): boolean => !has(row.stations, heard) || !has(row.stations, proposed)

function stepOf({ to }: Pick<Site, 'to'>, { waiting, needs, ideas, items }: Found): Step {
  const unread = waiting?.total ?? 0
  if (unread > 0)
    return {
      says: `${unread.toLocaleString('en')}${waiting?.totalIsLeast === true ? ' or more' : ''} feedback ${unread === 1 ? 'is' : 'are'} unprocessed.`,
      verb: 'Sort them',
      href: to('triage'),
    }
  const bare = needs.filter(isBare)
  if (bare[0] !== undefined)
    return {
      says: `${several(bare.length, 'need has', 'needs have')} no evidence. ${first(bare[0])} is the newest.`,
      verb: 'See what speaks for it',
      href: to('needs', bare[0].ref, 'why'),
    }
  const loose = ideas.filter(isLoose)
  if (loose[0] !== undefined)
    return {
      says: `${several(loose.length, 'idea addresses', 'ideas address')} no need. ${first(loose[0])} is the newest.`,
      verb: 'Link it to a need',
      href: to('ideas', loose[0].ref),
    }
  const hanging = items.filter(isHanging)
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
