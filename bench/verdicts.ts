import { canonical } from '../src/engine/canonical.ts'

/** One case with a known answer, and what came out. */
export interface Verdict {
  readonly set: string
  readonly name: string
  readonly expected: string
  readonly got: string
  readonly holds: boolean
}

/** A number that must come out within so much of the one that is known. */
export function within(
  set: string,
  name: string,
  [expected, got]: readonly [expected: number, got: number | null | undefined],
  most: number,
): Verdict {
  const value = got ?? Number.NaN
  return {
    set,
    name,
    expected: `${digits(expected, most)} ± ${short(most)}`,
    got: digits(value, most),
    holds: Math.abs(value - expected) <= most,
  }
}

/** Something that must come out as it is known, to the last letter. */
export function exactly(set: string, name: string, expected: unknown, got: unknown): Verdict {
  const [known, found] = [told(expected), told(got)]
  return { set, name, expected: known, got: found, holds: known === found }
}

/** Verdicts as a table that a person can read. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const lines = [
    ['case', 'expected', 'got', ''],
    ...verdicts.map((one) => [
      `${one.set}: ${one.name}`,
      cut(one.expected),
      cut(one.got),
      one.holds ? 'holds' : 'FAILS',
    ]),
  ]
  const widths = [0, 1, 2].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const told = (value: unknown): string => (typeof value === 'string' ? value : canonical(value))

const cut = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text)

const short = (value: number): string =>
  value === 0 || value >= 1e-3 ? String(Number(value.toPrecision(2))) : value.toExponential(0)

/** As many digits as the tolerance leaves anything to say about. */
const digits = (value: number, most: number): string =>
  most === 0
    ? String(value)
    : value.toFixed(Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(most)))))
