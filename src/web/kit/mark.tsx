import type { ReactNode } from 'react'
import { cls } from './cls.ts'
import { type MarkSize, type MarkState, markShapes } from './mark-shapes.ts'
import styles from './mark.module.css'
import type { StationName } from './stations.ts'

export interface MarkProps {
  readonly station: StationName
  readonly size?: MarkSize | undefined
  readonly state?: MarkState | undefined
  /** Give one only where no word stands beside the mark. */
  readonly label?: string | undefined
}

/** A station's silhouette: filled where it is done, outlined where unfinished, thin where missing. */
export function Mark({ station, size = 16, state = 'done', label }: MarkProps): ReactNode {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      className={markClass(station, state)}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      {...named}
    >
      <MarkPaths station={station} size={size} state={state} />
    </svg>
  )
}

/** The paths alone, for a drawing that holds several marks. */
export function MarkPaths({ station, size, state }: Required<Omit<MarkProps, 'label'>>): ReactNode {
  return markShapes[station][size ?? 16][state ?? 'done'].map(([path, width]) =>
    width === 0 ? (
      <path key={path} d={path} fill="currentColor" />
    ) : (
      <path key={path} d={path} stroke="currentColor" strokeWidth={width} />
    ),
  )
}

export const markClass = (station: StationName, state: MarkState): string =>
  cls(styles.mark, state === 'missing' ? styles.missing : styles[station])
