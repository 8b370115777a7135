import { streamOf } from '../../../../math/random.ts'
import type { Certainty, Learnt } from '../../rules/certainty.ts'
import type { Estimated } from '../../rules/factors.ts'
import type { Cut, Tell, Threads, Weighed } from './certainty-threads.ts'

/** The last answer that was told whole, and to what. */
export interface Remembered {
  /** Names what was weighed, for how many, and by which program: the same gives the same answer. */
  readonly of: string
  /** The tests, of which what to learn takes note and the order does not. */
  readonly tests: string
  readonly learnt: Learnt
}

/** Where an answer outlives the page. */
export interface Memory {
  readonly read: () => Remembered | undefined
  readonly write: (what: Remembered) => void
}

/** Names what is weighed, in whichever order, for how many and by which program. */
export const markOf = (weighed: Weighed, top: number, program: string): string =>
  `${program} ${top} ${sumsOf(weighed)}`

/**
 * Threads whose last answer outlives the page: where nothing has changed since, it is told at once, and what follows from
 * the same by the same chance is not told again. What to learn is, once other tests are planned.
 */
export function rememberingThreads(
  threads: Threads,
  memory: Memory,
  { program, restMs }: { readonly program: string; readonly restMs: number },
): Threads {
  let tell: Tell = () => undefined
  let weighed: Weighed | undefined
  let cut: Cut | undefined
  let isFirst = true
  /** What was remembered, for as long as it answers what is asked. */
  let recalled: Remembered | undefined
  let resting: ReturnType<typeof setTimeout> | undefined
  let writing: ReturnType<typeof setTimeout> | undefined

  const testsOf = (asked: Cut | undefined): string => JSON.stringify(asked?.tests ?? [])
  const begin = (): void => {
    clearTimeout(resting)
    resting = undefined
    if (weighed !== undefined) threads.weigh(weighed)
  }
  const recall = (what: Weighed): void => {
    const found = memory.read()
    if (found === undefined || cut === undefined || found.of !== markOf(what, cut.top, program)) {
      begin()
      return
    }
    recalled = found
    tell(found.learnt)
    // The page draws that first: what is weighed now is for what will be asked next.
    resting = setTimeout(begin, restMs)
  }
  const remember = (learnt: Learnt): void => {
    clearTimeout(writing)
    const [what, asked] = [weighed, cut]
    if (what === undefined || asked === undefined) return
    writing = setTimeout(() => {
      memory.write({ of: markOf(what, asked.top, program), tests: testsOf(asked), learnt })
    }, restMs)
  }
  const isTold = (certainty: Certainty | Learnt | null): boolean =>
    recalled !== undefined &&
    (certainty === null || !('learn' in certainty) || testsOf(cut) === recalled.tests)

  return {
    tell: (to) => {
      tell = to
      weighed = undefined
      recalled = undefined
      isFirst = true
      threads.tell((certainty) => {
        if (isTold(certainty)) return
        tell(certainty)
        if (certainty !== null && 'learn' in certainty) remember(certainty)
      })
    },
    weigh: (what) => {
      weighed = what
      recalled = undefined
      clearTimeout(writing)
      if (isFirst) recall(what)
      else begin()
      isFirst = false
    },
    ask: (asked) => {
      if (asked.top !== cut?.top) recalled = undefined
      cut = asked
      clearTimeout(writing)
      threads.ask(asked)
      if (resting !== undefined && recalled === undefined) begin()
    },
    close: () => {
      clearTimeout(resting)
      clearTimeout(writing)
      threads.close()
    },
  }
}

const sums = new WeakMap<Weighed, string>()

function sumsOf(weighed: Weighed): string {
  const { ideas, estimates, seed } = weighed
  const known = sums.get(weighed) ?? `${seed} ${sumOf(ideas)} ${sumOf(estimates)}`
  sums.set(weighed, known)
  return known
}

/** Of these rows in whichever order: what is held is in none. */
function sumOf(rows: readonly Estimated[]): string {
  let [low, high] = [0, 0]
  for (const row of rows) {
    const stream = streamOf(rows.length, JSON.stringify(row))
    low = (low + stream.low) >>> 0
    high = (high + stream.high) >>> 0
  }
  return `${low}.${high}`
}
