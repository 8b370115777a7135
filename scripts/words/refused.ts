import { parseSync, Visitor, type Node } from 'oxc-parser'
import type { Found } from './said.ts'

/** Which argument of a refusal is what it says. */
const refusals: Readonly<Record<string, number>> = {
  invalid: 0,
  unknown: 0,
  denied: 0,
  stale: 0,
  taken: 0,
  Problem: 1,
}

/** Where refusals are made that somebody reads on a page; what a terminal says stays in English. */
const reachesPages = (path: string): boolean =>
  /^src\/(engine|store|surfaces\/(rest|live|mcp|transfer|[^/]+$)|areas\/[^/]+\/(commands|records|rules|views)|app\/(sign-in|sample|house))/.test(
    path,
  ) &&
  !/^src\/(store\/(embedded|backup|wall|migrate)|surfaces\/(strict-json|rest\/openapi))/.test(path)

/**
 * What refusals say. A text that stands as it is, is its own key; one with something in it has to be a
 * `sentence`, because nobody could find it in another language otherwise.
 */
export function refusedIn(
  path: string,
  source: string,
): { readonly keys: readonly Found[]; readonly wrong: readonly Found[] } {
  const keys: Found[] = []
  const wrong: Found[] = []
  if (!reachesPages(path)) return { keys, wrong }
  const found = (node: { start: number }, text: string): Found => ({
    path,
    line: source.slice(0, node.start).split('\n').length,
    text,
  })
  const take = (node: Node | undefined): void => {
    if (node?.type === 'Literal' && typeof node.value === 'string' && node.value !== '')
      keys.push(found(node, node.value))
    else if (node?.type === 'TemplateLiteral')
      wrong.push(found(node, 'a refusal with something in it is a sentence(…)'))
    else if (node?.type === 'ConditionalExpression') {
      take(node.consequent)
      take(node.alternate)
    }
  }
  const call = (callee: Node, given: readonly Node[]): void => {
    if (callee.type !== 'Identifier' || !Object.hasOwn(refusals, callee.name)) return
    const [code] = given
    // the reader of a fault of ours is told its reference only
    if (code?.type === 'Literal' && code.value === 'broken') return
    take(given[refusals[callee.name] ?? 0])
  }
  new Visitor({
    CallExpression: (node) => call(node.callee, node.arguments),
    NewExpression: (node) => call(node.callee, node.arguments),
    ObjectExpression: ({ properties }) => {
      const named = new Map(
        properties.flatMap((one) =>
          one.type === 'Property' && one.key.type === 'Identifier'
            ? [[one.key.name, one.value] as const]
            : [],
        ),
      )
      // what says something of a place, or nothing but what is wrong; a command or a view says what it is
      // and what is only done by some, what anybody else is told
      if (['at', 'column', 'by'].some((one) => named.has(one)) || named.size === 1)
        take(named.get('says'))
    },
  }).visit(parseSync(path, source).program)
  return { keys, wrong }
}
