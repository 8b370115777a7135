import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { number, say } from '../words/say.ts'
import { ChartFiles } from './chart-files.tsx'
import styles from './chart.module.css'
import { Disclosure } from './disclosure.tsx'

/** The figures behind a chart. */
export interface Figures {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export interface ChartProps {
  /** Says what it shows. */
  readonly title: string
  /** The same for those who listen, made from the figures. */
  readonly says: string
  /** The twin: the same figures as a table. */
  readonly figures: Figures
  /** What files are called, without an ending. */
  readonly name: string
  readonly height: number
  /** Draws into so much room, in px. */
  readonly children: (width: number) => ReactNode
}

/** A drawing with its title, the same as a table, and ways to take it along. */
export function Chart({ title, says, figures, name, height, children }: ChartProps): ReactNode {
  const { frame, width } = useWidth()
  const drawing = useRef<SVGSVGElement>(null)
  return (
    <figure className={styles.chart} ref={frame}>
      <figcaption className={styles.head}>
        <span className={styles.title}>{title}</span>
        <ChartFiles name={name} of={drawing} rows={() => [figures.columns, ...figures.rows]} />
      </figcaption>
      <svg
        ref={drawing}
        className={styles.drawing}
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="img"
        aria-label={says}
      >
        {children(width)}
      </svg>
      <Disclosure title={say('As a table')} level={3}>
        <FigureTable label={title} figures={figures} />
      </Disclosure>
    </figure>
  )
}

/** The drawing has as much room as the page gives it, so that its words keep their size. */
function useWidth(): {
  readonly frame: RefObject<HTMLElement | null>
  readonly width: number
} {
  const frame = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(640)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const watch = new ResizeObserver(([entry]) => {
      const room = Math.round(entry?.contentRect.width ?? 0)
      if (room > 0) setWidth(room)
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { frame, width }
}

function FigureTable({
  label,
  figures: { columns, rows },
}: {
  readonly label: string
  readonly figures: Figures
}): ReactNode {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" data-number={isNumber(rows, at) ? '' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(' ')}>
            {row.map((cell, at) => (
              <td key={columns[at]} data-number={typeof cell === 'number' ? '' : undefined}>
                {typeof cell === 'number' ? numberSaid(cell) : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isNumber = (rows: Figures['rows'], at: number): boolean => typeof rows[0]?.[at] === 'number'

const numberSaid = (value: number): string => number(value, { maximumFractionDigits: 2 })
