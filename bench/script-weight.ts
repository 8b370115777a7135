import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const dist = fileURLToPath(new URL('../dist/web', import.meta.url))

/** What each route brings on top of the pages' first script, by the names of the build's manifest. */
export const routes = {
  home: ['shell/home.tsx'],
  firstDay: ['shell/home.tsx', 'shell/first-run.tsx'],
  feedback: ['shell/list-page.tsx', '../areas/discovery/screens/feedback-more.tsx'],
  ideas: ['shell/list-page.tsx', '../areas/decisions/screens/idea-list.tsx'],
} as const

/**
 * Kilobytes of script, packed as they come over the wire, that these entries bring with all they
 * import, by the build's own manifest.
 */
export function scriptWeight(entries: readonly string[]): number {
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8')) as Readonly<
    Record<string, Chunk>
  >
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`the build has no ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  const html = readFileSync(`${dist}/index.html`, 'utf8')
  for (const [, file = ''] of html.matchAll(/<script type="module"[^>]* src="\/([^"]+)"/g))
    files.add(file)
  if (files.size === 0) throw new Error('the page loads no script')
  for (const entry of entries) visit(entry)
  const bytes = [...files].map((file) => gzipSync(readFileSync(`${dist}/${file}`)).length)
  return bytes.reduce((sum, each) => sum + each, 0) / 1000
}
