import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, type ESTree, type Plugin } from 'vite'

const areas = fileURLToPath(new URL('../src/areas', import.meta.url))
const commandFile = /\/src\/areas\/([^/]+)\/commands\/[^/?]+\.ts$/
const verbsOf = 'verbs-of:'
const asked = '?decide'

/**
 * In the browser a page knows every verb by its name, words and input before it paints, and what the verbs
 * of an area decide comes with the first of them that is said. A file of commands is built twice for that:
 * each `decide` of the first is a door to the second, and what only a `decide` needs is left out there.
 * It holds for `export const name = command({ … })`; a command that a function makes stays whole. Who alone does a
 * verb is asked where it is done, and its words are not in the page either.
 */
export function decideLater(): Plugin {
  return {
    name: 'decide-later',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(verbsOf) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${verbsOf}`)) return null
      const folder = join(areas, id.slice(verbsOf.length + 1), 'commands')
      return readdirSync(folder)
        .filter((name) => !name.endsWith('.test.ts'))
        .toSorted()
        .map((name) => join(folder, name))
        .flatMap((path) => {
          const found = decidesOf(parseSync(path, readFileSync(path, 'utf8')).program)
          const names = found.map(({ name }) => name).join(', ')
          return found.length === 0 ? [] : [`export { ${names} } from '${path}${asked}'`]
        })
        .join('\n')
    },
    transform: {
      filter: { id: commandFile },
      handler(code, id) {
        const area = commandFile.exec(id)?.[1] ?? ''
        const { program } = parseSync(id, code)
        const doors = decidesOf(program).map(({ name, start, end }) => ({
          start,
          end,
          says: `decide: async (...given) => (await import('${verbsOf}${area}')).${name}.decide(...given)`,
        }))
        if (doors.length === 0) return null
        const alone = partsOf(program, 'only').map((place) => ({
          ...place,
          says: 'only: undefined',
        }))
        const opened = instead(code, [...doors, ...alone])
        return instead(opened, unused(parseSync(id, opened).program))
      },
    },
  }
}

interface Place {
  readonly start: number
  readonly end: number
}

function instead(code: string, places: readonly (Place & { readonly says: string })[]): string {
  // from the last to the first, so that what stands before keeps its place
  return places
    .toSorted((one, other) => other.start - one.start)
    .reduce((rest, { start, end, says }) => rest.slice(0, start) + says + rest.slice(end), code)
}

const decidesOf = (program: ESTree.Program): readonly Part[] => partsOf(program, 'decide')

interface Part extends Place {
  /** Of the command. */
  readonly name: string
}

/** This property of each command that is exported. */
function partsOf({ body }: ESTree.Program, part: string): readonly Part[] {
  return body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    const { declaration } = statement
    if (declaration?.type !== 'VariableDeclaration') return []
    return declaration.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return []
      const [made] = init.arguments
      if (init.callee.type !== 'Identifier' || init.callee.name !== 'command') return []
      if (made?.type !== 'ObjectExpression') return []
      return made.properties.flatMap((property) =>
        property.type === 'Property' &&
        property.key.type === 'Identifier' &&
        property.key.name === part
          ? [{ name: id.name, start: property.start, end: property.end }]
          : [],
      )
    })
  })
}

/** The statements and imported names that nothing exported comes to, each with what stands there instead. */
function unused({ body }: ESTree.Program): readonly (Place & { readonly says: string })[] {
  const own = new Map(
    body.flatMap((statement) => declaredBy(statement).map((name) => [name, statement] as const)),
  )
  const used = new Set<string>()
  const reach = (statement: ESTree.Statement): void => {
    for (const name of namesIn(statement)) {
      if (used.has(name)) continue
      used.add(name)
      const declared = own.get(name)
      if (declared !== undefined) reach(declared)
    }
  }
  for (const statement of body)
    if (statement.type !== 'ImportDeclaration' && declaredBy(statement).length === 0)
      reach(statement)
  return body.flatMap((statement) => {
    const { start, end } = statement
    if (statement.type !== 'ImportDeclaration') {
      const names = declaredBy(statement)
      const kept = names.length === 0 || names.some((name) => used.has(name))
      return kept ? [] : [{ start, end, says: '' }]
    }
    const { specifiers } = statement
    const kept = specifiers.some(({ local }) => used.has(local.name))
    return kept || specifiers.length === 0 ? [] : [{ start, end, says: '' }]
  })
}

/** The names that only this file knows, where the statement declares such. */
function declaredBy(statement: ESTree.Statement): readonly string[] {
  if (statement.type === 'FunctionDeclaration')
    return statement.id === null ? [] : [statement.id.name]
  if (statement.type !== 'VariableDeclaration') return []
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
}

/** The names that a piece of code says; those of its types are gone before it runs. */
function namesIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const type = 'type' in node ? String(node.type) : ''
  if (type === 'Identifier' && 'name' in node) return [String(node.name)]
  return /^TS(Type|Interface)/.test(type) ? [] : Object.values(node).flatMap(namesIn)
}
