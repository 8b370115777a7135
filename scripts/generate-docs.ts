/** Writes the documents that are worked out from the declaration. Each is reviewed as a diff; a test holds them current. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serverCatalogue } from '../src/areas/server.ts'
import { queriesDocument } from '../src/store/queries.ts'
import { openApi } from '../src/surfaces/rest/openapi.ts'
import manifest from '../package.json' with { type: 'json' }

export interface Generated {
  /** From the root of the package. */
  readonly path: string
  readonly make: () => string
}

export const generated: readonly Generated[] = [
  {
    path: 'docs/api.json',
    make: () => `${JSON.stringify(openApi(serverCatalogue, manifest.version), null, 2)}\n`,
  },
  { path: 'docs/queries.sql', make: () => queriesDocument(serverCatalogue) },
]

/** The document as it stands on disk; undefined when it was never written. */
export function standing({ path }: Generated): string | undefined {
  try {
    return readFileSync(absolute(path), 'utf8')
  } catch {
    return undefined
  }
}

const absolute = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const document of generated) {
    writeFileSync(absolute(document.path), document.make())
    process.stdout.write(`${document.path}\n`)
  }
