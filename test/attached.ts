import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { filesFolder } from '../src/app/files/open.ts'
import { placeOnDisk } from '../src/app/files/on-disk.ts'
import type { KeptFile } from '../src/engine/kept-file.ts'

const content = 'what stands in a file\n'
const sha256 = createHash('sha256').update(content).digest('hex')

/** A file as an instance would have found it to be. */
export const aFile = (name: string): KeptFile => ({
  name,
  type: 'text/plain',
  size: Buffer.byteLength(content),
  sha256,
  width: null,
  height: null,
})

/** Puts its bytes where the instance of a data directory keeps those of a workspace. */
export function putBytes(dataDir: string, workspaceId: string): void {
  const place = placeOnDisk(filesFolder(dataDir), { workspaceId, sha256 })
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, content)
}
