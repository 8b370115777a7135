import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../src/app/root.ts'
import { must } from '../src/engine/problem.ts'

/** An area can be taken out together with those that stand on it: the rest compiles, and its catalogue builds. */
const run = promisify(execFile)
let tree: string
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'throughline-less-'))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.pure.json'])
    cpSync(join(root, file), join(tree, file))
  for (const folder of ['engine', 'math', 'store', 'surfaces'])
    if (existsSync(join(root, 'src', folder)))
      cpSync(join(root, 'src', folder), join(tree, 'src', folder), {
        recursive: true,
        filter: (path) => !/\.(test|world)\.tsx?$/.test(path),
      })
  writeFileSync(
    join(tree, 'tsconfig.left.json'),
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { types: ['node'] },
      files: [],
      include: ['src/**/*.ts', 'built.ts'],
      exclude: ['src/areas/*/screens', 'src/surfaces/cli'],
    }),
  )
  writeFileSync(
    join(tree, 'built.ts'),
    `import { catalogue } from './src/areas/order.ts'
import { serverCatalogue } from './src/areas/server.ts'
process.stdout.write(JSON.stringify({ areas: catalogue.areas.map((area) => area.name), records: catalogue.records.map((kind) => kind.name), views: serverCatalogue.views.map((view) => view.name) }))
`,
  )
})
afterAll(() => {
  rmSync(tree, { recursive: true, force: true })
})

const declared = /areas: readonly Area\[\] = \[([^\]]+)\]/.exec(
  readFileSync(join(root, 'src/areas/order.ts'), 'utf8'),
)
const areas = must(must(declared, 'the areas')[1], 'their names')
  .split(',')
  .map((name) => name.trim())
  .filter((name) => name !== '')

/** Which areas import which, by what their files say. */
function importsOf(area: string): readonly string[] {
  const found = new Set<string>()
  const folder = join(root, 'src/areas', area)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.(test|world)\.tsx?$/.test(entry.name))
      continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const other of areas)
      if (other !== area && new RegExp(`from '(\\.\\./)+${other}/`).test(text)) found.add(other)
  }
  return [...found]
}

/** An area and, over and over, whatever stands on it: by its imports, or by a record that its declarations name. */
function standingOn(area: string): ReadonlySet<string> {
  const gone = new Set([area])
  for (let before = 0; before !== gone.size;) {
    before = gone.size
    for (const other of areas) if (needsOf(other).some((one) => gone.has(one))) gone.add(other)
  }
  return gone
}

const needsOf = (area: string): readonly string[] => [...importsOf(area), ...namedBy(area)]

/** A relation or a field may name the record of an earlier area without importing it. */
function namedBy(area: string): readonly string[] {
  const folder = join(root, 'src/areas', area)
  const files = ['index.ts', ...recordsOf(area).map((record) => `records/${record}.ts`)]
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  return areas.filter(
    (other) =>
      other !== area &&
      recordsOf(other).some((record) =>
        new RegExp(`\\b(?:from|to|of): (?:\\[[^\\]]*)?'${record}'`).test(texts),
      ),
  )
}

function recordsOf(area: string): readonly string[] {
  const folder = join(root, 'src/areas', area, 'records')
  return existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.ts$/, '')) : []
}

function plant(gone: ReadonlySet<string>): void {
  const target = join(tree, 'src/areas')
  rmSync(target, { recursive: true, force: true })
  for (const area of areas)
    if (!gone.has(area))
      cpSync(join(root, 'src/areas', area), join(target, area), {
        recursive: true,
        filter: (path) => !/\.(test|world)\.tsx?$/.test(path) && !path.includes('/screens'),
      })
  for (const file of ['order.ts', 'server.ts'])
    writeFileSync(
      join(target, file),
      trimmed(readFileSync(join(root, 'src/areas', file), 'utf8'), gone),
    )
}

/** The two lists of areas, without these and without what they bring. */
function trimmed(text: string, gone: ReadonlySet<string>): string {
  const isOfGone = (line: string): boolean => [...gone].some((area) => line.includes(`'./${area}/`))
  const lines = text.split('\n')
  const brought = lines
    .filter(isOfGone)
    .flatMap((line) => /\{(.*)\}/.exec(line)?.[1]?.split(',') ?? [])
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => !name.includes(' as '))
  const says = (line: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(line)
  const lists = [...gone].reduce(
    (rest, area) =>
      rest.replaceAll(new RegExp(`(?:\\.\\.\\.)?\\b${area}\\b(?:\\([^)]*\\))?(?:,\\s*)?`, 'g'), ''),
    lines.filter((line) => !isOfGone(line)).join('\n'),
  )
  return lists
    .split('\n')
    .map((line) =>
      brought.reduce(
        (rest, name) => rest.replace(new RegExp(`(?<=\\[[^\\]]*)\\b${name}\\b(?:,\\s*)?`), ''),
        line,
      ),
    )
    .filter((line) => !brought.some((name) => says(line, name)))
    .join('\n')
}

async function compiled(): Promise<string> {
  try {
    await run(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(tree, 'tsconfig.left.json')],
      { cwd: tree, maxBuffer: 1e7 },
    )
    return ''
  } catch (error) {
    return String((error as { readonly stdout?: string }).stdout)
  }
}

async function built(): Promise<{
  readonly areas: readonly string[]
  readonly records: readonly string[]
  readonly views: readonly string[]
}> {
  const { stdout } = await run(
    process.execPath,
    ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(tree, 'built.ts')],
    { cwd: tree },
  )
  return JSON.parse(stdout) as Awaited<ReturnType<typeof built>>
}

describe('without', () => {
  test('nothing, the copy compiles and builds as the whole does', async () => {
    plant(new Set())
    expect(await compiled()).toBe('')
    expect((await built()).areas).toEqual(areas)
  }, 120_000)

  test.each(areas.toReversed().filter((area) => standingOn(area).size < areas.length))(
    '%s and what stands on it, the rest compiles and its catalogue builds',
    async (area) => {
      const gone = standingOn(area)
      plant(gone)
      expect(await compiled()).toBe('')
      const left = await built()
      expect(left.areas).toEqual(areas.filter((one) => !gone.has(one)))
      for (const one of gone)
        for (const record of recordsOf(one)) expect(left.records).not.toContain(record)
    },
    120_000,
  )
})

test('the areas stand on each other as was seen: the last on some, the first on none', () => {
  expect(importsOf(must(areas[0]))).toEqual([])
  expect(importsOf(must(areas.at(-1))).length).toBeGreaterThan(0)
  expect(standingOn(must(areas.at(-1))).size).toBe(1)
})

describe('a fault that was planted is caught:', () => {
  test('an earlier area that uses a later one', async () => {
    plant(new Set([must(areas.at(-1))]))
    const face = join(tree, 'src/areas', must(areas[0]), 'index.ts')
    writeFileSync(
      face,
      `${readFileSync(face, 'utf8')}\nexport { ${must(areas.at(-1))} as later } from '../${must(areas.at(-1))}/index.ts'\n`,
    )
    expect(await compiled()).toContain('TS2307')
  }, 120_000)

  test('machinery that knows an area', async () => {
    plant(new Set([must(areas.at(-1))]))
    writeFileSync(
      join(tree, 'src/store/knows.ts'),
      `export { ${must(areas.at(-1))} } from '../areas/${must(areas.at(-1))}/index.ts'\n`,
    )
    const said = await compiled()
    rmSync(join(tree, 'src/store/knows.ts'))
    expect(said).toContain('src/store/knows.ts')
  }, 120_000)
})
