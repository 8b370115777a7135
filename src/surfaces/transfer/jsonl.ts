import { type Place, Problem } from '../../engine/problem.ts'
import { type JsonLimits, parseJson } from '../strict-json.ts'
import { sentence } from '../../engine/words.ts'

export interface JsonlLimits extends JsonLimits {
  /** Characters in one line; 10,000,000 unless told. */
  readonly line?: number
}

/** One line that is not blank: what it says, or why it cannot be taken. */
export type JsonlRow =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly fault: Place }

/**
 * Reads JSON Lines, each line as strictly as a body. A line that cannot be read carries a fault with
 * its place and the reading goes on; a line beyond `limits.line` ends it with `invalid`.
 */
export async function* readJsonl(
  text: AsyncIterable<string>,
  limits: JsonlLimits = {},
): AsyncIterable<JsonlRow> {
  const longest = limits.line ?? 10_000_000
  let line = 0
  let rest = ''
  for await (const chunk of text) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      line++
      const whole = rest + chunk.slice(from, end)
      from = end + 1
      rest = ''
      const row = rowOf(whole, line, limits, longest)
      if (row !== undefined) yield row
    }
    rest += chunk.slice(from)
    if (rest.length > longest) throw tooLong(line + 1, longest)
  }
  const last = rowOf(rest, line + 1, limits, longest)
  if (last !== undefined) yield last
}

/** Writes JSON Lines: one value a line, in pieces of about 64 kB. */
export async function* writeJsonl(
  values: Iterable<unknown> | AsyncIterable<unknown>,
): AsyncIterable<string> {
  let piece = ''
  for await (const value of values) {
    piece += `${JSON.stringify(value)}\n`
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function rowOf(
  text: string,
  line: number,
  limits: JsonlLimits,
  longest: number,
): JsonlRow | undefined {
  if (text.length > longest) throw tooLong(line, longest)
  const json = line === 1 ? text.replace(/^\uFEFF+/, '') : text
  if (json.trim() === '') return undefined
  try {
    return { line, value: parseJson(json, limits, { subject: 'The file', line }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const place = error.places[0]
    return { line, fault: { at: place?.at ?? `line ${line}`, says: error.said.says } }
  }
}

function tooLong(line: number, limit: number): Problem {
  const what = sentence('is longer than {limit} characters', { limit: String(limit) })
  const says = sentence('The file cannot be read: line {line} {what}. Write one value a line.', {
    line: String(line),
    what,
  })
  return new Problem('invalid', says, [{ at: `line ${line}`, says: what }])
}
