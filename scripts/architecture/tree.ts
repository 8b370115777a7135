import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file that the architecture speaks of, by its path from the root; text only where it is code. */
export type Tree = ReadonlyMap<string, string>

const roots = ['src', 'test', 'bench', 'scripts', 'bin']

export function readTree(root: string): Tree {
  const tree = new Map<string, string>()
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else tree.set(path, isCode(path) ? readFileSync(join(root, path), 'utf8') : '')
    }
  }
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isDirectory() && roots.includes(entry.name)) visit(entry.name)
  return tree
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(path)

/**
 * Tests may reach anywhere: they hold the rules, the rules do not hold them. So may `x.world.ts`, in
 * which the tests beside it set up what they need.
 */
export const isTest = (path: string): boolean => /\.(test|world)\.tsx?$/.test(path)
