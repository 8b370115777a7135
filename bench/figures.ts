/** One measured figure, as it is told. */
export interface Figure {
  readonly name: string
  /** Feedback rows that were there; undefined where it does not matter. */
  readonly rows: number | undefined
  readonly value: number
  readonly says: string
  /** The same on the floor, and ours in parts of it. */
  readonly floor?: string
  readonly ratio?: number
  readonly bar?: Bar
}

export interface Bar {
  readonly says: string
  readonly met: boolean
}

export const atLeast = (value: number, bar: number, says: string): Bar => ({
  says,
  met: value >= bar,
})
export const atMost = (value: number, bar: number, says: string): Bar => ({
  says,
  met: value <= bar,
})

/** Figures as a table that a person can read. */
export function table(figures: readonly Figure[]): string {
  const head = ['', 'rows', 'here', 'floor', 'ratio', 'bar', '']
  const lines = figures.map((figure) => [
    figure.name,
    figure.rows === undefined ? '' : figure.rows.toLocaleString('en'),
    figure.says,
    figure.floor ?? '',
    figure.ratio === undefined ? '' : figure.ratio.toFixed(2),
    figure.bar?.says ?? '',
    figure.bar === undefined ? '' : figure.bar.met ? 'met' : 'MISSED',
  ])
  const widths = head.map((_, at) =>
    Math.max(...[head, ...lines].map((line) => line[at]?.length ?? 0)),
  )
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, at) =>
          at === 0 || at === 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
