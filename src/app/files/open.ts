import { join } from 'node:path'
import type { Log } from '../log.ts'
import type { Keeper } from './keeper.ts'
import { shelfOnDisk } from './on-disk.ts'
import { sharpHere } from './picture.ts'
import type { FileSettings } from './settings.ts'
import type { Shelf } from './shelf.ts'

/** Where files lie below the data directory. */
export const filesFolder = (dataDir: string): string => join(dataDir, 'files')

/** The files of an instance, as it is configured. */
export async function openFiles(
  settings: FileSettings,
  dataDir: string,
  log: Log,
): Promise<Keeper> {
  const shelf = await shelfOf(settings, dataDir)
  const sharp = sharpHere()
  void sharp.then((found) => {
    if (found === undefined)
      log.info('images are kept as they come and are not shown: sharp does not run on this machine')
  })
  const incoming = join(filesFolder(dataDir), 'incoming')
  return { shelf, incoming, largest: settings.largest, sharp }
}

/** Where the bytes lie. */
export const shelfOf = async ({ s3 }: FileSettings, dataDir: string): Promise<Shelf> =>
  // What signs for such a store is loaded where there is one.
  s3 === undefined ? shelfOnDisk(filesFolder(dataDir)) : (await import('./in-s3.ts')).shelfInS3(s3)
