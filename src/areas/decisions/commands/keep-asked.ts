import type { Command, Scene } from '../../../engine/command.ts'
import { crud } from '../../../engine/crud.ts'
import { denied, invalid } from '../../../engine/problem.ts'
import type { RecordKind, Row } from '../../../engine/record.ts'
import { rowsOf, withLeftOut, type LeftOut } from '../../../engine/set-many.ts'
import { trashMany } from '../../../engine/trash-many.ts'
import { sentence, type Sentence } from '../../../engine/words.ts'
import { criterion } from '../records/criterion.ts'
import { decision } from '../records/decision.ts'
import { idea } from '../records/idea.ts'
import { option } from '../records/option.ts'
import { prediction } from '../records/prediction.ts'
import { round } from '../records/round.ts'
import { scoringModel } from '../records/scoring-model.ts'

/**
 * What a blind round asks about stays until its answers are shown, whether or not somebody has answered: a removal
 * that took answers along, or was refused only where there are some, would tell that they are there.
 */
export const keepingAsked = (commands: readonly Command[]): readonly Command[] => {
  const named = new Set(commands.map(({ name }) => name))
  const plain = [idea, decision].flatMap((kind) =>
    [...crud(kind), ...trashMany(kind)].filter(({ name }) => isRemoval(name, kind)),
  )
  return [...commands, ...plain.filter(({ name }) => !named.has(name))].map((verb) => {
    const kind = kinds.find((one) => isRemoval(verb.name, one))
    if (kind === undefined) return verb
    return verb.name === `remove-${kind.name}` ? keepingOne(kind, verb) : keepingMany(kind, verb)
  })
}

const kinds: readonly RecordKind[] = [idea, scoringModel, criterion, decision, option, prediction]

const isRemoval = (name: string, kind: RecordKind): boolean =>
  name === `remove-${kind.name}` || name === `trash-${kind.plural}`

const keepingOne = (kind: RecordKind, verb: Command): Command => ({
  ...verb,
  decide: async (input: Plain, scene) => {
    const row = await scene.reader.get(kind.name, String(input['id']))
    const about = row === undefined ? undefined : askingAbout(kind, row, await closedRounds(scene))
    if (row !== undefined && about !== undefined) throw denied(isAskedAbout(row, about))
    return verb.decide(input as never, scene)
  },
})

/** The others go; those that are asked about stay and are named. */
const keepingMany = (kind: RecordKind, verb: Command): Command => ({
  ...verb,
  decide: async (input: Plain, scene) => {
    const names = input['ids'] as readonly string[]
    const rounds = await closedRounds(scene)
    if (rounds.length === 0) return verb.decide(input as never, scene)
    const { rows, missing } = await rowsOf(kind, names, scene)
    const kept = rows.flatMap((row): readonly LeftOut[] => {
      const about = askingAbout(kind, row, rounds)
      return about === undefined
        ? []
        : [{ id: row.id, ref: row.ref, says: isAskedAbout(row, about) }]
    })
    const [first] = kept
    if (first === undefined) return verb.decide(input as never, scene)
    const stay = new Set(kept.map(({ id }) => id))
    const ids = [...rows, ...missing].flatMap(({ id }) => (stay.has(id) ? [] : [id]))
    if (ids.length === 0) throw invalid(first.says)
    const verdict = await verb.decide({ ...input, ids }, scene)
    return { ...verdict, result: withLeftOut(verdict.result, kept, scene) }
  },
})

const closedRounds = ({ reader }: Scene): Promise<readonly Row[]> =>
  reader.by(round.name, 'state', ['open', 'complete'])

/** The round that asks about this row: by itself, or by what it is a part of. */
function askingAbout(kind: RecordKind, row: Row, rounds: readonly Row[]): Row | undefined {
  const isPart = kind.name === criterion.name || kind.name === option.name
  const ids = isPart ? [row['modelId'], row['decisionId']] : [row.id]
  return rounds.find((one) =>
    [
      one['modelId'],
      one['decisionId'],
      one['predictionId'],
      ...((one['ideaIds'] ?? []) as string[]),
    ].some((id) => typeof id === 'string' && ids.includes(id)),
  )
}

const isAskedAbout = ({ ref }: Row, { ref: asking }: Row): Sentence =>
  sentence(
    '{ref} waits for the answers of {round}. Close that blind round first, or wait until all are in.',
    { ref, round: asking },
  )

type Plain = Readonly<Record<string, unknown>>
