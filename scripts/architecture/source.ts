import { posix } from 'node:path'
import {
  parseSync,
  Visitor,
  type Expression,
  type MemberExpression,
  type StringLiteral,
} from 'oxc-parser'

/** One file of code, as far as the rules look into it. */
export interface Source {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** Every name that the code makes or uses, by where it stands. */
  readonly names: readonly Found[]
  /** Every text in quotes, in a template or between tags; what an import names is left out. */
  readonly texts: readonly Found[]
  /** Where `process.env` is read. */
  readonly environment: readonly Found[]
  /** Where the time of day or a random number is taken, not given. */
  readonly chances: readonly Found[]
}

export interface Import {
  readonly specifier: string
  /** The file it reaches, by its path from the root; undefined for a package. */
  readonly to: string | undefined
  readonly typeOnly: boolean
  readonly names: readonly string[]
  readonly line: number
}

export interface Found {
  readonly text: string
  readonly line: number
}

/** Throws where the file does not parse: a file that cannot be read must not pass as clean. */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  const error = errors.find((each) => each.severity === 'Error')
  if (error !== undefined) throw new Error(`${path} does not parse: ${error.message}`)

  const lineAt = lineFinder(text)
  const imports: Import[] = []
  const names: Found[] = []
  const texts: Found[] = []
  const environment: Found[] = []
  const chances: Found[] = []
  const specifiers = new Set<number>()

  const imported = (
    source: { value: unknown; start: number },
    typeOnly: boolean,
    taken: readonly string[],
  ): void => {
    const specifier = String(source.value)
    specifiers.add(source.start)
    imports.push({
      specifier,
      to: reached(path, specifier),
      typeOnly,
      names: taken,
      line: lineAt(source.start),
    })
  }
  const named = (node: { name: string; start: number }): void => {
    names.push({ text: node.name, line: lineAt(node.start) })
  }
  const said = (value: string, start: number): void => {
    if (!specifiers.has(start) && value.trim() !== '')
      texts.push({ text: value, line: lineAt(start) })
  }

  new Visitor({
    ImportDeclaration: (node) => {
      const taken = node.specifiers.map((each) =>
        each.type === 'ImportSpecifier'
          ? nameOf(each.imported)
          : each.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*',
      )
      imported(node.source, node.importKind === 'type', taken)
      if (node.source.value === 'node:process' || node.source.value === 'process')
        if (taken.includes('env')) environment.push({ text: 'env', line: lineAt(node.start) })
    },
    ExportNamedDeclaration: (node) => {
      if (node.source !== null)
        imported(
          node.source,
          node.exportKind === 'type',
          node.specifiers.map((each) => nameOf(each.local)),
        )
    },
    ExportAllDeclaration: (node) => imported(node.source, node.exportKind === 'type', ['*']),
    ImportExpression: (node) => {
      if (isText(node.source)) imported(node.source, false, ['*'])
    },
    TSImportType: (node) => imported(node.source, true, ['*']),
    NewExpression: (node) => {
      const [first, second] = node.arguments
      if (node.callee.type !== 'Identifier') return
      if (node.callee.name === 'Date' && first === undefined)
        chances.push({ text: 'new Date()', line: lineAt(node.start) })
      if (node.callee.name !== 'URL' || second === undefined) return
      // A worker, or another file that is run by its address.
      if (isText(first) && /^\.{1,2}\/.*\.(ts|tsx|mjs)$/.test(first.value))
        imported(first, false, ['*'])
    },
    MemberExpression: (node) => {
      const name = propertyOf(node)
      if (name === 'env' && isProcess(node.object))
        environment.push({ text: 'process.env', line: lineAt(node.start) })
      const called = `${node.object.type === 'Identifier' ? node.object.name : ''}.${name}`
      if (called === 'Date.now' || called === 'Math.random')
        chances.push({ text: called, line: lineAt(node.start) })
    },
    VariableDeclarator: (node) => {
      if (node.id.type !== 'ObjectPattern' || node.init === null || !isProcess(node.init)) return
      const taken = node.id.properties.some(
        (each) =>
          each.type === 'RestElement' ||
          (each.key.type === 'Identifier' && each.key.name === 'env'),
      )
      if (taken) environment.push({ text: 'process.env', line: lineAt(node.start) })
    },
    Identifier: named,
    JSXIdentifier: named,
    PrivateIdentifier: named,
    Literal: (node) => {
      if (typeof node.value === 'string') said(node.value, node.start)
    },
    TemplateElement: (node) => said(node.value.cooked ?? node.value.raw, node.start),
    JSXText: (node) => said(node.value, node.start),
  }).visit(program)

  return { path, lines: linesOf(text), imports, names, texts, environment, chances }
}

const isText = (node: { type: string; value?: unknown } | undefined): node is StringLiteral =>
  node?.type === 'Literal' && typeof node.value === 'string'

function propertyOf(node: MemberExpression): string | undefined {
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name
  return isText(node.property) ? node.property.value : undefined
}

/** `process`, or `globalThis.process`. */
const isProcess = (node: Expression): boolean =>
  (node.type === 'Identifier' && node.name === 'process') ||
  (node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'process')

export const linesOf = (text: string): number =>
  text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

const reached = (from: string, specifier: string): string | undefined =>
  specifier.startsWith('.')
    ? posix.normalize(posix.join(posix.dirname(from), specifier))
    : undefined

const nameOf = (node: { type: string; name?: string; value?: unknown }): string =>
  node.name ?? String(node.value)

/** The line, from 1, of an offset into the text. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
