import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { invalid, Problem } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'

/** A file that came in whole, in a place of its own until it is done with. */
export interface TakenIn {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/**
 * Writes what comes into a file, and says what it is. Throws `limited` (413) where it is larger than `largest`
 * bytes and `invalid` where it is empty; whatever is thrown, nothing of it stays.
 */
export async function takeIn(
  folder: string,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
  largest: number,
): Promise<TakenIn> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, id)
  try {
    return await written(path, bytes, largest)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** What a file is now, after something else was written into it. */
export async function measured(path: string): Promise<TakenIn> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length
    hash.update(chunk)
  }
  return { path, size, sha256: hash.digest('hex') }
}

/** Takes away what a process that died has left on its way in. */
export async function sweepIncoming(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < before) await rm(path, { force: true })
  }
}

async function written(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  largest: number,
): Promise<TakenIn> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    const from = patient(bytes)
    for (let step = await from.next(); step.done !== true; step = await from.next()) {
      const chunk = step.value
      size += chunk.length
      if (size > largest) throw tooLarge(largest)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
  } finally {
    await file.close()
  }
  if (size === 0) throw invalid(sentence('The file is empty. Choose one with something in it.'))
  return { path, size, sha256: hash.digest('hex') }
}

/** That whoever sends breaks off is theirs to know, and no fault of this place. */
function patient(bytes: AsyncIterable<Uint8Array>): AsyncIterator<Uint8Array> {
  const from = bytes[Symbol.asyncIterator]()
  return {
    next: () =>
      from.next().catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET') throw error
        throw invalid(
          sentence('The file broke off on its way. Nothing of it was kept: send it again.'),
        )
      }),
  }
}

const tooLarge = (largest: number): Problem =>
  new Problem(
    'limited',
    sentence(
      'This file is larger than {most}, the largest that is taken here. Make it smaller, or keep it elsewhere and write where.',
      { most: sizeSaid(largest) },
    ),
    [],
    { tooLarge: true, limit: largest },
  )

const sizeSaid = (bytes: number): string =>
  bytes < 1e6 ? `${bytes.toLocaleString('en')} bytes` : `${Math.floor(bytes / 1e5) / 10} MB`
