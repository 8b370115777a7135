import type { Catalogue } from '../../../engine/catalogue.ts'
import { choice, ref } from '../../../engine/field.ts'
import { present } from '../../../engine/crud.ts'
import type { Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { decision } from '../records/decision.ts'
import { inOrder } from '../rules/dossier.ts'
import { toMadr } from '../rules/madr/madr-rows.ts'
import { writeMadr } from '../rules/madr/write-madr.ts'
import { wholeOf, type Material } from '../rules/whole.ts'

/** A decision whole: what was asked, weighed, said, chosen and expected, and how it stands today. */
export const decisionView = (declared: Pick<Catalogue, 'record' | 'records'>) =>
  view({
    name: 'decision',
    says: 'A decision whole: options, evidence both ways, who said what, and how it stands',
    input: {
      of: ref({ label: 'Decision', to: 'decision', required: true }),
      format: choice({
        label: 'Format',
        options: { whole: 'Whole', madr: 'Markdown (MADR)' },
        help: 'As Markdown it is one text, to keep beside code',
      }),
    },
    may: 'viewer',
    reads: 'any',
    answer: async ({ of, format }, { reader, now, words }) => {
      const row = await present(decision, of, { reader })
      const material = await materialOf(row, { declared, reader, now })
      return format === 'madr' ? { text: asMarkdown(material) } : wholeOf(material, words)
    },
  })

function asMarkdown(material: Material): string {
  const { decision: row, people, chain } = material
  const named = (ids: unknown): readonly string[] =>
    (Array.isArray(ids) ? (ids as readonly unknown[]) : [ids]).flatMap((id) =>
      typeof id === 'string' ? (people.get(id) ?? []) : [],
    )
  const by = chain.find((one) => one['supersedesId'] === row.id)
  const approver = named(row['approverId'])
  return writeMadr(
    toMadr(row, inOrder(material.options), inOrder(material.criteria), {
      ref: row.ref,
      deciders: [...new Set([...named(row['decidedById']), ...approver])],
      consulted: named(row['contributorIds']),
      informed: named(row['informedIds']),
      supersededBy: by?.ref ?? null,
    }),
  )
}

/** All that hangs on a decision and that it hangs on, as far as the reader sees it. */
async function materialOf(
  row: Row,
  {
    declared,
    reader,
    now,
  }: {
    readonly declared: Pick<Catalogue, 'record' | 'records'>
    readonly reader: Reader
    readonly now: string
  },
): Promise<Material> {
  const on = (record: string): Promise<readonly Row[]> => reader.by(record, 'decisionId', [row.id])
  const [options, criteria, positions, rounds, predictions] = await Promise.all([
    on('option'),
    on('criterion'),
    on('position'),
    on('round'),
    on('prediction'),
  ])
  const [assumptions, tripwires, reviews, amendments] = await Promise.all([
    on('assumption'),
    on('tripwire'),
    on('review'),
    on('amendment'),
  ])
  const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id)
  const ratings = options.length === 0 ? [] : await reader.by('rating', 'optionId', idsOf(options))
  const odds =
    predictions.length === 0 ? [] : await reader.by('odds', 'predictionId', idsOf(predictions))
  const links = await reader.links([row.id, ...idsOf(options)])
  const chain = await chainOf(row, reader)
  return {
    decision: row,
    options,
    criteria,
    ratings,
    positions,
    rounds,
    predictions,
    odds,
    assumptions,
    tripwires,
    reviews,
    amendments,
    links,
    ends: await endsOf(links, row, declared, reader),
    chain,
    people: await peopleIn([row, ...positions, ...odds, ...reviews, ...amendments], reader),
    now,
  }
}

/** How far a chain of decisions is followed either way. */
const longest = 20

/** The decisions that this one superseded, one after the other, and those that superseded it. */
async function chainOf(row: Row, reader: Reader): Promise<readonly Row[]> {
  const chain = [row]
  const seen = new Set([row.id])
  for (let at = row; chain.length < longest;) {
    const id = at['supersedesId']
    const before = typeof id === 'string' ? await reader.get(decision.name, id) : undefined
    if (before === undefined || seen.has(before.id)) break
    seen.add(before.id)
    chain.unshift(before)
    at = before
  }
  for (let at = row; chain.length < 2 * longest;) {
    const after = (await reader.by(decision.name, 'supersedesId', [at.id])).find(
      (one) => !seen.has(one.id),
    )
    if (after === undefined) break
    seen.add(after.id)
    chain.push(after)
    at = after
  }
  return chain
}

/** What stands at the other ends of its links: what it settles, and what speaks about its options. */
async function endsOf(
  links: readonly Row[],
  row: Row,
  declared: Pick<Catalogue, 'record' | 'records'>,
  reader: Reader,
): Promise<Material['ends']> {
  const wanted = new Map<string, Set<string>>()
  for (const one of links) {
    const end = one['fromId'] === row.id ? 'to' : 'from'
    const record = String(one[`${end}Kind`])
    wanted.set(record, (wanted.get(record) ?? new Set()).add(String(one[`${end}Id`])))
  }
  const read = await Promise.all(
    [...wanted].map(async ([record, ids]) =>
      (await reader.many(record, [...ids])).map(
        (one) => [one.id, { kind: declared.record(record), row: one }] as const,
      ),
    ),
  )
  return new Map(read.flat())
}

/** Everybody who is named in these rows, by id: people, and keys where keys acted. */
export async function peopleIn(
  rows: readonly Row[],
  reader: Reader,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>()
  for (const row of rows)
    for (const [name, value] of Object.entries(row)) {
      if (!/(?:^by|By|driver|approver|escalateTo|contributor|informed)Ids?$/.test(name)) continue
      for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value])
        if (typeof one === 'string') ids.add(one)
    }
  const members = await reader.many('member', [...ids])
  const names = new Map(members.map((one) => [one.id, String(one['name'])] as const))
  const others = [...ids].filter((id) => !names.has(id))
  if (others.length === 0) return names
  for (const one of await reader.many('key', others)) names.set(one.id, String(one['name']))
  return names
}
