interface Entry {
  readonly name: string
  readonly parentPath: string
  readonly isFile: () => boolean
}

// The browser's compiler settings know no Node, and must not; the test runner hands out style sheets
// empty. So the little that a test needs of the file system is declared here, and nowhere else.
declare const process: {
  readonly getBuiltinModule: (name: 'node:fs') => {
    readonly existsSync: (path: string) => boolean
    readonly readFileSync: (path: string, encoding: 'utf8') => string
    readonly readdirSync: (
      path: string,
      options: { readonly recursive: true; readonly withFileTypes: true },
    ) => readonly Entry[]
  }
}

export interface OwnSource {
  readonly path: string
  readonly text: string
}

/**
 * For tests: our own sources as text. Paths count from the root of the repository, where the test
 * runner stands; a folder that is not there has no sources.
 */
export function ownSources(folder: string, ending: RegExp): readonly OwnSource[] {
  const fs = process.getBuiltinModule('node:fs')
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .map((path) => ({ path, text: fs.readFileSync(path, 'utf8') }))
}
