import { choice, ref } from '../../../engine/field.ts'
import type { Edge, Reader } from '../../../engine/ports.ts'
import type { Bare } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { company, type Said } from '../../discovery/index.ts'
import { currencyOf, demandOf, type Demand } from '../rules/models/demand.ts'
import { ideasOf } from './standing.ts'

/** The segments there are, tiers of companies; nobody is left out without one. */
export const segmentInput = choice({
  label: 'Segment',
  options: company.fields.tier.options,
  help: 'A tier of companies; everybody without it',
})

export interface DemandTold {
  readonly rows: readonly ({
    readonly id: string
    readonly ref: string
    readonly title: string
  } & Demand)[]
  /** That of the revenue; null where no company has any. */
  readonly currency: string | null
  /** There is more than was read. */
  readonly cut: boolean
}

export const demand = view({
  name: 'demand',
  says: 'What the evidence asks of each idea: votes, people, companies, revenue, strength',
  input: {
    productId: ref({ label: 'Product', to: 'product' }),
    segment: segmentInput,
  },
  may: 'viewer',
  reads: ['idea', 'feedback', 'contact', 'company', 'link', 'roadmap-item'],
  answer: async ({ productId, segment: tier }, { reader, now }): Promise<DemandTold> => {
    const { rows, cut } = await ideasOf(productId ?? null, reader)
    const ids = rows.map(({ id }) => id)
    const told = await demandFor(ids, tier ?? null, reader, now)
    return {
      rows: rows
        .flatMap(({ id, ref: name, title }) => {
          const of = told.demand.get(id)
          return of === undefined ? [] : [{ id, ref: name, title: String(title), ...of }]
        })
        .toSorted((one, other) => other.votes - one.votes || (one.id < other.id ? -1 : 1)),
      currency: told.currency,
      cut: cut || told.cut,
    }
  },
})

/** How many rows are gone through above all ideas. */
const mostRows = 100_000

/** What is heard above these ideas, in a handful of readings however many there are. */
export async function demandFor(
  ids: readonly string[],
  segment: string | null,
  reader: Reader,
  now: string,
): Promise<{
  readonly demand: ReadonlyMap<string, Demand>
  readonly currency: string | null
  readonly cut: boolean
}> {
  if (ids.length === 0) return { demand: new Map(), currency: null, cut: false }
  const { edges, said, cut } = await heardAbove(ids, reader)
  const companies = await byId(
    reader,
    'company',
    [...said.values()].map(({ id, companyId }) => ({ id, companyId })),
    'companyId',
  )
  return {
    demand: demandOf(ids, { edges, said, companies, now }, segment),
    currency: currencyOf(companies),
    cut,
  }
}

/** What was heard above some ideas, and how it leads to them. */
export async function heardAbove(
  ids: readonly string[],
  reader: Reader,
): Promise<{
  readonly edges: readonly Edge[]
  readonly said: ReadonlyMap<string, Said>
  readonly cut: boolean
}> {
  const { rows, edges, cut } = await reader.trace('idea', ids, {
    way: 'up',
    fields: (record) => (record === 'feedback' ? weighing : []),
    most: mostRows,
  })
  const heard = rows.filter(({ record }) => record === 'feedback').map(({ row }) => row)
  const contacts = await byId(reader, 'contact', heard, 'contactId')
  return { edges, said: new Map(heard.map((row) => [row.id, saidOf(row, contacts)] as const)), cut }
}

const weighing = [
  'contactId',
  'companyId',
  'mergedIntoId',
  'source',
  'originId',
  'occurredAt',
] as const

async function byId(
  reader: Reader,
  record: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  field: string,
): Promise<ReadonlyMap<string, Bare>> {
  const ids = new Set(rows.flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : [])))
  return new Map((await reader.many(record, [...ids])).map((row) => [row.id, row] as const))
}

function saidOf(row: Bare, contacts: ReadonlyMap<string, Bare>): Said {
  const contactId = textIn(row['contactId'])
  return {
    id: row.id,
    contactId,
    companyId: textIn(row['companyId']) ?? textIn(contacts.get(contactId ?? '')?.['companyId']),
    source: textIn(row['source']),
    originId: textIn(row['originId']),
    at: textIn(row['occurredAt']) ?? row.createdAt,
  }
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
