import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  lchownSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file so that it is there whole or not at all, whatever happens meanwhile. Root writes
 * into folders of other users here, so nothing is ever opened through a name that they could have
 * made into a link, and what root writes belongs to the owner of the folder.
 */
export function replaceFile(path: string, text: string, mode: number): void {
  // What is there already is not written again: a server must come back although the disk is full.
  if (readText(path) === text) return
  const draft = `${path}.${nonce()}`
  try {
    writeNew(draft, text, mode)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Writes a file that must not be there yet (`EEXIST` otherwise), and sees it onto the disk. */
export function writeNew(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    fchmodSync(file, mode)
    giveToOwnerOfFolder(file, path)
    writeSync(file, text)
    fsyncSync(file)
  } catch (error) {
    rmSync(path, { force: true })
    // What fails on an open file does not name it, and a refusal must.
    if (error instanceof Error) Object.assign(error, { path })
    throw error
  } finally {
    closeSync(file)
  }
}

/** As `writeNew`, and whole for whoever looks at the same moment. */
export function writeWhole(path: string, text: string, mode: number): void {
  const draft = `${path}.${nonce()}`
  try {
    writeNew(draft, text, mode)
    linkSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Writes over a file that is there, without asking the disk for new room; not all at once. */
export function overwrite(path: string, text: string): void {
  const file = openSync(path, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    ftruncateSync(file, writeSync(file, text))
  } finally {
    closeSync(file)
  }
}

/** As root, gives an open file to whoever owns the folder it lies in. */
export function giveToOwnerOfFolder(file: number, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  fchownSync(file, uid, gid)
}

/** Makes one folder with exactly this mode, whatever the umask; says whether it was new. */
export function makeFolder(path: string, mode: number): 'new' | 'there' {
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'there'
    throw error
  }
  chmodSync(path, mode)
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(dirname(path))
    lchownSync(path, uid, gid)
  }
  return 'new'
}

/** The JSON in a file; undefined when it is not there, is not JSON, or is only half written. */
export function readJson(path: string): unknown {
  const text = readText(path)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The text of a file; undefined when it is not there. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export const nonce = (): string => randomBytes(6).toString('hex')
