import type { Role } from '../../engine/access.ts'
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

/** Whose Home it is: what comes first on it. */
export type Post = 'leader' | 'owner' | 'builder' | 'listener'

/** What the line lacks. */
export interface Gaps {
  readonly step: Step
  /** What else waits, after the one step. */
  readonly others: readonly Step[]
  /** In a word or two, by the record that lacks it. */
  readonly said: Readonly<Record<string, string>>
}

/**
 * What each post sees first. A leader asks whether what is built hangs on anything; whoever owns a
 * product, what has come in and what it shows; who builds, what stands on the roadmap; who listens to
 * customers, what was said.
 */
const firstOf: Readonly<Record<Post, readonly Gap[]>> = {
  leader: ['item', 'need', 'idea', 'feedback'],
  owner: ['feedback', 'need', 'idea', 'item'],
  builder: ['item', 'idea', 'need', 'feedback'],
  listener: ['feedback', 'need', 'idea', 'item'],
}

type Gap = 'feedback' | 'need' | 'idea' | 'item'

/** By role first, for it says what one may do; then by function. */
export function postOf(role: Role, duty: unknown): Post {
  if (duty === 'engineering' || duty === 'design') return 'builder'
  if (duty === 'sales' || duty === 'support' || duty === 'marketing') return 'listener'
  if (role === 'owner' || role === 'admin') return 'leader'
  return role === 'editor' ? 'owner' : 'listener'
}

/** What a line lacks, in the order in which it concerns this person: the first is what to do next. Null while reading. */
export function useGaps(): Gaps | null {
  const site = useSite()
  const me = useRead<Row>(`/members/${site.me.id}`)
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
  const gaps = gapsOf(site, found)
  const order = firstOf[postOf(site.me.role, me.data?.['function'])]
  const [step, ...others] = order.flatMap((name) => gaps[name] ?? [])
  return { step: step ?? wholeStep(site, found), others, said: saidOf(found) }
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

const isBare = (row: Row): boolean => !has(row.stations, heard)
const isLoose = (row: Row): boolean => !has(row.stations, framed)
const isHanging = (row: Row): boolean => !has(row.stations, heard)

function gapsOf(
  { to }: Pick<Site, 'to'>,
  { waiting, needs, ideas, items }: Found,
): Readonly<Partial<Record<Gap, Step>>> {
  const unread = waiting?.total ?? 0
  const [bare, loose, hanging] = [
    needs.filter(isBare),
    ideas.filter(isLoose),
    items.filter(isHanging),
  ]
  return {
    ...(unread > 0 && {
      feedback: {
        says: `${unread.toLocaleString('en')}${waiting?.totalIsLeast === true ? ' or more' : ''} feedback ${unread === 1 ? 'is' : 'are'} unprocessed.`,
        verb: 'Sort them',
        href: to('triage'),
      },
    }),
    ...(bare[0] !== undefined && {
      need: {
        says: `${several(bare.length, 'need has', 'needs have')} no evidence. ${first(bare[0])} is the newest.`,
        verb: 'See what speaks for it',
        href: to('needs', bare[0].ref, 'why'),
      },
    }),
    ...(loose[0] !== undefined && {
      idea: {
        says: `${several(loose.length, 'idea addresses', 'ideas address')} no need. ${first(loose[0])} is the newest.`,
        verb: 'Link it to a need',
        href: to('ideas', loose[0].ref),
      },
    }),
    ...(hanging[0] !== undefined && {
      item: {
        says: `${several(hanging.length, 'roadmap item hangs', 'roadmap items hang')} in the air. ${first(hanging[0])} is the newest.`,
        verb: 'Ask why it is there',
        href: to('roadmap-items', hanging[0].ref, 'why'),
      },
    }),
  }
}

/** Nothing is lacking: what comes after. */
function wholeStep({ to }: Pick<Site, 'to'>, { needs, items }: Found): Step {
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
