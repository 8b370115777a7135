import type { Actor } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Api } from './api.ts'
import { aheadOfTheLine } from './ahead.ts'
import { answersOf, type Answers } from './answers.ts'
import { catchingUp, type CatchingUp } from './catching-up.ts'
import { heldOf, keyOf, type Fact, type Held } from './held.ts'
import { rowsOf, type Keep } from './keep.ts'
import { openLine, type LineEnd, type LinkState, type Whole } from './line.ts'
import type { LetOut } from './let-out.ts'
import { snapshot, type News, type Presence } from './live.ts'
import { outboxOf, type Entry, type Outbox, type Sent } from './outbox.ts'
import { presencesOf } from './presences.ts'
import { preview } from './preview.ts'
import type { Tabs } from './tabs.ts'
import { commandOf, factsOf, type Writing } from './writing.ts'

/** The workplace in this browser: what it holds, what it hears, what it has not sent yet. */
export interface Client {
  readonly catalogue: Catalogue
  readonly held: Held
  readonly answer: Answers
  /** Are the rows at hand all there are, and no older than what a screen shows already? */
  readonly isReady: () => boolean
  /** A screen shows rows as the server told them just now. */
  readonly shown: CatchingUp['shown']
  /** Writes: shown at once, kept until the server has answered. */
  readonly send: (writing: Writing, says: string) => Promise<Sent>
  readonly outbox: Pick<Outbox, 'entries' | 'again' | 'drop' | 'flush' | 'placeOf'>
  readonly state: () => LinkState
  /** Once it has ended: nothing of what was held is left then. */
  readonly ended: () => Ended | undefined
  readonly presence: (record: string, id: string) => Presence['people']
  /** Told after anything that a screen may show has changed. */
  readonly subscribe: (listener: () => void) => () => void
  /** Hears of commits: which records they touched, so that what was read of them is read again. */
  readonly onCommit: (take: (records: ReadonlySet<string>, seq: number) => void) => () => void
  /** Resolves once the rows at hand are as new as the server's were when it was asked. */
  readonly settled: () => Promise<void>
  /** What this browser keeps of this person by name. */
  readonly facts: Pick<Keep, 'fact' | 'keepFact'>
  /** Leaves nothing of this person behind in this browser. */
  readonly forget: () => Promise<void>
  /** After sleep: asks at once what was missed. */
  readonly wake: () => void
  readonly close: () => void
}

/** One is let in no more. */
export interface Ended {
  readonly why: LetOut
  /** What had not gone to the server. It waits here for the same person, or, where that one is put out, is gone. */
  readonly unsent: readonly Entry[]
}

export interface ClientPorts {
  readonly catalogue: Catalogue
  readonly actor: Actor
  readonly api: Pick<Api, 'open' | 'write'>
  readonly keep: Keep
  readonly tabs: Tabs
  readonly newId: () => string
  readonly now: () => number
}

export function openClient(ports: ClientPorts): Client {
  const { catalogue, actor, api, tabs } = ports
  let ended: Ended | undefined
  // what is still on its way when it ends is kept no more
  const keep: Keep = {
    ...ports.keep,
    keepRows: async (...given) => (ended === undefined ? ports.keep.keepRows(...given) : undefined),
    replaceRows: async (...given) =>
      ended === undefined ? ports.keep.replaceRows(...given) : undefined,
    keepEntry: async (entry) =>
      ended === undefined || ended.why === 'over' ? ports.keep.keepEntry(entry) : undefined,
  }
  const held = heldOf(catalogue.records)
  const whole = new Set(
    catalogue.records.flatMap((kind) => (kind.held === 'whole' ? [kind.name] : [])),
  )
  const listeners = new Set<() => void>()
  const commits = new Set<(records: ReadonlySet<string>, seq: number) => void>()
  const presences = presencesOf(() => tell())
  const stop = new AbortController()
  const unkept = new Map<string, Fact>()
  const ahead = aheadOfTheLine()
  let seq = 0
  /** Where the rows at hand stood when what came since was last asked for. */
  let asked = 0
  let ready = false
  const catching = catchingUp()
  let state = 'opening' as LinkState
  let becomeReady: () => void = () => undefined
  const whenReady = new Promise<void>((resolve) => (becomeReady = resolve))

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const giveUp = (): void => held.take(catching.giveUp(), seq)
  const say = (next: LinkState): void => {
    if (state === next) return
    state = next
    if (next === 'away') giveUp()
    if (next === 'live') void outbox.flush()
    tell()
  }
  held.subscribe(tell)

  // What is pending is decided again whenever what it rests on, or the list of it, has changed.
  let run = 0
  const relay = async (): Promise<void> => {
    const mine = ++run
    if (ended !== undefined) return
    const pending = outbox.entries().flatMap((entry) => {
      if (entry.state !== 'waiting') return []
      const command = commandOf(entry.writing, catalogue)
      return command === undefined ? [] : [{ ...command, at: entry.at, idsFrom: entry.idsFrom }]
    })
    // what was pending and its answer change places in one step, and are drawn once
    if (pending.length === 0) return held.lay(new Map())
    const overlay = await preview(pending, held, { catalogue, actor })
    if (mine === run) held.lay(overlay)
  }

  const outbox = outboxOf({
    api,
    keep,
    newId: ports.newId,
    now: ports.now,
    page: tabs.page,
    later: (job, ms) => {
      // by then somebody else may be signed in here
      const timer = setTimeout(() => ended === undefined && job(), ms)
      return () => clearTimeout(timer)
    },
    done: (entry, written) => {
      const facts = factsOf(entry.writing, written.body, catalogue)
      takeOwn(facts, written.seq)
      line.wrote(facts, written.seq)
    },
    changed: () => {
      void relay()
      tell()
    },
  })

  const takeOwn = (facts: readonly Fact[], at: number): void => {
    if (at > seq)
      ahead.made(
        facts.filter((fact) => 'row' in fact && held.said(fact.record, fact.id) === undefined),
        at,
      )
    learn(facts, at)
  }
  /** Takes facts in, and has those of what is held whole kept. */
  const learn = (facts: readonly Fact[], at: number): void => {
    if (ended !== undefined) return
    held.take(facts, at)
    for (const fact of facts)
      if (whole.has(fact.record)) unkept.set(keyOf(fact.record, fact.id), fact)
  }
  /** Of what is read by the page, only rows that were seen are followed. */
  const followed = (fact: Fact): boolean =>
    whole.has(fact.record) || held.said(fact.record, fact.id) !== undefined

  const take = (news: News): 'whole' | 'holes' => {
    if (news.seq <= seq) return 'whole'
    if (news.more.some((record) => whole.has(record))) return 'holes'
    seq = news.seq
    learn([...news.changes.filter(followed), ...ahead.vanished(news)], news.seq)
    // whoever writes and goes on to another page finds it there
    if (news.commits.some((one) => one.actor.id === actor.id)) keepNow()
    if (outbox.entries().length > 0) void relay()
    const touched = new Set([...news.changes.map((fact) => fact.record), ...news.more])
    for (const one of commits) one(touched, news.seq)
    return 'whole'
  }
  const every: ReadonlySet<string> = new Set(catalogue.records.map((kind) => kind.name))
  const replace = (all: Whole): void => {
    ahead.clear()
    held.replace([...whole], all.facts, all.seq)
    seq = all.seq
    asked = seq
    unkept.clear()
    ready = true
    catching.anew()
    becomeReady()
    void relay()
    for (const one of commits) one(every, seq)
  }
  /**
   * All that was missed has been told, as the difference between two places. What a screen read on the
   * way between them is told of by nobody when it was different neither before nor after, so it is read again.
   */
  const caughtUp = (at: number): void => {
    seq = Math.max(seq, at)
    if (seq > asked) for (const one of commits) one(every, seq)
    asked = seq
    if (catching.end()) tell()
  }
  const begin = async (): Promise<void> => {
    const fresh = await snapshot(api.open, stop.signal)
    if (ended !== undefined) return
    replace(fresh)
    await keep.replaceRows(seq, rowsOf(fresh.facts))
  }
  /** What one was told may be read by nobody here any more. What was typed waits, unless nobody will ever send it. */
  const endFor = (why: LetOut): void => {
    if (ended !== undefined) return
    ended = { why, unsent: outbox.entries() }
    close()
    void (why === 'over' ? keep.forgetRows() : keep.forget()).catch(() => undefined)
    ready = false
    run++
    unkept.clear()
    ahead.clear()
    held.lay(new Map())
    held.replace([...every], [], seq)
    say('ended')
  }
  const hear: LineEnd['hear'] = (event) => {
    switch (event.is) {
      case 'hello':
        asked = seq
        presences.begin()
        say('live')
        return 'whole'
      case 'current':
        caughtUp(event.seq)
        return 'whole'
      case 'news':
        return take(event.news)
      case 'ended':
        endFor(event.why)
        return 'whole'
      case 'presence':
        presences.take(event.presence)
        return 'whole'
    }
  }

  const loaded = (async () => {
    const kept = await keep.rows().catch(() => undefined)
    if (kept !== undefined && ended === undefined) {
      held.replace(
        [...whole],
        kept.rows.map(({ record, row }) => ({ record, id: row.id, row })),
        kept.seq,
      )
      seq = kept.seq
      asked = seq
      catching.begin()
      if (state === 'away') giveUp()
      ready = true
      becomeReady()
    }
    const open = await tabs.open()
    await outbox.adopt((page) => !open.has(page))
  })()
  const line = openLine({
    open: api.open,
    tabs,
    loaded,
    signal: stop.signal,
    end: {
      seq: () => seq,
      ready: () => ready && !catching.isMixed(),
      state: () => state,
      begin,
      hear,
      replace,
      all: () => ({
        seq,
        facts: [...whole].flatMap((record) =>
          held.allSaid(record).map((row) => ({ record, id: row.id, row })),
        ),
      }),
      own: takeOwn,
      presences,
      say,
    },
  })

  const keepNow = (): void => {
    // One page keeps for all.
    const facts = line.leads() ? [...unkept.values()].filter((fact) => !ahead.has(fact)) : []
    if (facts.length === 0) return
    for (const fact of facts) unkept.delete(keyOf(fact.record, fact.id))
    void keep
      .keepRows(
        seq,
        rowsOf(facts),
        facts.flatMap((fact) => ('gone' in fact ? [keyOf(fact.record, fact.id)] : [])),
      )
      .catch(() => undefined)
  }
  const keeping = setInterval(keepNow, 500)

  const answers = answersOf(catalogue, held)
  const close = (): void => {
    stop.abort()
    clearInterval(keeping)
  }
  return {
    catalogue,
    held,
    answer: (path) => (ready && !catching.isBehind() ? answers(path) : undefined),
    isReady: () => ready && !catching.isBehind(),
    shown: catching.shown,
    send: (writing, says) => outbox.add(writing, says),
    outbox,
    state: () => state,
    ended: () => ended,
    presence: presences.at,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onCommit: (listener) => {
      commits.add(listener)
      return () => commits.delete(listener)
    },
    settled: () => whenReady,
    wake: line.wake,
    facts: keep,
    forget: () => {
      close()
      return keep.forget()
    },
    close,
  }
}
