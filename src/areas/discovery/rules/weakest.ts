import type { Line } from './evidence.ts'
import { nameOf, type LinkStrength } from './strength.ts'
import { isSupported, type Carried } from './voices.ts'

/**
 * The weakest link of a line. Links one after the other are as strong as the weakest of them; of routes
 * beside each other the strongest counts, so that one more voice never makes a line weaker. There are
 * two routes to ask for, from what was heard and from an aim, and the weaker of the two decides.
 */
export function weakestOf(
  line: Part,
  links: readonly LinkStrength[],
  carried: Carried,
): LinkStrength | null {
  const steps = stepsOf(line, links, carried)
  const fromHeard = bottleneck(line.subject, steps, beginnings(line, steps, carried))
  const aims = links.filter((link) => link.kind === 'word').flatMap((link) => link.above)
  const fromAim = bottleneck(line.subject, steps, new Map(aims.map((id) => [id, 1] as const)))
  if (fromHeard === null || fromAim === null) return fromHeard ?? fromAim
  return fromAim.strength < fromHeard.strength ? fromAim : fromHeard
}

/** How wide the widest route to a row is, and the link that makes it no wider; none before the first link. */
interface Width {
  readonly strength: number
  readonly link: LinkStrength | null
}

interface Step {
  /** `heard` for what people said, taken together: a route begins with any of it as well as with another. */
  readonly above: string
  readonly below: string
  readonly link: LinkStrength | null
  /** Does anything at its upper end speak for it? */
  readonly shown: boolean
}

/** No id is such a word. */
const heard = 'heard'

type Part = Pick<Line, 'subject' | 'order' | 'rows' | 'edges'>

/**
 * Where routes of evidence begin: with what was heard; where support comes only by a contradiction of
 * what contradicts; and, as good as broken, where nothing that speaks for the row stands above it.
 */
function beginnings(
  line: Part,
  steps: readonly Step[],
  carried: Carried,
): ReadonlyMap<string, number> {
  const held = new Set(steps.filter(({ shown }) => shown).map(({ below }) => below))
  const begun = line.rows.flatMap(({ id, station }): (readonly [string, number])[] => {
    if (id === line.subject || station === null) return []
    if (station === line.order[0]) return [[id, 1]]
    if (!isSupported(carried, id)) return [[id, 0]]
    return held.has(id) ? [] : [[id, 1]]
  })
  return new Map([[heard, 1], ...begun])
}

/** The narrowest link on the widest route to the subject from these beginnings, each with its own width. */
function bottleneck(
  subject: string,
  steps: readonly Step[],
  from: ReadonlyMap<string, number>,
): LinkStrength | null {
  const widths = new Map(
    [...from].map(([id, strength]): [string, Width] => [id, { strength, link: null }]),
  )
  for (let grows = true; grows;) {
    grows = false
    for (const step of steps) {
      const here = widths.get(step.above)
      if (here === undefined) continue
      const next = narrowed(here, step.link)
      if (!isWider(next, widths.get(step.below))) continue
      widths.set(step.below, next)
      grows = true
    }
  }
  return widths.get(subject)?.link ?? null
}

/**
 * Every way down: the links that speak for, and the ties that bear no weight of their own. What was heard
 * is a beginning and nowhere on the way, so that a link over hundreds of it is one step, and ties among
 * it are none.
 */
function stepsOf(line: Part, links: readonly LinkStrength[], carried: Carried): readonly Step[] {
  const weighed = links
    .filter((link) => link.polarity === 'for')
    .flatMap((link): readonly Step[] => {
      const { below } = link
      const others = link.above.filter((above) => above !== line.subject)
      if (link.kind === 'heard' && others.length > 0)
        return [
          { above: heard, below, link, shown: link.above.some((id) => isSupported(carried, id)) },
        ]
      return link.above.map((above) => ({ above, below, link, shown: isSupported(carried, above) }))
    })
  const isHeard = new Set(
    line.rows.flatMap(({ id, station }) => (station === line.order[0] ? [id] : [])),
  )
  const ties = line.edges
    .filter(
      ({ linkId, polarity, below }) =>
        linkId === null &&
        polarity !== 'against' &&
        (below === line.subject || !isHeard.has(below)),
    )
    .map(({ above, below }): Step => ({
      above,
      below,
      link: null,
      shown: isSupported(carried, above),
    }))
  return [...weighed, ...ties]
}

/** Of equals the link nearer to the evidence stays. */
function narrowed(here: Width, link: LinkStrength | null): Width {
  if (link === null || (here.link !== null && here.strength <= link.strength)) return here
  return { strength: Math.min(here.strength, link.strength), link }
}

/** Among routes as wide as each other the weaker link and then its name decides, so that an answer is the same every time. */
function isWider(next: Width, before: Width | undefined): boolean {
  if (before === undefined) return true
  if (next.strength !== before.strength) return next.strength > before.strength
  if (next.link === before.link) return false
  if (next.link === null || before.link === null) return next.link !== null && before.link === null
  if (next.link.strength !== before.link.strength) return next.link.strength < before.link.strength
  return nameOf(next.link) < nameOf(before.link)
}
