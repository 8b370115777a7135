import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Says in the data directory where the instance answers, for the command line on the same machine.
 * Returns how to take that back: an instance that was there before and still runs is then named again.
 */
export function tellAddress(dataDir: string, url: string): () => void {
  const path = join(dataDir, 'instance.json')
  const before = read(path)
  const text = `${JSON.stringify({ url, pid: process.pid })}\n`
  writeFileSync(path, text)
  return () => {
    if (read(path) !== text) return
    if (before !== undefined && isRunning(before)) writeFileSync(path, before)
    else rmSync(path, { force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function isRunning(text: string): boolean {
  try {
    const { pid } = JSON.parse(text) as { readonly pid?: unknown }
    return typeof pid === 'number' && process.kill(pid, 0)
  } catch {
    return false
  }
}
