import type { Catalogue } from './catalogue.ts'
import type { Command, Scene } from './command.ts'
import { number, ref, text } from './field.ts'
import type { Relation } from './link.ts'
import { invalid, unknown, type Place } from './problem.ts'
import { sentence, type Sentence } from './words.ts'
import { noRecord } from './refusals.ts'

/** `link` and `unlink`: the two verbs of the evidence graph. */
export const linkCommands = (relations: readonly Relation[]): readonly Command[] => [
  linkCommand(relations),
  unlinkCommand,
]

const linkCommand = (relations: readonly Relation[]): Command => ({
  name: 'link',
  says: 'Link two records',
  input: {
    id: ref({ label: 'Id', to: 'link' }),
    from: text({ label: 'From', max: 64, required: true }),
    relation: text({ label: 'Relation', max: 40, required: true }),
    to: text({ label: 'To', max: 64, required: true }),
    strength: number({ label: 'Strength', min: 0, max: 1 }),
    note: text({ label: 'Note', max: 2000, lines: 'many' }),
  },
  may: 'contributor',
  promises: ['settles'],
  decide: async (input, scene) => {
    const { id, relation, strength, note } = input as {
      id?: string
      relation: string
      strength?: number
      note?: string
    }
    const from = await end('from', String(input['from' as never]), scene)
    const to = await end('to', String(input['to' as never]), scene)
    const declared = relations.find(
      (one) =>
        one.relation === relation && one.from.includes(from.record) && one.to.includes(to.record),
    )
    if (declared === undefined)
      throw invalid(...noSuchRelation(relations, from.record, relation, to.record))
    if (from.row.id === to.row.id)
      throw invalid(sentence('{ref} cannot be tied to itself.', { ref: from.row.ref }), [
        { at: 'to', says: 'Name another record.' },
      ])
    const there = (await scene.reader.links([from.row.id])).find(
      (one) =>
        one['fromId'] === from.row.id && one['relation'] === relation && one['toId'] === to.row.id,
    )
    if (there !== undefined) {
      const patch = {
        ...(strength === undefined ? {} : { strength }),
        ...(note === undefined ? {} : { note }),
      }
      return { changes: [{ op: 'update', record: 'link', id: there.id, patch }] }
    }
    const row = {
      fromKind: from.record,
      fromId: from.row.id,
      relation,
      toKind: to.record,
      toId: to.row.id,
      polarity: declared.polarity,
      strength: strength ?? null,
      note: note ?? null,
    }
    return { changes: [{ op: 'create', record: 'link', id: id ?? scene.newId(), row }] }
  },
})

const unlinkCommand: Command = {
  name: 'unlink',
  says: 'Take a link away',
  input: {
    from: text({ label: 'From', max: 64, required: true }),
    relation: text({ label: 'Relation', max: 40, required: true }),
    to: text({ label: 'To', max: 64, required: true }),
  },
  may: 'contributor',
  promises: ['settles'],
  decide: async (input: Readonly<Record<string, unknown>>, scene) => {
    const from = await end('from', String(input['from']), scene)
    const to = await end('to', String(input['to']), scene)
    const found = (await scene.reader.links([from.row.id])).find(
      (one) =>
        one['fromId'] === from.row.id &&
        one['relation'] === input['relation'] &&
        one['toId'] === to.row.id,
    )
    if (found === undefined)
      throw unknown(
        sentence('{from} {relation} {to} is not a link that you may see.', {
          from: from.row.ref,
          relation: String(input['relation']),
          to: to.row.ref,
        }),
      )
    return { changes: [{ op: 'remove', record: 'link', id: found.id }] }
  },
}

async function end(at: string, idOrRef: string, scene: Scene) {
  const found = await scene.reader.find(idOrRef)
  if (found === undefined)
    throw invalid(noRecord(idOrRef), [
      { at, says: 'Name a record by its ref, such as NEED-42, or its id.' },
    ])
  return found
}

function noSuchRelation(
  relations: readonly Relation[],
  from: string,
  name: string,
  to: string,
): [Sentence, Place[]] {
  const could = relations
    .filter((one) => one.from.includes(from) && one.to.includes(to))
    .map((one) => one.relation)
  const remedy =
    could.length > 0
      ? sentence('Between these two there is: {list}.', { list: could.join(', ') })
      : sentence('No relation leads from {from} to {to}.', { from, to })
  return [
    sentence('"{name}" does not lead from {from} to {to}. {remedy}', { name, from, to, remedy }),
    [{ at: 'relation', says: remedy }],
  ]
}

/** The relation names of a catalogue, each once. */
export const relationNames = (catalogue: Pick<Catalogue, 'relations'>): readonly string[] => [
  ...new Set(catalogue.relations.map((one) => one.relation)),
]
