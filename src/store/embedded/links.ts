import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { isAlive } from './processes.ts'
import { readJson } from './whole-file.ts'

/** A link that the package needs and npm cannot carry: `target` is to lead to `source`. */
export interface Link {
  readonly source: string
  readonly target: string
}

/** The links that a package's `native` folder needs, relative to that folder. */
export function linksOf(native: string): readonly Link[] {
  const said = readJson(join(native, 'pg-symlinks.json'))
  if (!Array.isArray(said)) return []
  return (said as readonly Link[]).map(({ source, target }) => ({
    source: relative('native', source),
    target: relative('native', target),
  }))
}

/** Makes those that are not there. Two processes may do so at once. */
export function makeLinks(folder: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/**
 * Puts a package's `native` folder on a shelf that anyone can read, and says where: hard links,
 * which cost nothing, or copies across devices and of files that only their owner may read. It is
 * there whole or not at all.
 */
export function shelve(native: string, shelf: string, version: string): string {
  const place = join(shelf, version)
  if (existsSync(place)) return place
  makeReadableFolder(shelf)
  dropDead(shelf)
  const draft = join(shelf, `${version}.new.${process.pid}`)
  rmSync(draft, { recursive: true, force: true })
  putFolder(native, draft)
  makeLinks(draft, linksOf(native))
  try {
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another process was quicker, with the same files.
    if (!existsSync(place)) throw error
  }
  return place
}

function dropDead(shelf: string): void {
  for (const name of readdirSync(shelf)) {
    const pid = /\.new\.(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(shelf, name), { recursive: true })
  }
}

function putFolder(from: string, to: string): void {
  makeReadableFolder(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory() && !isForCompilers(source)) putFolder(source, target)
    if (entry.isFile() && !isForCompilers(source)) putFile(source, target)
  }
}

/** Only those who compile against PostgreSQL need these, and they are a seventh of it. */
const isForCompilers = (path: string): boolean =>
  path.endsWith('.a') || ['pkgconfig', 'pgxs', 'include'].includes(basename(path))

function putFile(source: string, target: string): void {
  const { mode } = statSync(source)
  const open = 0o444 | (isProgram(source) ? 0o111 : 0)
  if ((mode & open) === open && isLinked(source, target)) return
  copyFileSync(source, target, constants.COPYFILE_FICLONE)
  chmodSync(target, 0o644 | open)
}

const isProgram = (path: string): boolean => basename(dirname(path)) === 'bin'

function isLinked(source: string, target: string): boolean {
  try {
    linkSync(source, target)
    return true
  } catch {
    return false
  }
}

function makeReadableFolder(path: string): void {
  if (existsSync(path)) return
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o755)
}
