import { rm } from 'node:fs/promises'
import { invalid } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'
import type { Bytes } from '../../surfaces/transfer/archive.ts'
import type { Keeper } from './keeper.ts'
import { isDigest } from './shelf.ts'
import { takeIn } from './take-in.ts'

/** The files of an instance, as an archive takes them along and brings them back. */
export const bytesFor = ({ shelf, incoming }: Keeper, newId: () => string): Bytes => ({
  open: (workspaceId, sha256) => shelf.open({ workspaceId, sha256 }),
  keep: async (workspaceId, sha256, bytes) => {
    // the archive itself is as large as is taken
    const came = await takeIn(incoming, newId(), bytes, Infinity)
    try {
      if (!isDigest(sha256) || came.sha256 !== sha256)
        throw invalid(
          sentence(
            'A file in the archive is not what it was. Nothing was imported; copy the archive again.',
          ),
        )
      await shelf.keep({ workspaceId, sha256 }, came.path)
    } finally {
      await rm(came.path, { force: true })
    }
  },
})
