import { rmSync } from 'node:fs'
import { makeRoom, roomVariable } from './database.ts'

/** Vitest's global set-up: a place for the one server that a run may start, gone when the run ends. */
export default function setUp(): () => void {
  const room = makeRoom()
  process.env[roomVariable] = room
  return () => rmSync(room, { recursive: true, force: true })
}
