import type { Bytes } from '../src/surfaces/transfer/archive.ts'

/** For archives of workspaces that have no files. */
export const noBytes: Bytes = {
  open: () => Promise.resolve(undefined),
  keep: () => Promise.reject(new Error('there are no files here')),
}
