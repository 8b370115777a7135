import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { settle } from '../../../engine/crud.ts'
import { list, ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { faultInFront } from '../rules/madr/front-matter.ts'
import { fromMadr } from '../rules/madr/madr-rows.ts'
import { readMadr } from '../rules/madr/read-madr.ts'
import { settledBy, settles, type Settled } from './settling.ts'

/** A decision from a file of Markdown, as teams keep them beside their code, with its options and arguments. */
export const importDecision = command({
  name: 'import-decision',
  says: 'Bring in a decision from Markdown',
  on: 'decision',
  input: {
    id: ref({ label: 'Id', to: 'decision', help: 'UUID version 7, made by the client' }),
    text: text({
      label: 'Text',
      max: 500_000,
      lines: 'many',
      form: 'markdown',
      required: true,
      help: 'MADR 3 or 4, or a decision record like it',
    }),
    on: list({
      label: 'On',
      of: 'text',
      most: 50,
      help: 'The refs of what it settles, such as IDEA-7',
    }),
    productId: decision.fields.productId,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ id, text: given, on, productId }, scene) => {
    if (given.trim() === '')
      throw invalid('There is no decision in an empty file.', [
        { at: 'text', says: 'Give the Markdown of a decision.' },
      ])
    const fault = faultInFront(given)
    if (fault !== undefined)
      throw invalid('The front matter of this decision cannot be read. Nothing was brought in.', [
        { at: 'text', says: fault },
      ])
    const settled: Settled[] = []
    for (const one of new Set(on ?? [])) settled.push(await settledBy(one, scene))
    const [first] = settled
    const made = id ?? scene.newId()
    const changes = await broughtIn(made, given, scene)
    const scope: Readonly<Record<string, unknown>> =
      first === undefined
        ? await settle(decision, { productId: productId ?? null }, scene)
        : scopeOf(first.row)
    return {
      changes: [
        ...changes.map((one) =>
          one.op === 'create' && one.record === decision.name
            ? { ...one, row: { ...one.row, ...scope } }
            : one,
        ),
        ...settled.map((one) => settles(made, one, scene)),
      ],
      result: { id: made },
    }
  },
})

/** The rows that a text stands for. People are found by their names. */
async function broughtIn(made: string, given: string, scene: Scene): Promise<readonly Change[]> {
  const madr = readMadr(given)
  const members = await membersNamed([...madr.deciders, ...madr.consulted, ...madr.informed], scene)
  const idsOf = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => members.get(name.toLowerCase())?.id ?? [])
  const brought = fromMadr(madr, (name) => members.has(name.toLowerCase()))
  const ids = brought.options.map(() => scene.newId())
  const deciders = idsOf(madr.deciders)
  const row = {
    ...brought.decision,
    door: decision.fields.door.default,
    decidedById: deciders[0] ?? null,
    contributorIds: [...new Set([...deciders.slice(1), ...idsOf(madr.consulted)])],
    informedIds: idsOf(madr.informed),
    chosenId: brought.chosen === null ? null : (ids[brought.chosen] ?? null),
    openedAt: brought.decision['state'] === 'open' ? scene.now : null,
  }
  return [
    { op: 'create', record: decision.name, id: made, row },
    ...brought.options.map((one, at): Change => ({
      op: 'create',
      record: 'option',
      id: ids[at] ?? scene.newId(),
      row: { ...one, decisionId: made },
    })),
    ...brought.criteria.map((title, at): Change => ({
      op: 'create',
      record: 'criterion',
      id: scene.newId(),
      row: { decisionId: made, title, weight: 1, better: 'higher', source: 'ratings', place: at },
    })),
  ]
}

async function membersNamed(
  names: readonly string[],
  { reader }: Scene,
): Promise<ReadonlyMap<string, Row>> {
  if (names.length === 0) return new Map()
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const found = new Map<string, Row>()
  let cursor: string | undefined
  do {
    const page = await reader.list('member', { limit: 200, ...(cursor ? { cursor } : {}) })
    for (const row of page.data) {
      const name = String(row['name']).toLowerCase()
      if (wanted.has(name) && !found.has(name)) found.set(name, row)
    }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return found
}
