import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { broken, noDirectory } from './refusals.ts'
import { makeFolder, readJson, replaceFile, writeWhole } from './whole-file.ts'

/**
 * Where a cluster lives with what belongs to it:
 *   data/ (PostgreSQL's own) · users/ · lock.N · server.log · password · endpoint.json · *.conf · throughline.json
 */
export interface Home {
  readonly path: string
  /** PostgreSQL's data directory; there once the cluster is made, whole. */
  readonly data: string
  /** Twelve letters that name this home on this machine and no other, a copy of it neither. */
  readonly key: string
}

/**
 * The home of a data directory, made if it is not there. `postgres.json` in the data directory says
 * where it is: beside it in `postgres/`, or as root in a folder of `systemDir`, since the user as
 * whom the server then runs cannot get into a private home.
 */
export function findHome(dataDir: string, systemDir: string): Home {
  const place = prepare(dataDir)
  const pointer = join(place, 'postgres.json')
  const told = pointed(pointer)
  if (told !== undefined) return known(place, told, pointer)
  if (process.getuid?.() !== 0) return begin(place, 'postgres', pointer)
  prepareSystemDir(systemDir)
  return begin(place, join(systemDir, firstFree(systemDir, hash(place))), pointer)
}

function prepare(dataDir: string): string {
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const place = realpathSync(dataDir)
  if (!lstatSync(place).isDirectory()) throw noDirectory(place)
  if (existsSync(join(place, 'PG_VERSION'))) {
    throw broken(
      `${place} is the data directory of another PostgreSQL. Choose an empty directory with --data, ` +
        'or start that PostgreSQL and set DATABASE_URL.',
    )
  }
  return place
}

function pointed(pointer: string): string | undefined {
  if (!existsSync(pointer)) return undefined
  const said = readJson(pointer)
  if (
    typeof said === 'object' &&
    said !== null &&
    'home' in said &&
    typeof said.home === 'string'
  ) {
    return said.home
  }
  throw broken(
    `${pointer} should say where the database is and cannot be read. Put it back from a backup, or ` +
      'write {"home": "postgres"} into it, with the full path where the database is elsewhere.',
  )
}

function known(place: string, told: string, pointer: string): Home {
  const path = isAbsolute(told) ? told : join(place, told)
  if (!existsSync(path)) {
    throw broken(
      `The database of ${place} is gone: ${pointer} says it is in ${path}, which is not there. Put that ` +
        `directory back, or remove ${pointer} to begin with an empty database.`,
    )
  }
  refuseForeign(path)
  return homeAt(path)
}

function begin(place: string, told: string, pointer: string): Home {
  const path = isAbsolute(told) ? told : join(place, told)
  makeFolder(path, isAbsolute(told) ? 0o755 : 0o700)
  refuseForeign(path)
  replaceFile(join(path, marker), JSON.stringify({ product: 'Throughline', of: place }), 0o644)
  try {
    writeWhole(pointer, `${JSON.stringify({ home: told })}\n`, 0o644)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // Another process began at the same time and wrote it first.
    return known(place, pointed(pointer) ?? told, pointer)
  }
  return homeAt(path)
}

const marker = 'throughline.json'

function refuseForeign(path: string): void {
  if (!lstatSync(path).isDirectory()) throw noDirectory(path)
  // Another process that begins here at this moment has put down no more than the draft of its marker.
  if (isEmpty(path) || existsSync(join(path, marker)) || isOnlyBegun(path)) return
  throw broken(
    `${path} holds something that Throughline did not put there. Move it away, or choose another ` +
      'directory with --data.',
  )
}

function homeAt(given: string): Home {
  const path = realpathSync(given)
  return { path, data: join(path, 'data'), key: hash(path) }
}

function prepareSystemDir(systemDir: string): void {
  mkdirSync(dirname(systemDir), { recursive: true })
  makeFolder(systemDir, 0o755)
  const { uid, mode } = lstatSync(systemDir)
  if (uid === 0 && (mode & 0o022) === 0) return
  throw broken(
    `${systemDir} must belong to root and be writable by root alone, since programs are started from it. ` +
      `Mend that with: chown root ${systemDir} && chmod 755 ${systemDir}`,
  )
}

/**
 * A folder left by a data directory that somebody has removed since is not taken up again: who
 * removes the directory means the database, and another data directory may point to it by now.
 */
function firstFree(systemDir: string, wanted: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`
    const path = join(systemDir, name)
    if (!existsSync(path) || isEmpty(path) || isOnlyBegun(path)) return basename(path)
  }
}

const isEmpty = (path: string): boolean => readdirSync(path).length === 0

const isOnlyBegun = (path: string): boolean =>
  readdirSync(path).every((name) => name.startsWith(marker))

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
