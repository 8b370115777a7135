import { parseSync, type Expression, type Program } from 'oxc-parser'
import type { Tree } from './tree.ts'

const path = 'src/areas/order.ts'

/**
 * The areas in their order: the first list in src/areas/order.ts, of texts or of imported areas.
 * Undefined while that file is not there; throws where it holds no such list.
 */
export function orderOfAreas(tree: Tree): readonly string[] | undefined {
  const text = tree.get(path)
  if (text === undefined) return undefined
  const { program } = parseSync(path, text)
  const areas = importedAreas(program)
  for (const statement of program.body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const { init } of declaration.declarations) {
      const items = init === null ? undefined : itemsOf(init)
      if (items !== undefined) return items.map((item) => areas.get(item) ?? item)
    }
  }
  throw new Error(`${path} holds no list of areas`)
}

/** Local name → the folder it was imported from. */
function importedAreas(program: Program): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue
    const folder = /^\.\/([^/]+)\//.exec(statement.source.value)?.[1]
    if (folder !== undefined)
      for (const each of statement.specifiers) found.set(each.local.name, folder)
  }
  return found
}

function itemsOf(expression: Expression): readonly string[] | undefined {
  if (expression.type === 'TSAsExpression' || expression.type === 'TSSatisfiesExpression')
    return itemsOf(expression.expression)
  if (expression.type !== 'ArrayExpression') return undefined
  return expression.elements.flatMap((element) => {
    if (element?.type === 'Literal' && typeof element.value === 'string') return [element.value]
    return element?.type === 'Identifier' ? [element.name] : []
  })
}
