import type { Catalogue } from '../../engine/catalogue.ts'
import type { Readable, Writable } from 'node:stream'
import type { Kept } from '../../store/backup/backup.ts'
import type { Held } from '../../store/backup/write.ts'
import type { patientFetch } from './patient-fetch.ts'

/** What a command line stands in. Everything it reads or says goes through here, so that a test can be one. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Sink
  readonly stderr: Sink
  readonly stdin: NodeJS.ReadableStream
  readonly cwd: string
  readonly catalogue: Catalogue
  readonly fetch: typeof patientFetch
  readonly keeping: Keeping
}

/** What no API does, since who may do it is whoever has the machine: backups of an instance's database. */
export interface Keeping {
  readonly now: () => Date
  /** The data directory, where one is named, wins over the environment. */
  readonly write: (
    dataDir: string | undefined,
    out: Writable,
    at: string,
    onTable: (held: Held) => void,
  ) => Promise<Kept>
  readonly restore: (
    dataDir: string | undefined,
    source: Readable,
    onTable: (held: Held) => void,
  ) => Promise<Kept>
  /** Restores it into a database of its own and takes that away again. */
  readonly drill: (source: Readable, onTable: (held: Held) => void) => Promise<Kept>
}

export type Sink = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }

/** Writes a text and waits until the stream has taken it. */
export function say(sink: Sink, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(text, (fault) => (fault ? reject(fault) : resolve()))
  })
}

/** The reader has gone (`| head`): there is nobody left to tell, and nothing is wrong. */
export const isClosedPipe = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  (fault.code === 'EPIPE' || fault.code === 'ERR_STREAM_DESTROYED')
