import { createHash } from 'node:crypto'
import { Problem } from '../../engine/problem.ts'
import type { Pieces } from './pieces.ts'

/** The files beside a database, as a backup reads and writes them. A name ends in the SHA-256 of its bytes. */
export interface Beside {
  readonly names: () => AsyncIterable<string>
  /** Opened, it stays what it was; undefined where it has gone meanwhile. */
  readonly open: (
    name: string,
  ) => Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> } | undefined>
  readonly has: (name: string) => Promise<boolean>
  readonly keep: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  readonly remove: (name: string) => Promise<void>
}

/** What a backup holds of files. */
export interface FilesHeld {
  readonly count: number
  readonly bytes: number
  /** Those that are not any more what they were when they came; they are not in it. */
  readonly damaged: readonly string[]
}

/** Each file as a line that names it and says its length, and then its bytes. What it returns is what they were. */
export async function* filesOf(
  beside: Beside,
  line: (about: object) => Buffer,
): AsyncGenerator<Uint8Array, FilesHeld> {
  let [count, bytes] = [0, 0]
  const damaged: string[] = []
  for await (const name of beside.names()) {
    if (!(await isWhole(beside, name))) {
      if (await beside.has(name)) damaged.push(name)
      continue
    }
    const file = await beside.open(name)
    if (file === undefined) continue
    yield line({ file: name, bytes: file.size })
    yield* file.bytes
    count += 1
    bytes += file.size
  }
  return { count, bytes, damaged }
}

/**
 * Takes a file of a backup in. Throws `invalid` where it is not what its name says, and then keeps nothing of
 * it. Returns whether it is there now and was not before. Without a place for it, it is only compared.
 */
export async function takeFile(
  beside: Beside | undefined,
  pieces: Pieces,
  about: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const [name, size] = [String(about['file']), Number(about['bytes'])]
  if (!/^[0-9a-f-]{36}\/[0-9a-f]{64}$/.test(name) || !Number.isSafeInteger(size) || size < 0)
    throw damagedFile(name)
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of pieces.bytes(size)) {
      hash.update(chunk)
      yield chunk
    }
    if (hash.digest('hex') !== digestIn(name)) throw damagedFile(name)
  }
  if (beside === undefined || (await beside.has(name))) {
    for await (const _ of hashed()) void _
    return false
  }
  await beside.keep(name, hashed())
  return true
}

async function isWhole(beside: Beside, name: string): Promise<boolean> {
  const file = await beside.open(name)
  if (file === undefined) return false
  const hash = createHash('sha256')
  for await (const chunk of file.bytes) hash.update(chunk)
  return hash.digest('hex') === digestIn(name)
}

const digestIn = (name: string): string => name.slice(name.indexOf('/') + 1)

const damagedFile = (name: string): Problem =>
  new Problem(
    'invalid',
    `The backup is damaged: the file ${name.slice(0, 110)} is not what it was. Take another one; nothing was restored.`,
  )
