import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** One process and no later one with the same number: a number comes back, a start does not. */
export interface Process {
  readonly pid: number
  /** When it started, in the system's own words; empty where the system does not say. */
  readonly started: string
  /** The machine (its boot and its container) in which `pid` means this process. */
  readonly where: string
}

/** Whether what a file says is one. */
export const isProcess = (said: unknown): said is Process =>
  typeof said === 'object' && said !== null && 'pid' in said && 'started' in said && 'where' in said

export const self = (): Process => ({
  pid: process.pid,
  started: startOf(process.pid) ?? '',
  where: here(),
})

/** Where numbers of processes mean what they mean to us. */
export const here = (): string => (place ??= placeOfThisProcess())

/** Whether it still runs. Only asked of processes that are `here()`. */
export function runs(known: Process): boolean {
  if (!isAlive(known.pid)) return false
  const started = startOf(known.pid)
  return started === undefined || started === known.started
}

/** Whether a process with this number runs; one that is dead but not yet reaped does not. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && !/^[ZX]$/.test(statOf(pid)?.state ?? '')
}

/** Whether the number is in use at all, be it by a dead process that nobody has reaped. */
export function isTaken(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Sends a signal to a process that may be gone by now. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Its command line, arguments parted by spaces; undefined where it cannot be told. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') return commandFromProc(String(pid))
  if (process.platform === 'win32') return undefined
  return fromPs(['-o', 'command=', '-p', String(pid)])?.trim()
}

/** The running processes whose title begins so. Empty on Windows, which has no titles. */
export function titled(prefix: string): readonly number[] {
  if (process.platform === 'win32') return []
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && commandFromProc(name)?.startsWith(prefix))
      .map(Number)
      .filter(isAlive)
  }
  return (fromPs(['-axo', 'pid=,command=']) ?? '')
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found?.[2]?.startsWith(prefix))
    .map((found) => Number(found?.[1]))
    .filter(isAlive)
}

let place: string | undefined

function placeOfThisProcess(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return statOf(pid)?.started
  if (process.platform === 'win32') return ''
  return fromPs(['-o', 'lstart=', '-p', String(pid)])?.trim()
}

function statOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    // The name in the second field may hold spaces and brackets: count from the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', started: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

function commandFromProc(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return undefined
  }
}

function fromPs(args: readonly string[]): string | undefined {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
