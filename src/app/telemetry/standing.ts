import type { Meter } from '@opentelemetry/api'
import type { Standing } from './watching.ts'

/** How things stand, asked each time that metrics are sent. */
export function standingMeters(meter: Meter, standing: Standing): void {
  const gauge = (name: string, unit: string) => meter.createObservableGauge(name, { unit })
  const pool = gauge('throughline.pool.connections', '{connection}')
  pool.addCallback((result) => {
    const { used, idle, waiting } = standing.pool()
    result.observe(used, { state: 'used' })
    result.observe(idle, { state: 'idle' })
    result.observe(waiting, { state: 'waited for' })
  })
  const streams = gauge('throughline.live.streams', '{stream}')
  streams.addCallback((result) => result.observe(standing.streams()))
  const waiting = gauge('throughline.outbox.waiting', '{delivery}')
  const lag = gauge('throughline.outbox.lag', 's')
  meter.addBatchObservableCallback(
    async (result) => {
      const outbox = await standing.outbox()
      result.observe(waiting, outbox.waiting)
      result.observe(lag, outbox.eldestMs / 1000)
    },
    [waiting, lag],
  )
}
