import type { Hand } from './verb.ts'
import { tameLine } from './width.ts'

/** What a file would do, as the API tells it. */
export interface Checked {
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly problems: readonly {
    readonly line: number
    readonly column: string
    readonly value: string
    readonly says: string
  }[]
  readonly problemCount: number
}

/** How far an import is, as the API tells it. */
export interface State {
  readonly state: 'waiting' | 'checking' | 'running' | 'done' | 'refused' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly report: {
    readonly seq: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
  } | null
  readonly problem: Readonly<Record<string, unknown>> | null
}

export const isOver = ({ state }: State): boolean =>
  state === 'done' || state === 'refused' || state === 'cancelled'

export const progress = ({ state, done, total }: State): string =>
  `\r\u001b[K${state === 'running' ? 'importing' : state} ${figure(done)}${total === null ? '' : ` of ${figure(total)}`} rows`

export function reportInWords({ report }: State, hand: Hand): string {
  if (report === null) return ''
  const counts = `${figure(report.created)} created, ${figure(report.updated)} updated, ${figure(report.unchanged)} unchanged`
  const undo =
    report.seq === 0
      ? ''
      : `${hand.paint('muted', `Commit ${report.seq}. Take it back: throughline undo ${report.seq}`)}\n`
  return `${hand.paint('good', counts)}\n${undo}`
}

export function checkInWords(checked: Checked, hand: Hand): string {
  const counts = `${figure(checked.rows)} rows: ${figure(checked.creates)} to create, ${figure(checked.updates)} to update, ${figure(checked.unchanged)} unchanged`
  const lines = checked.problems.map(({ line, column, value, says }) => {
    const found = value === '' ? '' : `  "${tameLine(value).slice(0, 60)}"`
    return `  ${hand.paint('strong', `line ${line}, column ${tameLine(column)}`)}${found}  ${tameLine(says)}\n`
  })
  const more = checked.problemCount - checked.problems.length
  const faults =
    checked.problemCount === 0
      ? ''
      : `${hand.paint('oxide', `${figure(checked.problemCount)} ${checked.problemCount === 1 ? 'problem' : 'problems'}; nothing is brought in until none is left`)}\n`
  return [`${counts}\n`, faults, ...lines, more > 0 ? `  and ${figure(more)} more\n` : ''].join('')
}

const figure = (value: number): string => value.toLocaleString('en')
