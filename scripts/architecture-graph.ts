/** Draws the graph in ARCHITECTURE.md from the imports; with --check, says whether it is still true. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { graphOf, withGraph } from './architecture/graph.ts'
import { readTree } from './architecture/tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const path = `${root}/ARCHITECTURE.md`
const before = readFileSync(path, 'utf8')
const after = withGraph(before, graphOf(readTree(root)))

if (!process.argv.includes('--check')) writeFileSync(path, after)
else if (before !== after) {
  console.error(
    'The graph in ARCHITECTURE.md is not the graph of the code. Run "npx tsx scripts/architecture-graph.ts" and read the difference.',
  )
  process.exitCode = 1
}
