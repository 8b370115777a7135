import type { Catalogue } from '../../engine/catalogue.ts'
import { moment } from './cell.ts'
import { glyphOf, isOptional } from './mini-line.ts'
import type { Paint, Tone } from './paint.ts'
import { cut, tameLine, wrap } from './width.ts'

/** What the views of the line answer, as far as it is printed. Surfaces import no area, so it is told here. */
export interface LineAnswer {
  readonly asOf: string
  readonly subject: Stop
  readonly says: string
  readonly stations: readonly {
    readonly station: string
    /** How many stand there, where not all of them are told. */
    readonly count?: number
    readonly rows: readonly Stop[]
  }[]
  readonly aims: readonly (Stop & {
    readonly partOf?: Named | null
    readonly measures?: readonly Stop[]
  })[]
  readonly against?: readonly Stop[]
  readonly newest?: string | null
  readonly oldest?: string | null
  readonly links?: readonly Link[]
  readonly weakest?: Link | null
  readonly thin?: readonly { readonly says: string }[]
  readonly broken?: readonly { readonly says: string }[]
  readonly stops?: { readonly says: string } | null
  readonly hidden: string | null
  readonly cut: boolean
}

interface Named {
  readonly ref: string
  readonly title: string
}

interface Stop extends Named {
  readonly station: string | null
  readonly facts: readonly {
    readonly label: string
    readonly value: string | number
    readonly unit?: string
  }[]
  readonly ties: readonly {
    readonly to: Named
    readonly says: string
    readonly polarity: string
    readonly note: string | null
  }[]
  readonly words: { readonly text: string } | null
  readonly said: Readonly<Record<string, unknown>> | null
}

interface Link {
  readonly says: string
  readonly strength: number
  readonly polarity: string
}

export interface Sheet {
  readonly catalogue: Pick<Catalogue, 'stations'>
  readonly paint: Paint
  /** Columns to write in. */
  readonly columns: number
  /** Rows of one station that are shown; the rest are counted. */
  readonly most: number
}

/**
 * The line as a page of text, evidence first: a rule that runs through, a mark where a station begins,
 * what contradicts on a broken rule of its own.
 */
export function lineAsText(answer: LineAnswer, question: string, sheet: Sheet): string {
  const { catalogue, paint } = sheet
  const last = answer.stations.findLastIndex(({ rows }) => rows.length > 0)
  const stations = answer.stations.flatMap(({ station, rows, count = rows.length }, place) => {
    const gap = rows.length === 0
    if (gap && isOptional(station)) return []
    const mark = gap
      ? paint('muted', `·  ${station}: nothing`)
      : `${paint('oxide', glyphOf(catalogue, station))}  ${paint('strong', station)}`
    const rule = place < last ? '│' : ' '
    const against =
      place === 0 && (answer.against ?? []).length > 0
        ? stopsOn('┆', [...(answer.against ?? [])], sheet, 'against')
        : []
    return [
      mark,
      ...stopsOn(rule, rows, sheet, 'oxide', count),
      ...(against.length === 0 ? [] : [paint('against', '┆  against'), ...against]),
    ]
  })
  return [
    paint('strong', `${question} ${tameLine(answer.subject.ref)}`),
    ...wrapped(tameLine(answer.subject.title), 0, sheet),
    '',
    ...wrapped(answer.says, 0, sheet),
    ...span(answer, paint),
    ...(answer.broken ?? []).flatMap(({ says }) => [
      '',
      ...wrapped(`╱╱ ${tameLine(says)}`, 0, sheet).map((line) => paint('oxide', line)),
    ]),
    '',
    ...stations,
    ...(answer.stops ? [paint('muted', answer.stops.says)] : []),
    ...aims(answer, sheet),
    ...doubts(answer, sheet),
    ...strengths(answer, sheet),
    paint('muted', `As of ${moment(answer.asOf)}`),
  ]
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
    .replace(/\n{3,}/g, '\n\n')
}

function span({ newest, oldest }: LineAnswer, paint: Paint): readonly string[] {
  if (!newest || !oldest) return []
  return [
    paint(
      'muted',
      newest === oldest
        ? `Heard ${newest.slice(0, 10)}.`
        : `Newest ${newest.slice(0, 10)}, oldest ${oldest.slice(0, 10)}.`,
    ),
  ]
}

function stopsOn(
  rule: string,
  rows: readonly Stop[],
  sheet: Sheet,
  tone: Tone = 'oxide',
  count: number = rows.length,
): readonly string[] {
  const shown = rows.slice(0, sheet.most).flatMap((stop) => [...stopLines(stop, sheet), ''])
  const more =
    count > sheet.most
      ? [
          sheet.paint(
            'muted',
            `and ${(count - sheet.most).toLocaleString('en')} more; --all shows them`,
          ),
          '',
        ]
      : []
  return [...shown, ...more].map((line) => `${sheet.paint(tone, rule)}  ${line}`)
}

/** A heard row leads with its words; every other one with its name. */
function stopLines(stop: Stop, sheet: Sheet): readonly string[] {
  const { paint } = sheet
  const name = stop.words === null ? [`${paint('muted', stop.ref)}  ${tameLine(stop.title)}`] : []
  const words =
    stop.words === null
      ? []
      : wrapped(cut(`“${tameLine(stop.words.text)}”`, sheet.columns * 6), 3, sheet)
  const source = [stop.words === null ? undefined : stop.ref, ...saidBy(stop.said)]
    .filter((one) => one !== undefined && one !== '')
    .join(', ')
  const facts =
    stop.said === null
      ? stop.facts
          .map(
            ({ label, value, unit }) =>
              `${label} ${tameLine(typeof value === 'number' ? value.toLocaleString('en', { maximumSignificantDigits: 6 }) : moment(value))}${unit === undefined ? '' : ` ${unit}`}`,
          )
          .join(' · ')
      : ''
  const ties = stop.ties
    .map((tie) => `${tie.says} ${tie.to.ref}${tie.note === null ? '' : ` (${tameLine(tie.note)})`}`)
    .join(', ')
  return [
    ...name,
    ...words,
    ...[source, facts, ties]
      .filter((line) => line !== '')
      .flatMap((line) => wrapped(line, 6, sheet))
      .map((line) => paint('muted', `   ${line}`)),
  ]
}

/** Who said it, from where and when, in the order in which the view tells it. */
function saidBy(said: Stop['said']): readonly string[] {
  if (said === null) return []
  const { at, permalink: _, language: __, ...rest } = said
  const told = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [tameLine(value)]
      : typeof value === 'number'
        ? [`${name} ${value}`]
        : [],
  )
  return [...told, typeof at === 'string' ? at.slice(0, 10) : '']
}

function aims({ aims: wanted }: LineAnswer, sheet: Sheet): readonly string[] {
  if (wanted.length === 0) return []
  const lines = wanted.flatMap((aim) => [
    ...stopLines(aim, sheet),
    ...(aim.partOf
      ? [sheet.paint('muted', `   part of ${aim.partOf.ref} ${tameLine(aim.partOf.title)}`)]
      : []),
    ...(aim.measures ?? []).flatMap((measure) =>
      stopLines(measure, sheet).map((line) => `   ${line}`),
    ),
  ])
  return ['', sheet.paint('strong', 'Aims'), ...lines.map((line) => `   ${line}`)]
}

/** Where the line is weak is said as plainly as what it rests on. */
function doubts(
  { weakest, thin, hidden, cut: isCut }: LineAnswer,
  sheet: Sheet,
): readonly string[] {
  const { paint } = sheet
  const said = [
    ...(weakest
      ? [
          `${paint('oxide', 'Weakest link')} ${strengthOf(weakest)}`,
          ...wrapped(tameLine(weakest.says), 3, sheet).map((line) => `   ${line}`),
        ]
      : []),
    ...(thin ?? []).map(({ says }) => `${paint('watch', 'Thin')}  ${says}`),
    ...(hidden === null ? [] : [paint('muted', hidden)]),
    ...(isCut ? [paint('muted', 'The line is longer than what was read.')] : []),
  ]
  return said.length === 0 ? [] : ['', ...said]
}

function strengths({ links }: LineAnswer, sheet: Sheet): readonly string[] {
  if (links === undefined || links.length === 0) return ['']
  const shown = links.slice(0, sheet.most)
  const lines = shown.flatMap((link) => {
    const says = `${link.polarity === 'against' ? 'Against: ' : ''}${tameLine(link.says)}`
    const [first = '', ...rest] = wrapped(says, 6, sheet)
    return [`${strengthOf(link)}  ${first}`, ...rest.map((line) => `      ${line}`)]
  })
  const more = links.length - shown.length
  return [
    '',
    sheet.paint('strong', 'How strong is each link?'),
    ...lines,
    ...(more > 0
      ? [sheet.paint('muted', `and ${more.toLocaleString('en')} more; --all shows them`)]
      : []),
    '',
  ]
}

const strengthOf = ({ strength }: Link): string => strength.toFixed(2)

const wrapped = (text: string, indent: number, sheet: Sheet): readonly string[] =>
  wrap(text, Math.max(30, sheet.columns - indent))
