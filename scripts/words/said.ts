import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor, type Argument, type Node } from 'oxc-parser'
import { refusedIn } from './refused.ts'

/** One text that the code says, or one that looks as if it were shown without going through the words. */
export interface Found {
  readonly path: string
  readonly line: number
  readonly text: string
}

export interface Said {
  readonly files: number
  /** Every text that is said, by its key. */
  readonly keys: readonly Found[]
  /** Words of the declaration that are written out where they are said. */
  readonly labels: readonly Found[]
  /** Texts on screen that no other language can say. */
  readonly bare: readonly Found[]
  /** Calls whose text is not written out, or that are made while a module loads. */
  readonly wrong: readonly Found[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the code says, as it stands. */
export function whatIsSaid(): Said {
  const paths = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|world)\.tsx?$/.test(path))
    .toSorted()
  const found = paths.map((path) => saidIn(path, readFileSync(`${root}/${path}`, 'utf8')))
  return {
    files: paths.length,
    keys: found.flatMap(({ keys }) => keys),
    labels: found.flatMap(({ labels }) => labels),
    bare: found.flatMap(({ bare }) => bare),
    wrong: found.flatMap(({ wrong }) => wrong),
  }
}

/** Which argument holds the key. */
const callees: Readonly<Record<string, number>> = {
  say: 0,
  saying: 0,
  sentence: 0,
  counted: 2,
  countedSentence: 2,
}

/** Attributes whose text a person reads or hears. */
const shownIn = new Set([
  'label',
  'title',
  'placeholder',
  'aria-label',
  'description',
  'help',
  'alt',
  'says',
  'kick',
])

/** Where people look at what the code says. The specimen shows the parts to those who build. */
const onScreen = (path: string): boolean =>
  /^src\/(web|areas\/[^/]+\/screens)\//.test(path) && !path.startsWith('src/web/kit/specimen/')

export function saidIn(path: string, source: string): Omit<Said, 'files'> {
  const { program, errors } = parseSync(path, source)
  if (errors.some(({ severity }) => severity === 'Error')) throw new Error(`${path} does not parse`)
  const lineAt = (at: number): number => source.slice(0, at).split('\n').length
  const keys: Found[] = []
  const labels: Found[] = []
  const bare: Found[] = []
  const wrong: Found[] = []
  const taken = new Set<number>()
  const ours = new Set<string>()
  let depth = 0
  const into = (list: Found[], node: { start: number }, text: string): void => {
    list.push({ path, line: lineAt(node.start), text })
  }
  const deeper = (): void => void depth++
  const back = (): void => void depth--
  const suspect = (node: { start: number }, text: string): void => {
    if (onScreen(path) && !taken.has(node.start)) into(bare, node, text)
  }
  new Visitor({
    ImportDeclaration: ({ source: from, specifiers }) => {
      if (fromWords.test(from.value)) for (const { local } of specifiers) ours.add(local.name)
    },
    FunctionDeclaration: deeper,
    'FunctionDeclaration:exit': back,
    FunctionExpression: deeper,
    'FunctionExpression:exit': back,
    ArrowFunctionExpression: deeper,
    'ArrowFunctionExpression:exit': back,
    CallExpression: (node) => {
      const name = nameOf(node.callee, ours)
      for (const text of node.arguments.flatMap(literals)) if (isTold(name)) taken.add(text.start)
      const declared = isLabel(name) ? textOf(node.arguments[0]) : undefined
      if (declared !== undefined) into(labels, node, declared)
      if (isLabel(name) && depth === 0) into(wrong, node, tooEarly)
      const at = name === undefined ? undefined : callees[name]
      if (at === undefined) return
      const key = textOf(node.arguments[at])
      if (key !== undefined) into(keys, node, key)
      else if (!passesOn(path)) into(wrong, node, 'the text is not written out where it is said')
      if (depth === 0 && name !== 'sentence' && name !== 'countedSentence')
        into(wrong, node, tooEarly)
    },
    Property: ({ key }) => {
      if (key.type === 'Literal') taken.add(key.start)
    },
    NewExpression: (node) => {
      const name = nameOf(node.callee, ours)
      for (const text of isTold(name) ? literals(node) : []) taken.add(text.start)
    },
    ThrowStatement: (node) => {
      for (const text of literals(node.argument)) taken.add(text.start)
    },
    JSXElement: ({ openingElement: { name }, children }) => {
      // what one types to a machine is the same in every language
      if (name.type !== 'JSXIdentifier' || name.name !== 'Code') return
      for (const child of children) taken.add(child.start)
    },
    JSXText: (node) => {
      if (/\p{L}{2}/u.test(node.value)) suspect(node, node.value.trim())
    },
    JSXAttribute: (node) => {
      if (node.name.type !== 'JSXIdentifier') return
      // `G T` is pressed, not read
      if (node.name.name === 'keys' && node.value !== null) taken.add(node.value.start)
      if (!shownIn.has(node.name.name)) return
      if (node.value?.type === 'Literal' && /\p{L}{2}/u.test(String(node.value.value)))
        suspect(node.value, String(node.value.value))
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && isSentence(node.value)) suspect(node, node.value)
    },
    TemplateLiteral: (node) => {
      const text = node.quasis.map(({ value }) => value.cooked ?? '').join('…')
      if (isSentence(text)) suspect(node, text)
    },
  }).visit(program)
  const refused = refusedIn(path, source)
  return {
    keys: [...keys, ...refused.keys],
    labels,
    bare: distinct(bare),
    wrong: [...wrong, ...refused.wrong],
  }
}

/** Calls whose texts are not for the screen, or go through the words. */
const isTold = (name: string | undefined): boolean =>
  name !== undefined &&
  (name in callees || isLabel(name) || ['must', 'assert', 'unreachable', 'Error'].includes(name))

const tooEarly = 'said while the module loads, before a language is chosen'

const isLabel = (name: string | undefined): boolean => name === 'label' || name === 'inside'

/** The words themselves hand a text on. */
const passesOn = (path: string): boolean =>
  path.startsWith('src/web/words/') || path === 'src/engine/words.ts'

/** Keys are no text: where they are shown, they are written as they stand on a keyboard. */
const isSentence = (text: string): boolean =>
  /^[“"]?\p{Lu}[\p{L}’']* [\p{L}\p{N}…“{]/u.test(text) && !/^(?:Ctrl|Shift|G) /.test(text)

/** The call by its name, where it is one of the words or one that is no text for the screen. */
function nameOf(callee: Node, ours: ReadonlySet<string>): string | undefined {
  if (callee.type === 'Identifier')
    return (callee.name in callees || isLabel(callee.name)) && !ours.has(callee.name)
      ? undefined
      : callee.name
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined
  const { object } = callee
  const owner = object.type === 'CallExpression' ? object.callee : object
  const isWords = owner.type === 'Identifier' && /^(words|english)$/.test(owner.name)
  return isWords ? callee.property.name : undefined
}

const fromWords = /(^|\/)(words\/(say|saying)|engine\/words|words)\.tsx?$/

const textOf = (argument: Argument | undefined): string | undefined =>
  argument?.type === 'Literal' && typeof argument.value === 'string'
    ? argument.value
    : argument?.type === 'TemplateLiteral' && argument.expressions.length === 0
      ? (argument.quasis[0]?.value.cooked ?? undefined)
      : undefined

/** The literals that stand directly in an expression. */
function literals(node: Node): readonly { readonly start: number }[] {
  if (node.type === 'Literal' || node.type === 'TemplateLiteral') return [node]
  if (node.type === 'NewExpression' || node.type === 'CallExpression')
    return node.arguments.flatMap(literals)
  if (node.type === 'ConditionalExpression')
    return [...literals(node.consequent), ...literals(node.alternate)]
  return []
}

const distinct = (found: readonly Found[]): readonly Found[] => [
  ...new Map(found.map((one) => [`${one.line} ${one.text}`, one])).values(),
]
