interface OnLine {
  readonly stations: number
}

/** Which stations the line touches that a decision stands on: its own, and those of what it settles. */
export const wholeLine = (decision: OnLine, settled: readonly (OnLine | undefined)[]): number =>
  settled.reduce((mask, one) => mask | (one?.stations ?? 0), decision.stations)
