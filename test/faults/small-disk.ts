import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own size, in memory, that can be filled and emptied again. */
export interface SmallDisk {
  readonly path: string
  readonly freeBytes: () => number
  /** Takes all the room there is. */
  readonly fill: () => void
  /** Gives back what `fill` took. */
  readonly free: () => void
  readonly remove: () => void
}

/** Undefined where this process may not mount one: that takes root, and a system that lets it. */
export function openSmallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'throughline-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      stdio: 'ignore',
    })
  } catch {
    rmSync(path, { recursive: true })
    return undefined
  }
  chmodSync(path, 0o755)
  const ballast = join(path, 'ballast')
  return {
    path,
    freeBytes: () => {
      const { bavail, bsize } = statfsSync(path)
      return bavail * bsize
    },
    fill: () => {
      const file = openSync(ballast, 'a')
      for (let size = 1 << 20; size >= 1;)
        try {
          // Short where there is room for a part of it only.
          if (writeSync(file, Buffer.alloc(size)) < size) size = Math.floor(size / 2)
        } catch {
          size = Math.floor(size / 2)
        }
      closeSync(file)
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      execFileSync('umount', ['-l', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}
