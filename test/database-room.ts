import { rmSync } from 'node:fs'
import { makeRoom, roomVariable } from './database.ts'

let room: string | undefined

/** Vitest's global set-up: a place for the one server that a run may start, gone when the run ends. */
export function setup(): void {
  room = makeRoom()
  process.env[roomVariable] = room
}

export function teardown(): void {
  if (room !== undefined) rmSync(room, { recursive: true, force: true })
}
