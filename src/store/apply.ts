import type { Actor } from '../engine/access.ts'
import { hasRole } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Change } from '../engine/change.ts'
import { isDoneBy, type Command, type Verdict } from '../engine/command.ts'
import { idsFrom, isUuid } from '../engine/ids.ts'
import type { KeptFile } from '../engine/kept-file.ts'
import type { Ports, Reader } from '../engine/ports.ts'
import { denied, must, Problem, unknown } from '../engine/problem.ts'
import { link } from '../engine/link.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import type { Watch } from '../engine/watch.ts'
import { parseInput } from '../engine/schema.ts'
import type { Breathe } from './breathe.ts'
import { cascade } from './cascade.ts'
import { isLost, prepared, type Database, type Session } from './database.ts'
import { effectOf, pastOf, type Effect, type Load } from '../engine/effects.ts'
import { keep, seal, type Entry } from './history.ts'
import { forget } from './erase.ts'
import { keepSends, keepSigning } from './outbox.ts'
import { overlaid, overlayOf } from './overlay.ts'
import { keepOwnKeys } from './own-keys.ts'
import { problemOf } from './refusal.ts'
import { keepRipples, type Ripples } from './ripple.ts'
import { keepRollups } from './rollup.ts'
import { deleteRows, insertRows, rawRows, updateRows } from './rows.ts'
import { keepSecrets } from './secrets.ts'
import { settledRows, type Settled } from './settled.ts'
import { keepStations } from './stations.ts'
import { holding, keepAnswers, takenOver, type Answers } from './requests.ts'
import type { ApplyOptions, Once, Outcome } from './store.ts'
import { tableOf } from './table.ts'
import { sentence, english, type Words } from '../engine/words.ts'
import { needsRole } from '../engine/refusals.ts'

export interface Stage {
  readonly database: Database
  readonly catalogue: Catalogue
  readonly ports: Ports
  readonly digest: (secret: string) => string
  readonly readerOf: (actor: Actor, session?: Session) => Reader
  readonly log: (line: string) => void
  readonly watch: Watch
}

export type Apply = (
  actor: Actor,
  command: string,
  input: unknown,
  options?: ApplyOptions,
) => Promise<Outcome>

/**
 * The one write path. Commands of a workspace gather while a group is being written and then commit
 * as the next group: one turn, one write a table, one disk sync. Each is decided again inside the
 * transaction, in order, over what the earlier ones decided; a refused one is refused alone.
 */
export function applyOf(stage: Stage): Apply {
  const queues = new Map<string, Waiting[]>()
  const running = new Set<string>()

  const run = async (workspaceId: string): Promise<void> => {
    const queue = must(queues.get(workspaceId))
    const joining = (there: number): readonly Waiting[] => queue.splice(0, mostInGroup - there)
    while (queue.length > 0)
      for (const held of await commitGroup(stage, workspaceId, [...joining(0)], joining))
        later(held)
    running.delete(workspaceId)
  }
  const enqueue = (waiting: Waiting): void => {
    const { workspaceId } = waiting.actor
    const queue = queues.get(workspaceId) ?? []
    queues.set(workspaceId, queue)
    queue.push(waiting)
    if (running.has(workspaceId)) return
    running.add(workspaceId)
    void run(workspaceId)
  }
  const later = (waiting: Waiting): void => void setTimeout(enqueue, 50, waiting)

  return (actor, name, input, options = {}) => {
    const made = stage.catalogue.command(name)
    if (made === undefined)
      return Promise.reject(unknown(sentence('There is no command "{name}".', { name })))
    if (!hasRole(actor, made.may))
      return Promise.reject(denied(needsRole(made.says, made.may, actor.role)))
    if (made.only !== undefined && !isDoneBy(made.only, actor))
      return Promise.reject(denied(made.only.says))
    return new Promise<Outcome>((resolve, reject) => {
      const parsed = parse(made, input)
      if (parsed instanceof Problem) return reject(parsed)
      enqueue({
        actor,
        command: made,
        input: parsed,
        cause: options.cause ?? null,
        once: options.once,
        words: options.words ?? english,
        file: options.file,
        idsFrom: options.idsFrom,
        id: stage.ports.newId(),
        until: performance.now() + patience,
        resolve,
        reject,
      })
    })
  }
}

const mostInGroup = 64

/** How long a command comes back for rows that a bulk command holds, in milliseconds, before it is refused. */
const patience = 5000

interface Waiting {
  readonly actor: Actor
  readonly command: Command
  readonly input: Readonly<Record<string, unknown>>
  readonly cause: string | null
  readonly once: Once<Outcome> | undefined
  readonly words: Words
  readonly file: KeptFile | undefined
  readonly idsFrom: string | undefined
  readonly id: string
  readonly until: number
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (problem: unknown) => void
}

/** A decided command of a group, before the group is on disk. */
interface Decided {
  readonly waiting: Waiting
  readonly effects: readonly Effect[]
  readonly secrets: NonNullable<Verdict['secrets']>
  readonly signing: NonNullable<Verdict['signing']>
  readonly sends: NonNullable<Verdict['sends']>
  readonly forgets: NonNullable<Verdict['forgets']>
  readonly result: Readonly<Record<string, unknown>>
  readonly at: string
}

function parse(made: Command, input: unknown): Readonly<Record<string, unknown>> | Problem {
  try {
    return parseInput(made, input)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/**
 * The group takes along what came while it waited for its turn, behind another process. Gives back those that met
 * rows which a bulk command holds: they let others go first, and come again.
 */
async function commitGroup(
  stage: Stage,
  workspaceId: string,
  group: Waiting[],
  joining: (there: number) => readonly Waiting[],
): Promise<readonly Waiting[]> {
  const refused = new Map<Waiting, unknown>()
  try {
    const outcomes = await withDatabase(stage, workspaceId, group, () =>
      stage.database.transaction(workspaceId, async (session) => {
        refused.clear()
        const turn = await turnOf(session, workspaceId)
        group.push(...joining(group.length))
        return decideAll(stage, workspaceId, session, turn, group, refused)
      }),
    )
    stage.watch.group(group.length)
    for (const [waiting, problem] of refused) waiting.reject(problem)
    for (const [waiting, outcome] of outcomes) waiting.resolve(outcome)
    return []
  } catch (error) {
    const [only, ...others] = group
    // One of them broke the transaction for all: each gets its own, so that only that one fails.
    if (others.length > 0 && !isLost(error) && !(error instanceof Problem)) {
      const held: Waiting[] = []
      for (const one of group)
        held.push(...(await commitGroup(stage, workspaceId, [one], () => [])))
      return held
    }
    if (only !== undefined && isHeld(error) && performance.now() < only.until) return [only]
    for (const one of group) one.reject(problemOf(error, stage.catalogue))
    return []
  }
}

/** Rows that somebody else is writing: a lock that was not given in time. */
const isHeld = (error: unknown): boolean =>
  ['55P03', '40P01'].includes(String((error as { code?: unknown }).code))

/** Tries again while the database comes back; a commit whose answer was lost is looked up, not repeated. */
async function withDatabase<T>(
  stage: Stage,
  workspaceId: string,
  group: readonly Waiting[],
  attempt: () => Promise<T>,
): Promise<T> {
  // by a clock that nobody sets: one that stepped back would have it wait for hours
  const until = performance.now() + 20_000
  let lost = false
  for (let tries = 1; ; tries++) {
    try {
      if (lost && (await landed(stage, workspaceId, group)))
        throw new Problem(
          'broken',
          'The change was saved, but its answer was lost. Read the record again to see it.',
        )
      lost = false
      return await attempt()
    } catch (error) {
      if (!isLost(error) || performance.now() > until) throw error
      stage.log(
        `the database went away during a write (${error instanceof Error ? error.message : ''}); trying again`,
      )
      lost = true
      await new Promise((resolve) => setTimeout(resolve, Math.min(1000, 50 * 2 ** tries)))
    }
  }
}

async function landed(
  stage: Stage,
  workspaceId: string,
  group: readonly Waiting[],
): Promise<boolean> {
  const rows = await stage.database.as(workspaceId, (session) =>
    session.query('select 1 from commit where workspace_id = $1 and id = any($2::uuid[]) limit 1', [
      workspaceId,
      group.map((one) => one.id),
    ]),
  )
  return rows.length > 0
}

/**
 * With the turn in hand, rows that a bulk command holds are not waited for: it may be waiting for the
 * turn itself. The limit counts only once the turn is there.
 */
const takeTurn =
  prepared(`with turn as materialized (select seq, head from workspace_turn where workspace_id = $1 for update)
  select seq, head, set_config('lock_timeout', '100ms', true) from turn`)

interface Turn {
  readonly seq: number
  readonly head: Buffer
}

const turnOf = async (session: Session, workspaceId: string): Promise<Turn> =>
  must((await session.query<Turn>(takeTurn, [workspaceId]))[0], 'the workspace')

async function decideAll(
  stage: Stage,
  workspaceId: string,
  session: Session,
  turn: Turn,
  group: readonly Waiting[],
  refused: Map<Waiting, unknown>,
): Promise<ReadonlyMap<Waiting, Outcome>> {
  const overlay = overlayOf(async (record, ids) => {
    const rows = await rawRows(session, tableOf(stage.catalogue.record(record)), workspaceId, ids)
    return new Map(rows.map((row) => [row.id, row] as const))
  })
  const decided: Decided[] = []
  const flush = async (): Promise<void> => {
    await writeRows(stage, session, workspaceId, overlay.pending())
    overlay.clear()
  }
  const outcomes = new Map<Waiting, Outcome>()
  const held = await holding(
    session,
    workspaceId,
    group.flatMap(({ once }) => once?.claim ?? []),
  )
  let { seq, head } = turn
  const remember = async (): Promise<void> => {
    await flush()
    const entries: Entry[] = []
    const answers: Answers[number][] = []
    const now = decided.splice(0)
    const touched = now.flatMap(({ effects }) => effects)
    const ripples: Ripples = new Map()
    await keepRollups(session, stage.catalogue, workspaceId, touched, ripples)
    await keepStations(session, stage.catalogue, workspaceId, touched, ripples)
    const settled = await settledRows(session, stage.catalogue, workspaceId, touched, ripples)
    for (const one of now) {
      const changes = one.effects.length
      if (changes > 0) seq += 1
      const outcome = outcomeOf(one, changes > 0 ? seq : 0, settled)
      outcomes.set(one.waiting, outcome)
      if (changes === 0) continue
      const { once } = one.waiting
      const answer = once?.answer(outcome)
      if (once !== undefined && answer !== undefined) answers.push({ claim: once.claim, ...answer })
      keepSecrets(session, workspaceId, one.secrets)
      keepSigning(session, workspaceId, { seq, at: one.at }, one.signing)
      keepSends(session, workspaceId, { seq, at: one.at }, one.sends)
      entries.push(entryOf(one, seq))
    }
    if (entries.length === 0) return
    keepRipples(session, workspaceId, seq, ripples)
    head = keep(session, workspaceId, head, entries)
    forget(
      session,
      now.flatMap(({ forgets }) => forgets),
    )
    keepAnswers(session, workspaceId, answers)
  }
  for (const waiting of group) {
    try {
      if (waiting.once !== undefined && !held.has(waiting.once.claim)) throw takenOver()
      const one = await decideOne(stage, session, waiting, overlay, { flush, remember })
      overlay.add(one.effects)
      decided.push(one)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.set(waiting, error)
    }
  }
  await remember()
  return outcomes
}

const outcomeOf = (
  { waiting, effects, result }: Decided,
  seq: number,
  settled: Settled,
): Outcome => ({
  seq,
  commitId: seq === 0 ? null : waiting.id,
  count: effects.filter(({ untold }) => untold !== true).length,
  changed: effects.flatMap(({ op, kind, before, after, untold }) =>
    untold === true
      ? []
      : [
          {
            op,
            record: kind.name,
            id: must(after ?? before).id,
            row: after === undefined ? null : settled(kind, after),
          },
        ],
  ),
  result,
})

const entryOf = ({ waiting, effects, at }: Decided, seq: number): Entry => ({
  id: waiting.id,
  seq,
  actor: waiting.actor,
  command: waiting.command.name,
  cause: waiting.cause,
  at,
  changes: seal(effects.map(pastOf)),
})

/** Has what was decided written, so that SQL sees it: the rows alone, or their place in history too. */
interface Settle {
  readonly flush: () => Promise<void>
  readonly remember: () => Promise<void>
}

async function decideOne(
  stage: Stage,
  session: Session,
  waiting: Waiting,
  overlay: ReturnType<typeof overlayOf>,
  settle: Settle,
): Promise<Decided> {
  const { actor, command, input } = waiting
  const at = stage.ports.now().toISOString()
  const reader = overlaid(stage.readerOf(actor, session), overlay, settle, stage.catalogue, actor)
  const verdict = await command.decide(input as never, {
    reader,
    actor,
    now: at,
    words: waiting.words,
    newId: waiting.idsFrom === undefined ? stage.ports.newId : idsFrom(waiting.idsFrom),
    newSecret: stage.ports.newSecret,
    digest: stage.digest,
    records: stage.catalogue.records,
    file: waiting.file,
  })
  // What a restoration brings back stands in history; what a removal takes along, in the tables.
  if (verdict.changes.some((change) => change.op === 'restore')) await settle.remember()
  else if (verdict.changes.some((change) => change.op === 'remove')) await settle.flush()
  const changes = await cascade(session, stage.catalogue, actor.workspaceId, verdict.changes)
  return {
    waiting,
    effects: await effectsOf(stage, changes, actor, at, overlay.load),
    secrets: verdict.secrets ?? [],
    signing: verdict.signing ?? [],
    sends: verdict.sends ?? [],
    forgets: verdict.forgets ?? [],
    result: verdict.result ?? {},
    at,
  }
}

/** The effects of changes in their order, each seeing those before it; a row touched twice is one effect. */
export async function effectsOf(
  stage: Stage,
  changes: readonly Change[],
  actor: Actor,
  now: string,
  load: Load,
  breathe?: Breathe,
): Promise<readonly Effect[]> {
  const own = new Map<string, Effect>()
  const ahead = await aheadOf(changes, load)
  const seeing: Load = async (record, ids, only) => {
    const rows = new Map<string, Row>()
    const missing: string[] = []
    for (const id of ids) {
      const effect = own.get(`${record} ${id}`)
      const row = effect === undefined ? ahead.get(`${record} ${id}`) : effect.after
      if (row !== undefined) rows.set(id, row)
      else if (effect === undefined) missing.push(id)
    }
    if (missing.length > 0)
      for (const [id, row] of await load(record, missing, only)) rows.set(id, row)
    return rows
  }
  const { catalogue } = stage
  const goesAlong = { remove: alongIn(changes, 'remove'), restore: alongIn(changes, 'restore') }
  for (const change of changes) {
    await breathe?.()
    const effect = await effectOf(change, {
      catalogue,
      actor,
      now,
      load: seeing,
      ...(change.op === 'remove' || change.op === 'restore'
        ? { goesAlong: goesAlong[change.op] }
        : {}),
    })
    if (effect === undefined) continue
    const key = `${change.record} ${change.id}`
    const earlier = own.get(key)
    own.set(
      key,
      earlier === undefined
        ? effect
        : {
            ...effect,
            op: earlier.before === undefined ? earlier.op : effect.op,
            before: earlier.before,
          },
    )
  }
  return [...own.values()]
}

/** Is a row at home in one that these changes move as well, or a link that ends in one? */
function alongIn(
  changes: readonly Change[],
  op: 'remove' | 'restore',
): (kind: RecordKind, row: Row) => boolean {
  const ids = new Set(changes.flatMap((change) => (change.op === op ? [change.id] : [])))
  return (kind, row) =>
    Object.entries(kind.fields).some(
      ([name, field]) =>
        field.kind === 'ref' &&
        (field.home === true || kind.name === link.name) &&
        ids.has(String(row[name])),
    )
}

/** The rows that many changes are about, read at once: one question for five thousand of them, not each its own. */
async function aheadOf(changes: readonly Change[], load: Load): Promise<ReadonlyMap<string, Row>> {
  const ids = new Map<string, string[]>()
  for (const { op, record, id } of changes)
    if (op !== 'create' && op !== 'return' && isUuid(id)) put(ids, record, id)
  const rows = new Map<string, Row>()
  for (const [record, mine] of ids)
    if (mine.length > 1)
      for (const [id, row] of await load(record, mine)) rows.set(`${record} ${id}`, row)
  return rows
}

function put(lists: Map<string, string[]>, key: string, value: string): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [value])
  else known.push(value)
}

/** Writes rows set-wise, refs given on the way. Mutates nothing but the new rows' `ref`. */
async function writeRows(
  stage: Stage,
  session: Session,
  workspaceId: string,
  effects: readonly Effect[],
): Promise<void> {
  await giveRefs(session, workspaceId, effects)
  const last = new Map<string, Effect>()
  for (const effect of effects) {
    const key = `${effect.kind.name} ${must(effect.after ?? effect.before).id}`
    const earlier = last.get(key)
    last.set(key, earlier === undefined ? effect : { ...effect, before: earlier.before })
  }
  for (const kind of new Set([...last.values()].map((effect) => effect.kind))) {
    const mine = [...last.values()].filter((effect) => effect.kind === kind)
    const table = tableOf(kind)
    const gone = mine.filter(({ before, after }) => before !== undefined && after === undefined)
    const made = mine.flatMap(({ before, after }) =>
      before === undefined && after !== undefined ? [after] : [],
    )
    const moved = mine.flatMap(({ before, after }) =>
      before !== undefined && after !== undefined ? [after] : [],
    )
    if (gone.length > 0)
      await deleteRows(
        session,
        table,
        workspaceId,
        gone.map(({ before }) => must(before).id),
      )
    if (moved.length > 0) await updateRows(session, table, workspaceId, moved)
    if (made.length > 0) insertRows(session, table, workspaceId, made)
  }
  keepOwnKeys(session, stage.catalogue, workspaceId, [...last.values()])
}

async function giveRefs(
  session: Session,
  workspaceId: string,
  effects: readonly Effect[],
): Promise<void> {
  const byPrefix = new Map<string, Row[]>()
  for (const { kind, before, after } of effects) {
    if (before !== undefined || after === undefined || after.ref !== '') continue
    const rows = byPrefix.get(kind.prefix)
    if (rows === undefined) byPrefix.set(kind.prefix, [after])
    else rows.push(after)
  }
  for (const [prefix, rows] of byPrefix) {
    const first = await reserveRefs(session, workspaceId, prefix, rows.length)
    for (const [at, row] of rows.entries()) (row as { ref: string }).ref = `${prefix}-${first + at}`
  }
}

/** Takes `count` numbers of a prefix for ever; gaps are allowed. Returns the first. */
export async function reserveRefs(
  session: Session,
  workspaceId: string,
  prefix: string,
  count: number,
): Promise<number> {
  const rows = await session.query<{ next: number }>(
    prepared(`insert into ref_counter as c (workspace_id, prefix, next) values ($1::uuid, $2, $3::bigint + 1)
     on conflict (workspace_id, prefix) do update set next = c.next + $3::bigint returning next`),
    [workspaceId, prefix, count],
  )
  return must(rows[0]).next - count
}
