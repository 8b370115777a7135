import type { WriteStream } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { invalid } from '../../engine/problem.ts'

/** A file that is there is whole and on the disk: it is written beside its place and moved when it is done. */
export async function whollyInto<T>(
  path: string,
  write: (file: WriteStream) => Promise<T>,
  mode = 0o666,
): Promise<T> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  let file: FileHandle | undefined
  try {
    // Opened before it is written to: a stream that opens by itself fails where nobody listens yet.
    file = await open(beside, 'wx', mode)
    const done = await write(file.createWriteStream({ flush: true }))
    await rename(beside, path)
    return done
  } catch (fault) {
    await file?.close().catch(() => undefined)
    await rm(beside, { force: true })
    const code = (fault as NodeJS.ErrnoException).code ?? ''
    if (/^(EACCES|EPERM|ENOENT|EISDIR|ENOSPC|EROFS|ENOTDIR)$/.test(code))
      throw invalid(`${path} cannot be written (${code}). Name another file with --out.`)
    throw fault
  }
}
