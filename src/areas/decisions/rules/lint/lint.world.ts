import type { Row } from '../../../../engine/record.ts'
import { english } from '../../../../engine/words.ts'
import { allFindings } from './lint.ts'
import { grouped, heldIn, type Behind, type Moved, type Told } from './material.ts'
import type { Finding } from './shape.ts'

/** The moment at which the tests of the rules are made. */
export const now = '2026-11-23T09:00:00.000Z'

export const ago = (days: number): string =>
  new Date(Date.parse(now) - days * 86_400_000).toISOString()
export const dayAgo = (days: number): string => ago(days).slice(0, 10)

/** Of the line's stations. */
export const bits = { heard: 1, framed: 1 << 2, learned: 1 << 7 } as const

/** A row as it is read: its ref is its id. */
export const row = (id: string, fields: Readonly<Record<string, unknown>> = {}): Row => ({
  id,
  ref: id,
  version: 1,
  createdAt: ago(100),
  createdById: 'ingrid',
  updatedAt: ago(100),
  removedAt: null,
  stations: 0,
  custom: {},
  title: `Title of ${id}`,
  ...fields,
})

export interface Given {
  readonly rows: Readonly<Record<string, readonly Row[]>>
  /** From, relation, to. */
  readonly links?: readonly (readonly [string, string, string])[]
  readonly behind?: Readonly<Record<string, Partial<Behind>>>
  readonly asked?: Readonly<Record<string, string>>
  readonly moves?: readonly Moved[]
  readonly lastRead?: Readonly<Record<string, string>>
}

export function toldOf(given: Given): Told {
  const links = given.links ?? []
  const forth = grouped(links, ([from, relation]) => `${from} ${relation}`)
  const back = grouped(links, ([, relation, to]) => `${to} ${relation}`)
  return {
    ...heldIn(new Map(Object.entries(given.rows)), now),
    forth: (id, relation) => (forth.get(`${id} ${relation}`) ?? []).map(([, , to]) => to),
    back: (id, relation) => (back.get(`${id} ${relation}`) ?? []).map(([from]) => from),
    behind: (id) => {
      const one = given.behind?.[id]
      return one && { sources: 0, strength: null, newest: null, ...one }
    },
    asked: (id) => given.asked?.[id],
    moves: given.moves ?? [],
    lastRead: (id) => given.lastRead?.[id],
  }
}

export const found = (given: Given): readonly Finding[] => allFindings(toldOf(given))

/** What is found, as `rule ref`. */
export const namesOf = (given: Given): readonly string[] =>
  found(given).map(({ rule, on }) => `${rule} ${on.ref}`)

/** What a rule says of a row, in English. */
export const saysOf = (given: Given): readonly string[] =>
  found(given).map(({ says }) => english.told(says))
