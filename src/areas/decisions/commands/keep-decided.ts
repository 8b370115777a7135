import type { Change } from '../../../engine/change.ts'
import type { Command, Scene } from '../../../engine/command.ts'
import { crud, present } from '../../../engine/crud.ts'
import { asSentence, invalid, must, type Problem } from '../../../engine/problem.ts'
import type { RecordKind, Row } from '../../../engine/record.ts'
import { setMany, withLeftOut, type LeftOut } from '../../../engine/set-many.ts'
import { assumption } from '../records/assumption.ts'
import { criterion } from '../records/criterion.ts'
import { decision } from '../records/decision.ts'
import { option } from '../records/option.ts'
import { isOpen, locked, lockedIn } from '../rules/decided-text.ts'
import { keptByApprover, takenFromApprover } from '../rules/keeps-approver.ts'
import { refuseAhead } from '../rules/not-ahead.ts'
import { keepingFormulas } from './models.ts'
import { doNothing } from './open-decision.ts'
import { takenInOneGo } from './pinning.ts'

type Plain = Readonly<Record<string, unknown>>

const plain = (kind: RecordKind, name: string): Command =>
  must(
    [...crud(kind), ...setMany(kind)].find((one) => one.name === name),
    name,
  )

const create = plain(decision, 'create-decision')
const update = plain(decision, 'update-decision')
const setAll = plain(decision, 'set-decisions')

/** A decision that settles nothing yet; one that has a question and no sentence is open. */
const createDecision: Command = {
  ...create,
  decide: async (input: Plain, scene) => {
    refuseAhead(input['decidedAt'], scene.now)
    const verdict = await create.decide(input as never, scene)
    const isAsked = (input['sentence'] ?? '') === '' && (input['question'] ?? '') !== ''
    if (!isAsked && input['door'] === 'one-way')
      throw invalid('A one-way door is decided once its whole record is there.', [
        { at: 'door', says: 'Open it as a question, fill its record, and choose.' },
      ])
    const changes = verdict.changes.map(async (one): Promise<Change> => {
      if (one.op !== 'create') return one
      if (!isAsked) return takenInOneGo(one.id, one.row, [], scene)
      return { ...one, row: { ...one.row, state: 'open', openedAt: scene.now } }
    })
    return { ...verdict, changes: await Promise.all(changes) }
  },
}

/**
 * While it is open anything may change, but that its approver keeps a one-way door; what was decided stays,
 * and only who sees it or is told may.
 */
const updateDecision: Command = {
  ...update,
  decide: async (input: Plain, scene) => {
    refuseAhead(input['decidedAt'], scene.now)
    const row = await present(decision, input['id'], scene)
    const verdict = await update.decide(input as never, scene)
    for (const one of verdict.changes) {
      const refusal = refusalOf(row, one, scene)
      if (refusal !== undefined) throw refusal
    }
    if (input['door'] !== 'one-way' || row['door'] === 'one-way') return verdict
    const options = await scene.reader.by(option.name, 'decisionId', [row.id])
    return options.some((one) => one['isNothing'] === true)
      ? verdict
      : { ...verdict, changes: [...verdict.changes, doNothing(row.id, scene)] }
  },
}

/** Why a decision does not change so: it was decided, or it has an approver who keeps its door. */
function refusalOf(row: Row, change: Change, { actor }: Scene): Problem | undefined {
  if (change.op !== 'update') return undefined
  const at = lockedIn(row, change.patch)
  if (at.length > 0) return locked(row, at)
  const taken = isOpen(row) ? takenFromApprover(row, change.patch, actor) : []
  return taken.length > 0 ? keptByApprover(row, taken) : undefined
}

/** The same for many: those that may not change so are left as they are, and named. */
const setDecisions: Command = {
  ...setAll,
  decide: async (input: Plain, scene) => {
    refuseAhead(input['decidedAt'], scene.now)
    const verdict = await setAll.decide(input as never, scene)
    const ids = verdict.changes.map(({ id }) => id)
    const rows = new Map((await scene.reader.many(decision.name, ids)).map((row) => [row.id, row]))
    const changes: Change[] = []
    const refused: LeftOut[] = []
    for (const one of verdict.changes) {
      const row = must(rows.get(one.id))
      const refusal = refusalOf(row, one, scene)
      if (refusal === undefined) changes.push(one)
      else refused.push({ id: row.id, ref: row.ref, says: asSentence(refusal.said.says) })
    }
    if (refused.length === 0) return verdict
    if (changes.length === 0) throw invalid(must(refused[0]).says)
    const result = { ...withLeftOut(verdict.result, refused, scene), changed: changes.length }
    return { ...verdict, changes, result }
  },
}

/**
 * What hangs on a decision is part of it once it was decided: options and what they were weighed by stay,
 * and of an assumption only whether it holds may change.
 */
const hanging: readonly Command[] = [
  ...held(option, []),
  ...held(criterion, []).map(keepingFormulas),
  ...held(assumption, ['state', 'custom']),
].filter(({ name }) => name !== 'create-assumption')

function held(kind: RecordKind, free: readonly string[]): readonly Command[] {
  return crud(kind).map((verb): Command => ({
    ...verb,
    decide: async (input: Plain, scene) => {
      const verdict = await verb.decide(input as never, scene)
      for (const one of verdict.changes) {
        if (one.record !== kind.name) continue
        if (one.op === 'update' && Object.keys(one.patch).every((name) => free.includes(name)))
          continue
        for (const home of await homesOf(kind, one, scene)) if (!isOpen(home)) throw locked(home)
      }
      return verdict
    },
  }))
}

/** The decisions on which a row hangs: as it stands, as it is made, and where it would go. */
async function homesOf(
  kind: RecordKind,
  change: Change,
  { reader }: Scene,
): Promise<readonly Row[]> {
  const stands = change.op === 'create' ? undefined : await reader.get(kind.name, change.id)
  const rows: readonly (Plain | undefined)[] = [
    stands,
    change.op === 'create' ? change.row : undefined,
    change.op === 'update' ? change.patch : undefined,
    change.op === 'restore' ? await inTrash(kind, change.id, reader) : undefined,
  ]
  const ids = rows.flatMap((row) => {
    const id = row?.['decisionId']
    return typeof id === 'string' ? [id] : []
  })
  return ids.length === 0 ? [] : reader.many(decision.name, [...new Set(ids)])
}

/** What history last told of a row that is in the trash. */
async function inTrash(kind: RecordKind, id: string, reader: Scene['reader']): Promise<Plain> {
  const entries = await reader.history({ id, limit: 200 })
  const known = entries.flatMap(({ changes }) =>
    changes.flatMap(({ record, after }) => (record === kind.name && after !== null ? [after] : [])),
  )
  return known.find((after) => 'decisionId' in after) ?? {}
}

export const decidedCommands: readonly Command[] = [
  createDecision,
  updateDecision,
  setDecisions,
  ...hanging,
]
