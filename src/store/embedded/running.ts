import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries } from './binaries.ts'
import { type Endpoint } from './endpoint.ts'
import { type Home } from './home.ts'
import { commandOf, isAlive, isTaken, signal, titled } from './processes.ts'
import { titleOf } from './settings.ts'
import { readText } from './whole-file.ts'

/** A server of ours that is there; `state` is its own word for it. */
export interface Running {
  readonly pid: number
  readonly endpoint: Endpoint
  readonly state: 'starting' | 'ready' | 'stopping'
}

/**
 * The home's server, if one runs. What postmaster.pid says is believed only if its process lives
 * and was started on this very directory: the number may have gone to another process since, and
 * the file may have come along with a copy of the directory.
 */
export function findRunning(home: Home): Running | undefined {
  const said = readPostmaster(home)
  if (said === undefined || said.data !== home.data || !isAlive(said.pid)) return undefined
  const command = commandOf(said.pid)
  if (command !== undefined && !command.includes(`-D ${home.data}`)) return undefined
  return { pid: said.pid, endpoint: said.endpoint, state: said.state }
}

/** Whether postmaster.pid bars a new server though no server runs: its number is another's now. */
export function isBarred(home: Home): boolean {
  const said = readPostmaster(home)
  return said !== undefined && findRunning(home) === undefined && isTaken(said.pid)
}

export const postmasterFile = (home: Home): string => join(home.data, 'postmaster.pid')

/**
 * Ends what a killed server left: its processes end by themselves when they next look up, but a
 * long statement does not look up, and while one lives no new server can start.
 */
export async function endOrphans(home: Home): Promise<void> {
  const prefix = `postgres: ${titleOf(home.key)}:`
  for (let round = 0; round < 200; round += 1) {
    const left = titled(prefix)
    if (left.length === 0) return
    for (const pid of left) signal(pid, round < 40 ? 'SIGQUIT' : 'SIGKILL')
    await sleep(25)
  }
}

/** Stops a server: at once for its clients, with everything on disk. Resolves when it is gone. */
export async function stopRunning({ pid }: Running, home: Home, binaries: Binaries): Promise<void> {
  // Windows has no signals: there each of ours would be a kill.
  if (process.platform === 'win32') {
    const args = ['stop', '-D', home.data, '-m', 'fast', '-s', '-w', '-t', '60']
    spawnSync(join(binaries.folder, 'pg_ctl.exe'), args, { stdio: 'ignore' })
    if (await isGone(pid, 1_000)) return
  }
  // The second and third are for a server that hangs; neither loses anything acknowledged.
  for (const [name, patience] of urgency) {
    signal(pid, name)
    if (await isGone(pid, patience)) return
  }
}

const urgency: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 60_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
]

async function isGone(pid: number, patience: number): Promise<boolean> {
  for (const begun = Date.now(); Date.now() - begun < patience; await sleep(10)) {
    if (!isAlive(pid)) return true
  }
  return false
}

interface Postmaster {
  readonly pid: number
  readonly data: string
  readonly endpoint: Endpoint
  readonly state: Running['state']
}

function readPostmaster(home: Home): Postmaster | undefined {
  const lines = readText(postmasterFile(home))?.split('\n')
  if (lines === undefined) return undefined
  const [pid = '', data = '', , port = '', directory = '', , , state = ''] = lines
  return {
    pid: Number(pid),
    data,
    endpoint:
      directory === ''
        ? { kind: 'tcp', port: Number(port) }
        : { kind: 'socket', directory, port: Number(port) },
    state: state.startsWith('ready') ? 'ready' : state.startsWith('stop') ? 'stopping' : 'starting',
  }
}
