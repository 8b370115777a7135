import type { Actor } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import { list, number, text } from '../../engine/field.ts'
import { isUuid } from '../../engine/ids.ts'
import type { RecordKind } from '../../engine/record.ts'
import { invalid, unknown } from '../../engine/problem.ts'
import { parseInput } from '../../engine/schema.ts'
import type { Outcome, Store } from '../../store/store.ts'
import { json, withResult, type Answer } from './answer.ts'
import type { Doors, Write } from './door.ts'
import { trashedId } from './named.ts'
import { seqOf } from './records.ts'
import { base, type Route } from './route.ts'
import { sentence } from '../../engine/words.ts'

/** A verb of the store itself, which stands in no catalogue: it speaks of history, not of a record. */
export interface StoreVerb extends Pick<Command, 'name' | 'says' | 'input' | 'may'> {
  readonly run: (
    store: Store,
    actor: Actor,
    input: Readonly<Record<string, unknown>>,
  ) => Promise<Answer>
}

export const storeVerbs: readonly StoreVerb[] = [
  {
    name: 'undo',
    says: 'Take a commit back as one',
    input: {
      seq: number({
        label: 'Sequence',
        whole: true,
        // The first commit is the founding of the workspace, which nobody can take back.
        min: 2,
        required: true,
        help: 'The commit to take back, as Throughline-Seq gave it',
      }),
    },
    may: 'contributor',
    run: async (store, actor, { seq }) => outcomeAnswer(await store.undo(actor, Number(seq))),
  },
  {
    name: 'erase',
    says: 'Make history forget what it holds of some rows; this cannot be undone',
    input: {
      record: text({ label: 'Record', max: 40, required: true, help: 'In the singular' }),
      ids: list({
        label: 'Ids',
        of: 'text',
        most: 1000,
        required: true,
        help: 'Ids of rows, those that are gone included',
      }),
    },
    may: 'admin',
    run: async (store, actor, { record, ids }) => {
      if (!store.catalogue.records.some((kind) => kind.name === record))
        throw unknown(sentence('There is no record called "{record}".', { record: String(record) }))
      const wrong = (ids as readonly string[]).filter((id) => !isUuid(id))
      if (wrong.length > 0)
        throw invalid(
          'To erase takes ids, which refs are not.',
          wrong.map((id) => ({ at: 'ids', says: sentence('"{id}" is not an id.', { id }) })),
        )
      return json({ erased: await store.erase(actor, String(record), ids as readonly string[]) })
    },
  },
]

/** Every command of the catalogue by its name, and the verbs of the store. */
export function commandRoutes(catalogue: Catalogue, store: Store, doors: Doors): readonly Route[] {
  const own = storeVerbs.map((verb): Route => ({
    method: 'POST',
    path: `${base}/commands/${verb.name}`,
    handle: doors.writing(async ({ actor, needs, body }) => {
      needs('write', '*')
      return verb.run(store, actor, parseInput(verb, body))
    }),
  }))
  const declared = catalogue.commands.map((command): Route => {
    const restored = catalogue.records.find((kind) => command.name === `restore-${kind.name}`)
    const plural = command.on === undefined ? '*' : catalogue.record(command.on).plural
    return {
      method: 'POST',
      path: `${base}/commands/${command.name}`,
      handle: doors.writing(async ({ actor, needs, body, cause, idsFrom, once, words }) => {
        needs('write', plural)
        const input = restored === undefined ? body : await found(restored, body, store, actor)
        const kept = once(outcomeAnswer)
        return outcomeAnswer(
          await store.apply(actor, command.name, input, { cause, idsFrom, once: kept, words }),
        )
      }, 'mayLack'),
    }
  })
  return [...own, ...declared]
}

/** What is restored lies in the trash, where only we look for a ref. */
async function found(
  kind: RecordKind,
  body: Write['body'],
  store: Store,
  actor: Actor,
): Promise<Write['body']> {
  const { id } = body
  return typeof id === 'string' && id.trim() !== ''
    ? { ...body, id: await trashedId(kind, id, store.reader(actor)) }
    : body
}

const outcomeAnswer = (outcome: Outcome): Answer =>
  withResult(json(outcome, 200, seqOf(outcome)), outcome.result, (result) => ({
    ...outcome,
    result,
  }))
