/**
 * Sizes are alarms, not walls: whoever passes one writes the sentence why, below, and whoever comes
 * back under it takes the sentence away. Dense lines to stay under are worse than length.
 */
import type { Fault } from './fault.ts'
import type { Source } from './source.ts'
import { isTest } from './tree.ts'

/** A file or a folder that is longer than its alarm, and why that is right. */
export type Alarms = Readonly<Record<string, string>>

export const alarms: Alarms = {}

const aFile = 300
const folders: readonly { readonly path: RegExp; readonly lines: number }[] = [
  { path: /^src\/engine(?=\/)/, lines: 2_000 },
  { path: /^src\/store(?=\/)/, lines: 2_500 },
  { path: /^src\/surfaces\/[^/]+(?=\/)/, lines: 600 },
]

/** Lines of code, tests left out of a folder's sum. */
export function wrongSizes(sources: readonly Source[], said: Alarms): readonly Fault[] {
  const over = new Map<string, { readonly lines: number; readonly most: number }>()
  for (const source of sources)
    if (source.lines > aFile) over.set(source.path, { lines: source.lines, most: aFile })
  for (const [folder, size] of sizesOf(sources)) if (size.lines > size.most) over.set(folder, size)

  const passed = [...over]
    .filter(([path]) => !(path in said))
    .map(([path, { lines, most }]) => ({
      rule: 'size' as const,
      path,
      says: `has ${lines} lines and its alarm is at ${most}: split it by its ideas, or write the sentence why in scripts/architecture/sizes.ts`,
    }))
  const silent = Object.keys(said)
    .filter((path) => !over.has(path))
    .map((path) => ({
      rule: 'size' as const,
      path,
      says: 'is under its alarm: take its sentence out of scripts/architecture/sizes.ts',
    }))
  return [...passed, ...silent]
}

function sizesOf(
  sources: readonly Source[],
): ReadonlyMap<string, { readonly lines: number; readonly most: number }> {
  const sums = new Map<string, { readonly lines: number; readonly most: number }>()
  for (const source of sources) {
    if (isTest(source.path)) continue
    for (const { path, lines: most } of folders) {
      const folder = path.exec(source.path)?.[0]
      if (folder !== undefined)
        sums.set(folder, { lines: (sums.get(folder)?.lines ?? 0) + source.lines, most })
    }
  }
  return sums
}
