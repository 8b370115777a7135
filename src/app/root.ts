import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { must } from '../engine/problem.ts'

/** The folder of the package, found from wherever this module runs: its source, or the bundle in `dist`. */
export const root: string = must(
  above(dirname(fileURLToPath(import.meta.url))),
  'the package.json of Throughline',
)

function above(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : above(parent)
}
