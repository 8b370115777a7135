/** Writes the documents that are worked out from the declaration. Each is reviewed as a diff; a test holds them current. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serverCatalogue } from '../src/areas/server.ts'
import { queriesDocument } from '../src/store/queries.ts'
import { problemCodes } from '../src/engine/problem.ts'
import { exitCodes } from '../src/surfaces/cli/failure.ts'
import { cliDocument } from '../src/surfaces/cli/reference.ts'
import { verbsOf } from '../src/surfaces/cli/verbs.ts'
import { problems } from '../src/surfaces/rest/problem.ts'
import { openApi } from '../src/surfaces/rest/openapi.ts'
import { english } from '../src/engine/words.ts'
import { mcpDocument } from './mcp-document.ts'
import { permissionsDocument } from './permissions-document.ts'
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
  { path: 'docs/cli.md', make: () => cliDocument(verbsOf(serverCatalogue)) },
  { path: 'docs/mcp.md', make: () => mcpDocument(serverCatalogue) },
  { path: 'docs/permissions.md', make: () => permissionsDocument(serverCatalogue) },
  { path: 'docs/problems.md', make: problemsDocument },
  { path: 'docs/queries.sql', make: () => queriesDocument(serverCatalogue) },
]

function problemsDocument(): string {
  const parts = problemCodes.map((code) => {
    const { status, title, means } = problems[code]
    return `## ${code}\n\n**${english.told(title)}.** HTTP ${status}, exit code ${exitCodes[code]}.\n\n${means}\n`
  })
  return `# Problems

What is refused is told as problem+json (RFC 9457): \`code\` is one of the words below and never changes its meaning,
\`detail\` says it in a sentence with its remedy, \`errors\` names each place. A running instance has a page for each at
\`/problems/CODE\`. The command line ends with the exit code.

${parts.join('\n')}`
}

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
