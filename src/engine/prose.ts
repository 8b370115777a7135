import type { ProseNode } from './field.ts'
import { sentence, type Sentence } from './words.ts'

/** The one schema of rich text: these nodes and marks, and nothing else, anywhere. */
export const proseNodes = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'hardBreak',
  'text',
] as const
export const proseMarks = ['bold', 'italic', 'code', 'link'] as const

/** Plain text as prose: a paragraph for each run of lines between blank ones. */
export function proseOf(plain: string): ProseNode {
  const paragraphs = plain
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return {
    type: 'doc',
    content: paragraphs.map((part) => ({ type: 'paragraph', content: lines(part) })),
  }
}

/** The plain-text shadow of prose: blocks by blank lines, list items by dashes. */
export function plainOf(node: ProseNode): string {
  return blocks(node).join('\n\n').trim()
}

/** What is wrong with a value that should be prose, or undefined. Depth and names are bounded. */
export function wrongProse(value: unknown, depth = 0): Sentence | undefined {
  if (depth > 32) return sentence('The text is nested more than 32 deep.')
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return sentence('A part of the text is not a node.')
  const node = value as ProseNode
  if (!(proseNodes as readonly string[]).includes(node.type))
    return sentence('There is no text node called "{name}".', { name: String(node.type) })
  if (depth === 0 && node.type !== 'doc') return sentence('The text must be a doc.')
  if (node.type === 'text' && typeof node.text !== 'string')
    return sentence('A text node without its text.')
  for (const mark of node.marks ?? []) {
    if (!(proseMarks as readonly string[]).includes(mark.type))
      return sentence('There is no mark called "{name}".', { name: String(mark.type) })
    const href = mark.attrs?.['href']
    if (
      mark.type === 'link' &&
      !(typeof href === 'string' && /^(https?:|mailto:|\/(?![/\\]))/i.test(href))
    )
      return sentence('A link leads to http, https, mailto or a page of this site.')
  }
  if (node.content !== undefined && !Array.isArray(node.content))
    return sentence('The content of a node is a list.')
  for (const inner of node.content ?? []) {
    const wrong = wrongProse(inner, depth + 1)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function lines(part: string): ProseNode[] {
  return part.split('\n').flatMap((line, index): ProseNode[] => {
    const own: ProseNode[] = line === '' ? [] : [{ type: 'text', text: line }]
    return index === 0 ? own : [{ type: 'hardBreak' }, ...own]
  })
}

function blocks(node: ProseNode): string[] {
  switch (node.type) {
    case 'doc':
    case 'blockquote':
      return (node.content ?? []).flatMap(blocks)
    case 'bulletList':
    case 'orderedList':
      return [
        (node.content ?? [])
          .map((item) => `- ${(item.content ?? []).flatMap(blocks).join(' ')}`)
          .join('\n'),
      ]
    default:
      return [inline(node)]
  }
}

const inline = (node: ProseNode): string =>
  node.type === 'hardBreak' ? '\n' : (node.text ?? (node.content ?? []).map(inline).join(''))
