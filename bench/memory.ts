import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Memory of processes, in bytes, where the system tells it (Linux); elsewhere undefined. */

/** What a process holds in memory now. */
export const residentOf = (pid: number): number | undefined =>
  kilobytes(`/proc/${pid}/status`, 'VmRSS')

/** The most that a process has held since `forgetPeak`. */
export const peakOf = (pid: number): number | undefined => kilobytes(`/proc/${pid}/status`, 'VmHWM')

export function forgetPeak(pid: number): void {
  if (existsSync(`/proc/${pid}/clear_refs`)) writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** A process and its children, pages that they share counted once. */
export function familyOf(pid: number): number | undefined {
  if (!existsSync('/proc')) return undefined
  const family = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && (Number(name) === pid || parentOf(Number(name)) === pid),
  )
  const sizes = family.map((name) => kilobytes(`/proc/${name}/smaps_rollup`, 'Pss'))
  return sizes.some((size) => size === undefined)
    ? undefined
    : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}

export function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

function kilobytes(path: string, name: string): number | undefined {
  try {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(path, 'utf8'))?.[1]
    return found === undefined ? undefined : Number(found) * 1024
  } catch {
    return undefined
  }
}
