import type { Readable } from 'node:stream'

/** Where the bytes of files lie: on this machine's disk, or in a store that speaks S3. */
export interface Shelf {
  /** Keeps a file from a path under its name, wholly or not at all; one that is there already is made young again. */
  readonly keep: (name: FileName, path: string) => Promise<void>
  /** Its bytes; undefined where there are none. */
  readonly open: (name: FileName) => Promise<Readable | undefined>
  readonly has: (name: FileName) => Promise<boolean>
  /** Everything of one workspace, in no order. */
  readonly all: (workspaceId: string) => AsyncIterable<Shelved>
  readonly remove: (name: FileName) => Promise<void>
}

/** Bytes are named by what they are: two files that are the same in one workspace are one. */
export interface FileName {
  readonly workspaceId: string
  /** SHA-256 in hex. */
  readonly sha256: string
}

export interface Shelved extends FileName {
  /** When it was last kept, in milliseconds since 1970. */
  readonly keptAt: number
}

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
