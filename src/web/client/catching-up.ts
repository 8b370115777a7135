import type { Row } from '../../engine/record.ts'
import type { Fact } from './held.ts'

/**
 * How rows that were kept from an earlier visit come up to the present. Until then the screens that were told
 * something newer by the server go on with that: nothing on screen goes back in time.
 */
export interface CatchingUp {
  /** A screen shows these rows, as the server told them just now. */
  readonly shown: (record: string, rows: readonly Row[]) => void
  /** The rows that were kept are at hand. */
  readonly begin: () => void
  /** The rows at hand are older than what a screen shows. */
  readonly isBehind: () => boolean
  /** They are as new as the server's; true when they were behind until now. */
  readonly end: () => boolean
  /**
   * Nobody tells what was missed. Gives what the screens show, to be laid over what was kept. What comes of that
   * is no state of any one moment, so `isMixed` until a snapshot has come.
   */
  readonly giveUp: () => readonly Fact[]
  readonly isMixed: () => boolean
  /** A snapshot has come. */
  readonly anew: () => void
}

export function catchingUp(): CatchingUp {
  let stands: 'empty' | 'behind' | 'current' = 'empty'
  let isMixed = false
  let isShown = false
  const facts = new Map<string, Fact>()
  const end = (): boolean => {
    const wasBehind = stands === 'behind'
    stands = 'current'
    facts.clear()
    return wasBehind
  }
  return {
    shown: (record, rows) => {
      isShown = true
      if (stands === 'current') return
      for (const row of rows) facts.set(`${record} ${row.id}`, { record, id: row.id, row })
    },
    begin: () => {
      if (isShown) stands = 'behind'
      else end()
    },
    isBehind: () => stands === 'behind',
    end,
    giveUp: () => {
      if (stands !== 'behind') return []
      const all = [...facts.values()]
      end()
      isMixed = true
      return all
    },
    isMixed: () => isMixed,
    anew: () => {
      isMixed = false
      end()
    },
  }
}
