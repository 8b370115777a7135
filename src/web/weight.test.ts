/** What a browser has to load before it can show something, by the build's own manifest. */
import { expect, test } from 'vitest'

// The browser's compiler settings know no Node, and must not; a test runs there all the same.
declare const process: {
  readonly getBuiltinModule: ((name: 'node:fs') => {
    readonly readFileSync: (path: string) => Uint8Array
  }) &
    ((name: 'node:zlib') => { readonly gzipSync: (bytes: Uint8Array) => Uint8Array })
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const dist = 'dist/web'

/** Kilobytes of script, as they come over the wire, that these entries bring with all they import. */
function weightOf(entries: readonly string[]): number {
  const fs = process.getBuiltinModule('node:fs')
  const { gzipSync } = process.getBuiltinModule('node:zlib')
  const manifest = JSON.parse(
    new TextDecoder().decode(fs.readFileSync(`${dist}/.vite/manifest.json`)),
  ) as Readonly<Record<string, Chunk>>
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`the build has no ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const entry of entries) visit(entry)
  const bytes = [...files].map((file) => gzipSync(fs.readFileSync(`${dist}/${file}`)).length)
  return bytes.reduce((sum, each) => sum + each, 0) / 1000
}

const first = 'index.html'

test('Home paints after at most 180 kB of script, on the first day too', () => {
  expect(weightOf([first, 'shell/home.tsx'])).toBeLessThanOrEqual(180)
  expect(weightOf([first, 'shell/home.tsx', 'shell/first-run.tsx'])).toBeLessThanOrEqual(180)
})

test('a list brings at most 280 kB of script in all, with what its record adds', () => {
  const additions = [
    '../areas/discovery/screens/feedback-more.tsx',
    '../areas/decisions/screens/idea-list.tsx',
  ]
  for (const addition of additions)
    expect(weightOf([first, 'shell/list-page.tsx', addition])).toBeLessThanOrEqual(280)
})
