/**
 * What the documents at the root name is there: files, folders, scripts and links. Whether what they
 * say of them is true, a reader has to judge.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = readdirSync(root).filter((name) => name.endsWith('.md'))
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  scripts: Readonly<Record<string, string>>
}

it.each(documents)('%s names only what is there', (document) => {
  expect(missing(named(readFileSync(root + document, 'utf8')))).toEqual([])
})

it('looks at four documents or more, and at thirty names or more', () => {
  const all = documents.flatMap((document) => named(readFileSync(root + document, 'utf8')))
  expect(documents.length).toBeGreaterThanOrEqual(4)
  expect(all.length).toBeGreaterThanOrEqual(30)
})

it('finds a file, a script and a link that are not there', () => {
  const text =
    'See `src/nowhere.ts` and `test/`. Run npm run gone, npm test. [Here](GONE.md#a), [there](LICENSE).'
  expect(missing(named(text))).toEqual(['src/nowhere.ts', 'npm run gone', 'GONE.md'])
})

/** Paths in backticks, scripts to run and links into the repository, in that order. */
function named(document: string): readonly string[] {
  // What a document shows as wrong need not be there.
  const text = document.replace(/^(bad|good) .*$/gm, '')
  const all = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, name]) => name ?? '')
  return [
    ...all(/`((?:src|test|scripts|docs|bench|bin)\/[^`\s<>{}*]*)`/g),
    ...all(/(npm (?:run [a-z:]+|test|start))/g),
    ...all(/\]\((?!https?:|#)([^)#]+)/g),
  ]
}

function missing(names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    if (name.startsWith('npm ')) return !(name.replace(/^npm (run )?/, '') in scripts)
    return !existsSync(root + name)
  })
}
