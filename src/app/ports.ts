import { randomBytes } from 'node:crypto'
import { uuid7 } from '../engine/ids.ts'
import type { Ports } from '../engine/ports.ts'
import { work } from './aside/work.ts'

/** The real time, ids and chance of a running instance. */
export const realPorts = (): Ports => ({
  now: () => new Date(),
  newId: uuid7(Date.now, pooled),
  newSecret: () => randomBytes(32).toString('base64url'),
  work,
})

/** Ids take ten bytes each, and a call to the system for every one would cost more than the rest of making them. */
function pooled(count: number): Uint8Array {
  if (at + count > pool.length) {
    pool = randomBytes(4096)
    at = 0
  }
  at += count
  return pool.subarray(at - count, at)
}

let pool = randomBytes(0)
let at = 0
