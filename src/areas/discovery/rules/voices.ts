import type { Edge } from '../../../engine/ports.ts'
import type { Said } from './sources.ts'
import { edgesBy, type Sign } from './spread.ts'

/** Who reaches a row from above: those that speak for it there, and those that speak against. */
export interface Voices {
  readonly pro: ReadonlySet<Said>
  readonly contra: ReadonlySet<Said>
}

/** The voices at each row that any reach. */
export type Carried = ReadonlyMap<string, Voices>

/**
 * Carries what was said down the line, until nothing new arrives; an edge that speaks against turns the
 * sign. What contradicts a contradiction therefore supports. Rings of edges do no harm. What arrives at
 * a row depends on nothing below it, so that one pass serves every row of a line, and every line at once.
 */
export function carried(edges: readonly Edge[], said: ReadonlyMap<string, Said>): Carried {
  const leaving = edgesBy('above', edges)
  const found = new Map<string, Hearing>()
  const waiting: string[] = []
  const waits = new Set<string>()
  const wait = (id: string): void => {
    if (waits.has(id)) return
    waits.add(id)
    waiting.push(id)
  }
  for (const [id, one] of said) {
    found.set(id, { pro: new Set([one]), contra: nobody })
    wait(id)
  }
  for (let next = 0; next < waiting.length; next++) {
    const id = waiting[next] ?? ''
    waits.delete(id)
    const here: Voices = found.get(id) ?? silence
    for (const edge of leaving.get(id) ?? []) {
      const below = found.get(edge.below) ?? { ...silence }
      found.set(edge.below, below)
      const turns = edge.polarity === 'against'
      const more = hears(below, 'pro', turns ? here.contra : here.pro)
      if (hears(below, 'contra', turns ? here.pro : here.contra) || more) wait(edge.below)
    }
  }
  return found
}

/** The voices at a row; none where none reach it. */
export const voicesAt = (all: Carried, id: string): Voices => all.get(id) ?? silence

/** Does anything that was carried to this row speak for it? */
export const isSupported = (all: Carried, id: string): boolean => voicesAt(all, id).pro.size > 0

interface Hearing {
  pro: ReadonlySet<Said>
  contra: ReadonlySet<Said>
}

const nobody: ReadonlySet<Said> = new Set()
const silence: Voices = { pro: nobody, contra: nobody }

/**
 * Adds voices to a row; is any of them new there? A set of one is held as it came and never added to,
 * since most rows of a line are a quote of one feedback; a larger one is the row's own.
 */
function hears(row: Hearing, sign: Sign, those: ReadonlySet<Said>): boolean {
  const { size } = row[sign]
  if (those.size === 0 || row[sign] === those) return false
  if (size === 0 && those.size === 1) {
    row[sign] = those
    return true
  }
  const all = size > 1 ? (row[sign] as Set<Said>) : new Set(row[sign])
  for (const one of those) all.add(one)
  if (all.size === size) return false
  row[sign] = all
  return true
}
