import type { Watch } from '../../engine/watch.ts'
import type { Handle } from '../http.ts'

/** How things stand when they are looked at: the numbers behind the gauges. */
export interface Standing {
  /** Connections to the database: in use, idle, and how many wait for one. */
  readonly pool: () => { readonly used: number; readonly idle: number; readonly waiting: number }
  readonly streams: () => number
  /** Deliveries that wait, and how long the eldest that is due has waited, in milliseconds. */
  readonly outbox: () => Promise<{ readonly waiting: number; readonly eldestMs: number }>
}

/** Traces and metrics of one process. */
export interface Telemetry {
  readonly watch: Watch
  /** Tells the template of the address that the request at hand is answered at. */
  readonly route: (template: string) => void
  /** Watches requests. */
  readonly watched: (handle: Handle) => Handle
  readonly stand: (standing: Standing) => void
  /** Sends what is left, within so many milliseconds, and then nothing more. */
  readonly close: (graceMs: number) => Promise<void>
}
