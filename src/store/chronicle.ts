import type { Actor } from '../engine/access.ts'
import { pastOf, type Effect } from '../engine/effects.ts'
import { must } from '../engine/problem.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { effectsOf, reserveRefs, type Stage } from './apply.ts'
import { breather, type Breathe } from './breathe.ts'
import { measure, slices, takeTurn } from './bulk.ts'
import { keep, seal, type Entry } from './history.ts'
import { overlayOf } from './overlay.ts'
import { keepOwnKeys } from './own-keys.ts'
import { problemOf } from './refusal.ts'
import { keepRipples, type Ripples } from './ripple.ts'
import { addMoved, settleRollups, type Moved } from './rollup.ts'
import { insertRows } from './rows.ts'
import { addSeeds, settleSeeds, type Nodes } from './stations.ts'
import type { Chronicle, Outcome } from './store.ts'
import { tableOf } from './table.ts'

/**
 * Writes a past in one go: many commits, each with a time and an author of its own, and one by the
 * caller that closes it. The chain proves their order as ever; that they were told and did not happen
 * is said by each of them: the system wrote it, in that author's name, and its cause begins with the
 * chronicle's. Nobody who was there before can be made to have done anything, and no row that was
 * there before is touched. `people` names the record of authors. Rows and hashes are made first; the turn is taken for the last step only.
 */
export async function writeChronicle(
  stage: Stage,
  people: string,
  actor: Actor,
  chronicle: Chronicle,
): Promise<Outcome> {
  const { workspaceId } = actor
  const breathe = breather()
  try {
    const told = await effectsTold(stage, people, actor, chronicle, breathe)
    const last = new Map<string, Effect>()
    for (const effect of told.flatMap(({ effects }) => effects))
      last.set(`${effect.kind.name} ${must(effect.after).id}`, {
        ...effect,
        op: 'create',
        before: undefined,
      })
    const made = [...last.values()]
    const kinds = new Set(made.map((effect) => effect.kind))
    const seq = await stage.database.transaction(workspaceId, async (session) => {
      await session.query(`select set_config('lock_timeout', '0', true)`)
      for (const kind of kinds) {
        const rows = made.flatMap((one) => (one.kind === kind ? [must(one.after)] : []))
        for (const part of slices(rows)) {
          insertRows(session, tableOf(kind), workspaceId, part)
          await breathe()
        }
      }
      keepOwnKeys(session, stage.catalogue, workspaceId, made)
      await session.sent()
      return takeTurn(session, workspaceId, async (turn) => {
        const entries = told.map((entry, at): Entry => ({ ...entry, seq: turn.seq + 1 + at }))
        const end = turn.seq + entries.length
        const moved: Moved = new Map()
        const seeds: Nodes = new Map()
        const ripples: Ripples = new Map()
        addMoved(stage.catalogue, made, moved)
        addSeeds(stage.catalogue, made, seeds)
        await settleRollups(session, stage.catalogue, workspaceId, moved, ripples)
        await settleSeeds(session, stage.catalogue, workspaceId, seeds, ripples)
        keepRipples(session, workspaceId, end, ripples)
        keep(session, workspaceId, turn.head, entries)
        await session.sent()
        return end
      })
    })
    await measure(stage, kinds, [])
    const count = told.reduce((sum, { changes }) => sum + changes.length, 0)
    return { seq, commitId: must(told.at(-1)).id, count, changed: [], result: {} }
  } catch (error) {
    throw problemOf(error, stage.catalogue)
  }
}

type Told = Omit<Entry, 'seq'> & { readonly effects: readonly Effect[] }

/** What each commit does, worked out over those before it; nothing is written yet but the refs' counters. */
async function effectsTold(
  stage: Stage,
  people: string,
  actor: Actor,
  chronicle: Chronicle,
  breathe: Breathe,
): Promise<readonly Told[]> {
  const overlay = overlayOf(() => Promise.resolve(new Map<string, Row>()))
  const name = await namer(stage, actor.workspaceId, chronicle)
  const trusted: Actor = { ...actor, kind: 'system' }
  const told: Told[] = []
  const closing = {
    ...chronicle.closing,
    at: stage.ports.now().toISOString(),
    because: undefined,
    by: undefined,
  }
  for (const entry of [...chronicle.past, closing]) {
    const { by, because } = entry
    const known = by === undefined ? undefined : (await overlay.load(people, [by])).get(by)
    if (by !== undefined && known === undefined)
      throw new Error(`a chronicle is told by people of its own; ${by} is none of them`)
    const writer =
      known === undefined ? trusted : { ...trusted, id: known.id, name: String(known['name']) }
    const effects = await effectsOf(stage, entry.changes, writer, entry.at, overlay.load, breathe)
    if (effects.length === 0) continue
    name(effects)
    overlay.add(effects)
    told.push({
      id: stage.ports.newId(),
      actor: entry === closing ? actor : writer,
      command: entry.command,
      cause: because === undefined ? chronicle.cause : `${chronicle.cause}: ${because}`,
      at: entry.at,
      changes: seal(effects.map(pastOf)),
      effects,
    })
    await breathe()
  }
  return told
}

/** Refs for all rows that will come, reserved in a moment of their own so that no other writer waits. */
async function namer(
  stage: Stage,
  workspaceId: string,
  chronicle: Chronicle,
): Promise<(effects: readonly Effect[]) => void> {
  const counts = new Map<RecordKind, number>()
  for (const { op, record } of chronicle.past.flatMap(({ changes }) => changes)) {
    const kind = stage.catalogue.record(record)
    if (op === 'create') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const next = new Map<RecordKind, number>()
  await stage.database.transaction(workspaceId, async (session) => {
    session.send(`select set_config('synchronous_commit', 'off', true)`)
    for (const [kind, count] of counts)
      next.set(kind, await reserveRefs(session, workspaceId, kind.prefix, count))
  })
  return (effects) => {
    for (const { kind, before, after } of effects) {
      if (before !== undefined || after === undefined) continue
      const number = must(next.get(kind), kind.name)
      next.set(kind, number + 1)
      ;(after as { ref: string }).ref = `${kind.prefix}-${number}`
    }
  }
}
