import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isUuid } from '../../engine/ids.ts'
import { isDigest, type FileName, type Shelf, type Shelved } from './shelf.ts'

/**
 * Files on disk: a folder for each workspace, in it one for the first two letters of the digest. What is
 * there is whole and on the disk: it is written beside its place, synced, and moved.
 */
export function shelfOnDisk(folder: string): Shelf {
  const placeOf = (name: FileName): string => placeOnDisk(folder, name)
  return {
    keep: async (name, path) => {
      const place = placeOf(name)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await keepAt(place, path)
    },
    open: async (name) => {
      const file = await open(placeOf(name)).catch(notThere)
      return file?.createReadStream()
    },
    has: async (name) => (await stat(placeOf(name)).catch(notThere)) !== undefined,
    all: (workspaceId) => filesIn(folder, workspaceId),
    remove: (name) => rm(placeOf(name), { force: true }),
  }
}

/** Where a file lies. */
export const placeOnDisk = (folder: string, { workspaceId, sha256 }: FileName): string =>
  join(folder, workspaceId, sha256.slice(0, 2), sha256)

/** The workspaces that have a folder. */
export async function workspacesOn(folder: string): Promise<readonly string[]> {
  return ((await readdir(folder).catch(notThere)) ?? []).filter(isUuid)
}

async function keepAt(place: string, path: string): Promise<void> {
  const beside = `${place}.${process.pid}.${(count += 1)}.part`
  try {
    await copyFile(path, beside, constants.COPYFILE_EXCL)
    const file = await open(beside, 'r+')
    try {
      await file.chmod(0o600)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, place)
    await syncFolder(dirname(place))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Two that keep the same file at once each write beside it under a name of their own. */
let count = 0

/** A name that was moved is on the disk once its folder is. Windows opens no folders, and needs it not. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder).catch(() => undefined)
  await opened?.sync().catch(() => undefined)
  await opened?.close()
}

async function* filesIn(folder: string, workspaceId: string): AsyncGenerator<Shelved> {
  const own = join(folder, workspaceId)
  for (const part of (await readdir(own).catch(notThere)) ?? [])
    for (const sha256 of (await readdir(join(own, part)).catch(notThere)) ?? []) {
      if (!isDigest(sha256)) continue
      const found = await stat(join(own, part, sha256)).catch(notThere)
      if (found !== undefined) yield { workspaceId, sha256, keptAt: found.mtimeMs }
    }
}

function notThere(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
}
