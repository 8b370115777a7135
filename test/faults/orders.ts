/** Asked whenever one of several may take its next step: who does? `last` is who took the step before. */
export type Choose = (able: readonly number[], last: number | undefined) => number

interface Choice {
  readonly taken: number
  /** Who might have gone instead, and has not yet. */
  readonly left: number[]
}

/**
 * Plays every order in which several may take their steps, each once: after each play the last choice
 * that had another answer gets it (stateless search, Godefroid 1997). With a `bound`, only those in
 * which somebody who could go on is made to wait at most so many times (Musuvathi and Qadeer 2007).
 * Returns how many orders were played.
 */
export async function everyOrder(
  play: (choose: Choose) => Promise<void>,
  bound = Number.POSITIVE_INFINITY,
): Promise<number> {
  let path: readonly Choice[] = []
  for (let count = 1; ; count++) {
    const made: Choice[] = []
    let waits = 0
    await play((able, last) => {
      const rests = last !== undefined && able.includes(last)
      const usual = rests ? last : (able[0] as number)
      const known = path[made.length]
      const taken = known !== undefined && able.includes(known.taken) ? known.taken : usual
      const mayWait = !rests || waits < bound
      const left =
        known !== undefined ? known.left : mayWait ? able.filter((one) => one !== taken) : []
      made.push({ taken, left })
      if (rests && taken !== last) waits += 1
      return taken
    })
    const at = made.findLastIndex(({ left }) => left.length > 0)
    const turn = made[at]
    const [next, ...left] = turn?.left ?? []
    if (next === undefined) return count
    path = [...made.slice(0, at), { taken: next, left }]
  }
}
