import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileNameOf } from '../../areas/people/index.ts'
import type { KeptFile } from '../../engine/kept-file.ts'
import { drawAnew, isPicture, type sharpHere } from './picture.ts'
import type { Shelf } from './shelf.ts'
import { typeOf } from './sniff.ts'
import { measured, takeIn, type TakenIn } from './take-in.ts'

/** Files on their way in. */
export interface Keeper {
  readonly shelf: Shelf
  /** Where files lie until they are on the shelf. */
  readonly incoming: string
  /** In bytes. */
  readonly largest: number
  /** sharp, or undefined where images are not drawn anew on this machine. */
  readonly sharp: ReturnType<typeof sharpHere>
}

/** A file that came in and is known for what it is; not yet on the shelf. */
export interface Known {
  readonly file: KeptFile
  /** The digest of what was sent, before an image was drawn anew. */
  readonly sent: string
  /** Puts it on the shelf of a workspace. */
  readonly keep: (workspaceId: string) => Promise<void>
}

/**
 * Takes a file in, finds out what it is, and hands it on; afterwards nothing of it is left on the way,
 * whatever happened.
 */
export async function withFile<T>(
  { shelf, incoming, largest, sharp }: Keeper,
  id: string,
  called: string,
  bytes: AsyncIterable<Uint8Array>,
  work: (known: Known) => Promise<T>,
): Promise<T> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const drawn = join(incoming, `${id}.drawn`)
  const came = await takeIn(incoming, id, bytes, largest)
  try {
    const { kept, ...about } = await known(came, drawn, called, await sharp)
    return await work({
      file: { ...about, size: kept.size, sha256: kept.sha256 },
      sent: came.sha256,
      keep: (workspaceId) => shelf.keep({ workspaceId, sha256: kept.sha256 }, kept.path),
    })
  } finally {
    await rm(came.path, { force: true })
    await rm(drawn, { force: true })
  }
}

async function known(
  came: TakenIn,
  drawn: string,
  called: string,
  sharp: Awaited<ReturnType<typeof sharpHere>>,
): Promise<Omit<KeptFile, 'size' | 'sha256'> & { readonly kept: TakenIn }> {
  const type = await typeOf(came.path)
  const picture =
    sharp === undefined || !isPicture(type)
      ? undefined
      : await drawAnew(sharp, type, came.path, drawn)
  if (picture === undefined)
    return { name: fileNameOf(called), type, width: null, height: null, kept: came }
  const { endings, ...about } = picture
  return { name: fileNameOf(called, endings), ...about, kept: await measured(drawn) }
}
