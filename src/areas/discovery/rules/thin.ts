import { sentence } from '../../../engine/words.ts'
import type { Line } from './evidence.ts'
import { ageDays, oldAfterDays } from './freshness.ts'
import { companiesOf, independent, type Said } from './sources.ts'
import { isSupported, type Carried } from './voices.ts'

/** Why a line is called thin, by code and in a sentence. */
export const thinSays = {
  'no-evidence': sentence('Nothing that somebody said stands behind it.'),
  'no-need': sentence('No need is framed behind it.'),
  'asks-directly': sentence('People ask for it directly, and no need behind it has evidence.'),
  'single-source': sentence('All that supports it comes from one source.'),
  'single-company': sentence('All that supports it comes from one company.'),
  old: sentence('Nothing newer than a year supports it.'),
  'no-objective': sentence('It advances no objective.'),
} as const

export type ThinCode = keyof typeof thinSays

/**
 * What makes a line thin. A word that was heard needs no evidence, and neither does an aim. From what is
 * understood on, evidence is asked for; from what is proposed on, a need and an objective too. That no
 * insight lies between is fine.
 */
export function thinness(
  line: Pick<Line, 'subject' | 'order' | 'rows' | 'edges' | 'now'>,
  supporting: readonly Said[],
  carried: Carried,
): readonly ThinCode[] {
  const subject = line.rows.find((row) => row.id === line.subject)
  const at =
    subject?.station === undefined || subject.station === null
      ? -1
      : line.order.indexOf(subject.station)
  if (at < 1) return []
  const codes = evidenceCodes(supporting, line.now)
  if (at < line.order.indexOf('proposed')) return codes
  return [...codes, ...lineCodes(line, carried)]
}

function evidenceCodes(supporting: readonly Said[], now: string): readonly ThinCode[] {
  if (supporting.length === 0) return ['no-evidence']
  const codes: ThinCode[] = []
  if (independent(supporting) === 1) codes.push('single-source')
  else if (companiesOf(supporting).size === 1 && supporting.every((one) => one.companyId !== null))
    codes.push('single-company')
  if (supporting.every((one) => ageDays(one.at, now) > oldAfterDays)) codes.push('old')
  return codes
}

function lineCodes(
  line: Pick<Line, 'order' | 'rows' | 'edges'>,
  carried: Carried,
): readonly ThinCode[] {
  const station = new Map(line.rows.map((row) => [row.id, row.station] as const))
  const framed = line.rows.filter((row) => row.station === 'framed')
  const shown = framed.some((row) => isSupported(carried, row.id))
  const asked = line.edges.some(
    (edge) =>
      edge.polarity === 'for' &&
      station.get(edge.above) === line.order[0] &&
      line.order.indexOf(station.get(edge.below) ?? '') > line.order.indexOf('framed'),
  )
  return [
    ...(framed.length === 0 ? (['no-need'] as const) : []),
    ...(asked && !shown ? (['asks-directly'] as const) : []),
    ...(line.rows.some((row) => row.station === null) ? [] : (['no-objective'] as const)),
  ]
}
