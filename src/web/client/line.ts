import { RemoteProblem, type Api } from './api.ts'
import type { Fact } from './held.ts'
import { letOutIn } from './let-out.ts'
import { eventsAfter, type LiveEvent, type News, type Presence } from './live.ts'
import type { Presences } from './presences.ts'
import type { Tabs } from './tabs.ts'

/** How the line to the server stands. */
export type LinkState = 'opening' | 'live' | 'away' | 'ended'

/** What hangs on the line: the rows at hand and their place in history. */
export interface LineEnd {
  readonly seq: () => number
  /** Is there anything yet to follow on from? */
  readonly ready: () => boolean
  readonly state: () => LinkState
  /** Takes a snapshot. */
  readonly begin: () => Promise<void>
  /** Takes in one step; false when it leaves holes that only a snapshot fills. */
  readonly hear: (event: Exclude<LiveEvent, { readonly is: 'reset' }>) => 'whole' | 'holes'
  /** All that is held whole at this place. */
  readonly all: () => Whole
  readonly replace: (whole: Whole) => void
  readonly presences: Pick<Presences, 'all' | 'replace'>
  /** What another page of this browser wrote. */
  readonly own: (facts: readonly Fact[], seq: number) => void
  readonly say: (state: LinkState) => void
}

export interface Line {
  /** Holds this page the connection for all of them? */
  readonly leads: () => boolean
  /** Tells the other pages what this one wrote. */
  readonly wrote: (facts: readonly Fact[], seq: number) => void
  /** After sleep: what was missed is asked for at once, and not when the silence is noticed. */
  readonly wake: () => void
}

/** Everything that is held whole, as it stands at one place in history. */
export interface Whole {
  readonly seq: number
  readonly facts: readonly Fact[]
}

/** What pages of one browser tell each other. */
type Message =
  | { readonly is: 'event'; readonly after: number; readonly event: LiveEvent }
  | { readonly is: 'state'; readonly state: LinkState }
  | { readonly is: 'join'; readonly page: string; readonly seq: number }
  | { readonly is: 'past'; readonly page: string; readonly news: readonly News[] }
  /** For one page, or for every one: what is held begins anew here. */
  | { readonly is: 'anew'; readonly page: string | null; readonly whole: Whole }
  | { readonly is: 'wrote'; readonly facts: readonly Fact[]; readonly seq: number }
  | { readonly is: 'present'; readonly page: string; readonly all: readonly Presence[] }

/** So many steps a page remembers for another that wakes up. */
const remembered = 1000

/**
 * Holds the line to the server, or hears it from the page of this browser that does. A page that has
 * missed something asks the one that holds the line, and is given the steps or all of it. All pages
 * stand at the same place: a step tells what differs between two places, so a snapshot that lies
 * further on must be followed from its own place.
 */
export function openLine({
  open,
  tabs,
  end,
  loaded,
  signal,
}: {
  readonly open: Api['open']
  readonly tabs: Tabs
  readonly end: LineEnd
  /** Resolves when what was kept is at hand. */
  readonly loaded: Promise<void>
  readonly signal: AbortSignal
}): Line {
  const past: { readonly after: number; readonly news: News }[] = []
  let leads = false
  let stream = new AbortController()

  const post = (message: Message): void => tabs.post(message)
  const hear = (event: Exclude<LiveEvent, { readonly is: 'reset' }>): 'whole' | 'holes' => {
    const after = end.seq()
    if (event.is === 'news' && event.news.seq > after) {
      past.push({ after, news: event.news })
      if (past.length > remembered) past.shift()
    }
    return end.hear(event)
  }
  const join = (): void => post({ is: 'join', page: tabs.page, seq: end.ready() ? end.seq() : -1 })
  const begin = async (): Promise<void> => {
    await end.begin()
    past.length = 0
    post({ is: 'anew', page: null, whole: end.all() })
  }

  const lead = async (leading: AbortSignal): Promise<void> => {
    await loaded
    leads = true
    for (
      let wait = 500;
      !leading.aborted && end.state() !== 'ended';
      wait = Math.min(10_000, wait * 2)
    ) {
      stream = new AbortController()
      try {
        if (!end.ready()) await begin()
        const until = AbortSignal.any([leading, signal, stream.signal])
        for await (const event of eventsAfter(end.seq(), open, until)) {
          wait = 500
          const after = end.seq()
          if (event.is === 'reset' || hear(event) === 'holes') {
            await begin()
            stream.abort()
          } else post({ is: 'event', after, event })
        }
      } catch (error) {
        // Who is let in no more has not lost the network. Of anything else the state says it, and what waits
        // is in the outbox.
        if (error instanceof RemoteProblem && isOut(error)) {
          const event = { is: 'ended', why: letOutIn(error.facts['why']) } as const
          hear(event)
          post({ is: 'event', after: end.seq(), event })
        }
      }
      if (leading.aborted || end.state() === 'ended') break
      if (stream.signal.aborted) continue
      end.say('away')
      post({ is: 'state', state: 'away' })
      await pause(wait * (0.75 + Math.random() / 2), AbortSignal.any([leading, stream.signal]))
    }
    leads = false
  }

  const listen = (message: Message): void => {
    switch (message.is) {
      case 'event': {
        const { after, event } = message
        if (leads || event.is === 'reset') return
        if (event.is === 'ended') return void hear(event)
        if (!end.ready()) return event.is === 'current' ? join() : undefined
        if (event.is === 'news' && after > end.seq()) return join()
        return void hear(event)
      }
      case 'state':
        return leads ? undefined : end.say(message.state)
      case 'wrote':
        return end.own(message.facts, message.seq)
      case 'join': {
        if (!leads || end.state() !== 'live') return
        const { page } = message
        post({ is: 'present', page, all: end.presences.all() })
        if (message.seq < (past[0]?.after ?? end.seq()))
          return post({ is: 'anew', page, whole: end.all() })
        const news = past.flatMap((one) => (one.news.seq > message.seq ? [one.news] : []))
        return post({ is: 'past', page, news })
      }
      case 'present':
        if (message.page !== tabs.page || leads) return
        return end.presences.replace(message.all)
      case 'past':
        if (message.page !== tabs.page || leads) return
        for (const news of message.news) hear({ is: 'news', news })
        hear({ is: 'current', seq: end.seq() })
        return end.say('live')
      case 'anew':
        if (leads || (message.page ?? tabs.page) !== tabs.page) return
        past.length = 0
        end.replace(message.whole)
        return end.say('live')
    }
  }

  const unlisten = tabs.listen((message) => listen(message as Message))
  const unlead = tabs.lead(lead)
  signal.addEventListener('abort', () => {
    unlead()
    unlisten()
  })
  // A page that does not hold the line asks the one that does, and helps itself when nobody answers.
  void loaded.then(async () => {
    await pause(300, signal)
    if (leads || signal.aborted) return
    join()
    await pause(2000, signal)
    if (!end.ready() && !signal.aborted) await end.begin().catch(() => undefined)
  })
  return {
    leads: () => leads,
    wrote: (facts, seq) => post({ is: 'wrote', facts, seq }),
    wake: () => {
      if (leads) stream.abort()
      else join()
    },
  }
}

/** Nobody there, or in a workspace that one is not in any more. */
const isOut = ({ status, code }: RemoteProblem): boolean =>
  status === 401 || (status === 404 && code === 'unknown')

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
