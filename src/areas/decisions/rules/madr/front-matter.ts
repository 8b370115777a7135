import { sentence, type Sentence } from '../../../../engine/words.ts'

/**
 * What is wrong in the front matter of a file, with its line and what to do, or undefined. Whoever reads
 * on regardless would take a status that nobody wrote.
 */
export function faultInFront(text: string): Sentence | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === '---')
  if (lines[0]?.trim() !== '---' || end === -1) return undefined
  let isBlock = false
  for (let at = 1; at < end; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || /^\s*#/.test(line)) continue
    const isInner = /^[ \t]/.test(line) || (at > 1 && line.startsWith('- '))
    if (isInner && at > 1) {
      const item = isBlock ? undefined : /^\s*- +(.*)$/.exec(line)?.[1]
      const wrong = item === undefined ? undefined : faultIn(item, lines.slice(at + 1, end), at + 1)
      if (wrong !== undefined) return wrong
      continue
    }
    const value = /^["']?[A-Za-z][\w -]*["']?:(?:[ \t]+(.*))?$/.exec(line)
    if (value === null)
      return sentence(
        'Line {line}: "{text}" is not written as front matter is. Write a name, a colon, a space and a value, such as status: accepted.',
        { line: at + 1, text: line.trim().slice(0, 60) },
      )
    const told = (value[1] ?? '').trim()
    isBlock = /^[>|][+-]?\d?[+-]?$/.test(told)
    const wrong = isBlock ? undefined : faultIn(told, lines.slice(at + 1, end), at + 1)
    if (wrong !== undefined) return wrong
    at += innerLines(told, lines.slice(at + 1, end))
  }
  return undefined
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

function faultIn(value: string, after: readonly string[], line: number): Sentence | undefined {
  const first = value[0] ?? ''
  if (first in closers || first === '"' || first === "'") {
    const end = endOf([value, ...after].join('\n'))
    if (end === undefined)
      return sentence(
        'Line {line}: what begins with {mark} does not end. Close it, or put the whole value in quotes.',
        { line, mark: first },
      )
    const rest = [value, ...after].join('\n').slice(end).split('\n')[0] ?? ''
    return /^\s*(#.*)?$/.test(rest)
      ? undefined
      : sentence(
          'Line {line}: "{text}" comes after the end of the value. Put the whole value in quotes.',
          { line, text: rest.trim().slice(0, 60) },
        )
  }
  return /: |:$/.test(value.replace(/\s#.*$/, ''))
    ? sentence('Line {line}: a value with a colon in it has to stand in quotes: "{text}".', {
        line,
        text: value.slice(0, 60),
      })
    : undefined
}

/** How many of the next lines belong to a value in brackets or quotes. */
function innerLines(value: string, after: readonly string[]): number {
  if (!/^[[{"']/.test(value)) return 0
  const whole = [value, ...after].join('\n')
  return whole.slice(0, endOf(whole) ?? 0).split('\n').length - 1
}

/** Where the brackets or quotes that a text begins with are closed. */
function endOf(text: string): number | undefined {
  const open: string[] = []
  let quote: string | undefined
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? ''
    if (quote !== undefined) {
      if (mark === '\\' && quote === '"') at++
      else if (mark === quote) quote = undefined
    } else if ((mark === '"' || mark === "'") && /^$|[\s[{,:]/.test(text[at - 1] ?? ''))
      quote = mark
    else if (mark in closers) open.push(closers[mark] ?? '')
    else if (mark === ']' || mark === '}') {
      if (open.pop() !== mark) return undefined
    }
    if (quote === undefined && open.length === 0) return at + 1
  }
  return undefined
}
