import type { Change } from '../../engine/change.ts'
import type { Ports } from '../../engine/ports.ts'
import { must } from '../../engine/problem.ts'
import type { Chronicle } from '../../store/store.ts'
import { newKeys, type Keys } from './lines.ts'

export type Values = Readonly<Record<string, unknown>>
export type End = readonly [record: string, id: string]

/** What one person did at one moment: what it made, tied and changed. */
export interface Deed {
  readonly make: (record: string, key: string, row: Values) => string
  readonly link: (from: End, relation: string, to: End, polarity?: 'for' | 'against') => void
  /** Ties what was heard or understood to what it speaks for or against. */
  readonly weigh: (from: End, side: string, to: End) => void
  readonly change: (record: string, id: string, patch: Values) => void
  /** Into the trash. */
  readonly drop: (record: string, id: string) => void
}

/** What the parts of the sample company are told with. Days count back from today. */
export interface Desk {
  readonly keys: Keys
  readonly now: Date
  readonly tell: (
    days: number,
    /** A key of people.txt; blank is whoever adds the sample. */
    by: string,
    command: string,
    deed: (hands: Deed) => void,
    because?: string,
  ) => void
  readonly product: (key: string) => string
}

export const dayMs = 86_400_000

/**
 * So many days before now, at a working hour: the fraction of the day stands for the hour, so that
 * fewer days are always later.
 */
export function moment(now: Date, days: number): string {
  const whole = Math.max(1, Math.ceil(days))
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const hours = 7.5 + (whole - days) * 9
  return new Date(today - whole * dayMs + Math.round(hours * 3_600_000)).toISOString()
}

/** The same for a calendar day; negative days lie ahead. */
export const day = (now: Date, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10)

/** A number from a key, the same at every run, from 0 to one less than `below`. */
export const spread = (key: string, below: number): number =>
  [...key].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) % 1_000_003, 7) % below

/** Everything that is told, in the order in which it happened. */
export function openDesk(ports: Pick<Ports, 'newId' | 'now'>): {
  readonly desk: Desk
  readonly past: () => Chronicle['past']
} {
  const keys = newKeys()
  const now = ports.now()
  const told: (Chronicle['past'][number] & { readonly days: number })[] = []
  const desk: Desk = {
    keys,
    now,
    product: (key) => keys.of('product', key === '' ? 'all' : must(key.split(',')[0])),
    tell: (days, by, command, deed, because) => {
      const changes: Change[] = []
      deed(handsOver(changes, keys, ports.newId))
      if (changes.length === 0) return
      told.push({
        days,
        at: moment(now, days),
        by: by === '' ? undefined : keys.of('member', by),
        command,
        because,
        changes,
      })
    },
  }
  const past = (): Chronicle['past'] => told.toSorted((left, right) => right.days - left.days)
  return { desk, past }
}

function handsOver(changes: Change[], keys: Keys, newId: () => string): Deed {
  const create = (record: string, row: Values): string => {
    const id = newId()
    changes.push({ op: 'create', record, id, row })
    return id
  }
  const link: Deed['link'] = ([fromKind, fromId], relation, [toKind, toId], polarity) => {
    const ends = { fromKind, fromId, relation, toKind, toId, polarity: polarity ?? 'neither' }
    keys.add('link', `${fromId} ${toId}`, create('link', { ...ends, strength: null, note: null }))
  }
  return {
    make: (record, key, row) => {
      const id = create(record, row)
      keys.add(record, key, id)
      return id
    },
    link,
    weigh: (from, side, to) =>
      side === '+' ? link(from, 'supports', to, 'for') : link(from, 'contradicts', to, 'against'),
    change: (record, id, patch) => void changes.push({ op: 'update', record, id, patch }),
    drop: (record, id) => void changes.push({ op: 'remove', record, id }),
  }
}
