import { useState, type ReactNode, type RefObject } from 'react'
import { say } from '../words/say.ts'
import { Button } from './button.tsx'
import { drawingOf, pixelsOf } from './chart-drawing.ts'
import styles from './chart-files.module.css'

/** The figures of a chart, the head first. */
export type ChartRows = readonly (readonly (string | number | null)[])[]

/** The ways to take a chart along: as it is drawn, as pixels, and as the figures it was drawn from. */
export function ChartFiles({
  name,
  of,
  rows,
}: {
  /** The name of the file, without its ending. */
  readonly name: string
  readonly of: RefObject<SVGSVGElement | null>
  readonly rows: () => ChartRows
}): ReactNode {
  const [failed, setFailed] = useState(false)
  const ways: readonly (readonly [string, string, (chart: SVGSVGElement) => Promise<Blob>])[] = [
    ['SVG', say('Take along as SVG'), (chart) => blobOf(drawingOf(chart), 'image/svg+xml')],
    ['PNG', say('Take along as PNG'), pixelsOf],
    ['CSV', say('Take along as CSV'), () => blobOf(csvOf(rows()), 'text/csv;charset=utf-8')],
  ]
  const take = async (ending: string, made: (chart: SVGSVGElement) => Promise<Blob>) => {
    if (of.current === null) return
    try {
      save(await made(of.current), `${name}.${ending.toLowerCase()}`)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <span className={styles.files} data-screen-only="">
      {ways.map(([ending, says, made]) => (
        <Button key={ending} kind="quiet" label={says} onPress={() => void take(ending, made)}>
          {ending}
        </Button>
      ))}
      {failed && (
        <span role="status">{say('This browser could not draw it. Take it as SVG or CSV.')}</span>
      )}
    </span>
  )
}

const blobOf = (text: string, type: string): Promise<Blob> =>
  Promise.resolve(new Blob([text], { type }))

function save(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  // a browser that is busy begins to read it later
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}

const csvOf = (rows: ChartRows): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`

/** A text that a spreadsheet would take for a formula is kept from being one. */
function cellOf(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
