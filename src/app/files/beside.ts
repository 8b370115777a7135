import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Beside } from '../../store/backup/files.ts'
import { filesFolder, shelfOf } from './open.ts'
import { placeOnDisk, workspacesOn } from './on-disk.ts'
import type { FileSettings } from './settings.ts'
import type { FileName } from './shelf.ts'

/** The files of an instance, as a backup reads those on its disk and a restoration puts them where they belong. */
export async function filesBeside(settings: FileSettings, dataDir: string): Promise<Beside> {
  const folder = filesFolder(dataDir)
  const shelf = await shelfOf(settings, dataDir)
  return {
    async *names() {
      for (const workspaceId of await workspacesOn(folder))
        for await (const { sha256 } of shelf.all(workspaceId)) yield `${workspaceId}/${sha256}`
    },
    open: async (name) => {
      const file = await open(placeOnDisk(folder, nameOf(name))).catch(() => undefined)
      if (file === undefined) return undefined
      const { size } = await file.stat()
      return { size, bytes: file.createReadStream() }
    },
    has: (name) => shelf.has(nameOf(name)),
    keep: async (name, bytes) => {
      const incoming = join(folder, 'incoming')
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const path = join(incoming, name.replace('/', '.'))
      try {
        await pipeline(bytes, createWriteStream(path, { mode: 0o600 }))
        await shelf.keep(nameOf(name), path)
      } finally {
        await rm(path, { force: true })
      }
    },
    remove: (name) => shelf.remove(nameOf(name)),
  }
}

function nameOf(name: string): FileName {
  const [workspaceId = '', sha256 = ''] = name.split('/')
  return { workspaceId, sha256 }
}
