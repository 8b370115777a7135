import { Buffer } from 'node:buffer'
import type { Actor } from '../src/engine/access.ts'
import { inspect } from '../src/surfaces/transfer/inspect.ts'
import { checkFile, runFile, type Checked, type Report } from '../src/surfaces/transfer/intake.ts'
import type { Mapping } from '../src/surfaces/transfer/mapping.ts'
import type { Store } from '../src/store/store.ts'
import { realPorts } from '../src/app/ports.ts'

/** Imports a CSV as it comes in by the door, without the door: what it would do, and what it does. */
export function importing(
  store: Store,
  actor: Actor,
): {
  readonly check: (csv: string, mapping: Mapping) => Promise<Checked>
  readonly run: (csv: string, mapping: Mapping) => Promise<Report>
} {
  const intake = {
    store,
    actor,
    newId: realPorts().newId,
    signal: undefined,
    cause: undefined,
    onProgress: () => undefined,
  }
  const open = (csv: string) =>
    async function* opened(): AsyncIterable<Uint8Array> {
      yield Buffer.from(csv)
    }
  return {
    check: async (csv, mapping) =>
      checkFile(intake, await inspect(open(csv), store.catalogue), open(csv), mapping),
    run: async (csv, mapping) =>
      runFile(intake, await inspect(open(csv), store.catalogue), open(csv), mapping),
  }
}
