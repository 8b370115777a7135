/**
 * Sizes are alarms, not walls: whoever passes one writes the sentence why, below, and whoever comes
 * back under it takes the sentence away. Dense lines to stay under are worse than length.
 */
import type { Fault } from './fault.ts'
import type { Source } from './source.ts'
import { isTest } from './tree.ts'

/** A file or a folder that is longer than its alarm, and why that is right. */
export type Alarms = Readonly<Record<string, string>>

export const alarms: Alarms = {
  'src/store':
    'it holds a launcher of our own PostgreSQL (2,300 lines with its faults), which is a product by itself, and one idea a file otherwise',
  'src/surfaces/cli':
    "three shells' completions, a typeset line, a watched import and terminal widths are each an idea of their own, and no file is long",
  'src/surfaces/mcp':
    'a file as an assistant takes it in is an idea of its own beside tools, resources and answers',
  'src/surfaces/rest':
    "it carries the API's own description, its reference page and its problem pages beside the routes",
  'src/surfaces/transfer':
    "encodings, dialects, dates, guesses and rows of strangers' files are each a small science, and each has its file",
  'src/store/apply.ts': 'the write path is read as one story: gather, decide, write, keep',
  'src/app/webhooks/sender.test.ts':
    'every way in which a delivery can go on or end is asked of one house with one clock',
  'src/engine':
    'what a change does to a row is worked out here once for the server and for the browser that shows it before the server answers',
  'src/engine/effects.ts':
    'what a change does to a row and who may make it do so are the two halves of one law',
  'src/store/stations.ts':
    'the masks, the edges they flow along and the order in which they settle make sense only together',
  'src/web/kit/specimen/why-page.tsx':
    'a specimen shows every part of a page at once, and a page is long',
  'src/web/client/client.ts':
    'what is held, heard, kept and not sent yet meet here, and so does how all of it ends; each has its own file',
  'src/web/derived/list.tsx':
    'a list is where rows, filters, groups, columns, views, selection and export meet; each has its own file, and here is who speaks with whom',
  'src/app/files/files.test.ts': 'one instance, and every way a file may come in and go out',
  'test/e2e/keys.test.ts':
    'every key there is, each proved once, in the order of the table of keys',
  'test/permissions/side.ts': 'how a row of each record is made, a case a record',
  'src/areas/decisions/commands/check-tripwires.test.ts':
    'one watch, told from armed to reviewed, in every way that it may go',
  'test/e2e/decision.test.ts': 'one decision, told from its question to its paper',
  'src/areas/line.test.ts': 'one world, told from the first word heard to the item on the roadmap',
  'src/store/apply.test.ts': 'the order of failure of one path',
  'src/store/embedded/launch.test.ts': 'one server, started and ended in every way',
  'src/store/list.test.ts': 'one oracle for every list',
  'src/store/read.test.ts': 'one oracle for every reading of a row and of the line',
  'src/store/undo.ts': 'one commit taken back, and every reason why it may not be',
  'test/advisories.test.ts': 'one list, a test a line',
  'test/backup.test.ts': 'one backup, damaged and restored in every way',
  'test/history.test.ts': 'one chain, broken in every way',
  'test/intake.test.ts': 'one file with every fault, and every way out of it',
  'test/round-trip.test.ts': 'one law for every field, out by two formats and back by two doors',
  'test/surfaces-agree.test.ts': 'one question, asked of every record by everybody at every door',
  'test/two-workspaces.test.ts': 'one attacker, every door',
}

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
