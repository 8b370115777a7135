import type { Role } from '../../engine/access.ts'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { has } from '../kit/stations.ts'
import { mayTry } from '../derived/may.ts'
import { useSite, type Site } from '../derived/site.ts'
import { counted, say } from '../words/say.ts'

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
  const unread = waiting?.total ?? 0
  const bare = needs.filter(isBare).length
  const loose = ideas.filter(isLoose).length
  const hanging = items.filter(isHanging).length
  return {
    ...(unread > 0 && { feedback: counted(unread, '# unprocessed', '# unprocessed') }),
    ...(bare > 0 && { need: counted(bare, '# without evidence', '# without evidence') }),
    ...(loose > 0 && { idea: counted(loose, '# without a need', '# without a need') }),
    ...(hanging > 0 && { 'roadmap-item': counted(hanging, '# in the air', '# in the air') }),
  }
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
  site: Site,
  { waiting, needs, ideas, items }: Found,
): Readonly<Partial<Record<Gap, Step>>> {
  const { to } = site
  const unread = waiting?.total ?? 0
  const [bare, loose, hanging] = [
    needs.filter(isBare),
    ideas.filter(isLoose),
    items.filter(isHanging),
  ]
  return {
    ...(unread > 0 && {
      feedback: {
        says:
          waiting?.totalIsLeast === true
            ? say('{count} or more feedback are unprocessed.', { count: unread })
            : counted(unread, '# feedback is unprocessed.', '# feedback are unprocessed.'),
        ...(mayTry(site, 'triage')
          ? { verb: say('Sort them'), href: to('triage') }
          : { verb: say('Read the feedback'), href: to('feedback') }),
      },
    }),
    ...(bare[0] !== undefined && {
      need: {
        says: counted(
          bare.length,
          '# need has no evidence. {first} is the newest.',
          '# needs have no evidence. {first} is the newest.',
          { first: first(bare[0]) },
        ),
        verb: say('See what speaks for it'),
        href: to('needs', bare[0].ref, 'why'),
      },
    }),
    ...(loose[0] !== undefined && {
      idea: {
        says: counted(
          loose.length,
          '# idea addresses no need. {first} is the newest.',
          '# ideas address no need. {first} is the newest.',
          { first: first(loose[0]) },
        ),
        verb: mayTry(site, 'link') ? say('Link it to a need') : say('Look at the idea'),
        href: to('ideas', loose[0].ref),
      },
    }),
    ...(hanging[0] !== undefined && {
      item: {
        says: counted(
          hanging.length,
          '# roadmap item hangs in the air. {first} is the newest.',
          '# roadmap items hang in the air. {first} is the newest.',
          { first: first(hanging[0]) },
        ),
        verb: say('Ask why it is there'),
        href: to('roadmap-items', hanging[0].ref, 'why'),
      },
    }),
  }
}

/** Nothing is lacking: what comes after. */
function wholeStep(site: Site, { needs, items }: Found): Step {
  const { to } = site
  if (needs.length === 0)
    return {
      says: mayTry(site, 'frame')
        ? say('Feedback is sorted. Quote what shows a need, and frame the need.')
        : say('Feedback is sorted. No need is framed yet.'),
      verb: say('Read the feedback'),
      href: to('feedback'),
    }
  if (items.length === 0)
    return {
      says: say('Nothing stands on the roadmap yet.'),
      verb: say('Rank the ideas'),
      href: to('ranking'),
    }
  return {
    says: say('Everything on the roadmap hangs on evidence.'),
    verb: say('Read the roadmap'),
    href: to('roadmap'),
  }
}

const first = (row: Row): string => {
  const title = String(row['title'])
  return say('“{text}”', { text: title.length > 80 ? `${title.slice(0, 80)}…` : title })
}
