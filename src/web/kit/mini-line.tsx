import { memo, type ReactNode } from 'react'
import { MarkPaths, markClass } from './mark.tsx'
import type { MarkState } from './mark-shapes.ts'
import styles from './mini-line.module.css'
import { say } from '../words/say.ts'
import { has, sayLine, type StationName, stations } from './stations.ts'

export interface MiniLineProps {
  /** Bit i is the station at place i, heard 0 to learned 7. */
  readonly mask: number
  /** Those of the mask that are not finished yet, drawn as outlines. */
  readonly open?: number | undefined
  /** The line is cut where something was decided that has to be looked at again. */
  readonly isBroken?: boolean | undefined
}

const step = 15
const size = 12

/**
 * Which stations a record is linked to. The width never changes, so a column of these reads as a
 * chart; the thread joins neighbours that both exist, so a gap in it is a gap in the argument.
 */
export const MiniLine = memo(function MiniLine({
  mask,
  open = 0,
  isBroken = false,
}: MiniLineProps): ReactNode {
  return (
    <svg
      className={styles.mini}
      viewBox="0 0 117 12"
      width={117}
      height={12}
      role="img"
      aria-label={isBroken ? say('broken; {line}', { line: sayLine(mask) }) : sayLine(mask)}
      data-broken={isBroken || undefined}
    >
      <path className={styles.thread} d={thread(mask)} />
      {drawn(mask).map(({ name, place }) => {
        const state = stateOf(mask, open, place)
        return (
          <g
            key={name}
            className={markClass(name, state)}
            transform={`translate(${place * step} 0)`}
          >
            <MarkPaths station={name} size={size} state={state} />
          </g>
        )
      })}
      {isBroken && <path className={styles.cut} d={cut} />}
    </svg>
  )
})

/** Two slanted ends with nothing between them, right after the mark of what was decided. */
const cut = `M${4 * step + 11.6} 11L${4 * step + 13} 1M${4 * step + 14} 11L${4 * step + 15.4} 1`

interface Drawn {
  readonly name: StationName
  readonly place: number
}

/** What has a mark: an optional station only where it exists. */
const drawn = (mask: number): readonly Drawn[] =>
  stations.flatMap(({ name, optional }, place) =>
    optional === true && !has(mask, place) ? [] : [{ name, place }],
  )

function thread(mask: number): string {
  const marks = drawn(mask)
  return marks
    .flatMap(({ place }, i) => {
      const next = marks[i + 1]?.place
      const joined = next !== undefined && has(mask, place) && has(mask, next)
      return joined ? [`M${place * step + 11.5} 6H${next * step + 0.5}`] : []
    })
    .join('')
}

function stateOf(mask: number, open: number, place: number): MarkState {
  if (!has(mask, place)) return 'missing'
  return has(open, place) ? 'open' : 'done'
}
