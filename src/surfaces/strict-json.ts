import { type Place, Problem } from '../engine/problem.ts'

/**
 * JSON from outside, read strictly. JSON.parse keeps the last of two equal keys, rounds large
 * integers, and accepts any depth; here each is refused with its place.
 */
export interface JsonLimits {
  /** Objects and arrays inside each other; 64 unless told. */
  readonly depth?: number
  /** Values in all, containers included; 100,000 unless told. */
  readonly nodes?: number
}

export interface JsonSource {
  /** What the sentence is about, such as "The body". */
  readonly subject?: string
  /** The line this text has in its file (JSON Lines); places then name the line first. */
  readonly line?: number
}

/**
 * Parses one JSON value strictly; equal to JSON.parse where it accepts. Throws `invalid`. The scan
 * only looks, and JSON.parse builds: objects built key by key from hostile input cost ten times as
 * much (each new key is a new hidden class).
 */
export function parseJson(text: string, limits: JsonLimits = {}, source: JsonSource = {}): unknown {
  const scan: Scan = {
    text,
    source,
    at: 0,
    left: limits.nodes ?? 100_000,
    nodes: limits.nodes ?? 100_000,
    depth: limits.depth ?? 64,
    path: [],
  }
  skipSpace(scan)
  if (scan.at === text.length) {
    throw refusal(scan, scan.at, 'it is empty', 'Send one JSON value', 'place')
  }
  passValue(scan)
  skipSpace(scan)
  if (scan.at < text.length) {
    throw refusal(scan, scan.at, 'there is more after the value', 'Send one JSON value', 'place')
  }
  return JSON.parse(text) as unknown
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y

interface Scan {
  readonly text: string
  readonly source: JsonSource
  readonly nodes: number
  readonly depth: number
  readonly path: (string | number)[]
  at: number
  left: number
}

function passValue(scan: Scan): void {
  if (scan.left-- === 0) {
    const what = `it holds more than ${scan.nodes} values`
    throw refusal(scan, scan.at, what, 'Send it in smaller parts', 'field')
  }
  switch (scan.text.charCodeAt(scan.at)) {
    case 0x22: // "
      passString(scan)
      return
    case 0x7b: // {
      return passObject(scan)
    case 0x5b: // [
      return passArray(scan)
    case 0x74: // t
      return passWord(scan, 'true')
    case 0x66: // f
      return passWord(scan, 'false')
    case 0x6e: // n
      return passWord(scan, 'null')
    default:
      return passNumber(scan)
  }
}

function passObject(scan: Scan): void {
  const keys: string[] = []
  let seen: Set<string> | undefined
  enter(scan)
  if (scan.text.charCodeAt(scan.at) === 0x7d) return leave(scan)
  for (;;) {
    const start = scan.at
    if (scan.text.charCodeAt(start) !== 0x22) throw expected(scan, 'a key in double quotes')
    const escapes = passString(scan)
    const key = escapes
      ? (JSON.parse(scan.text.slice(start, scan.at)) as string)
      : scan.text.slice(start + 1, scan.at - 1)
    scan.path[scan.path.length - 1] = key
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      throw refusal(scan, start, `the key ${shown(key)} is not allowed`, 'Rename it', 'field')
    }
    if (seen?.has(key) ?? keys.includes(key)) {
      const what = `the key ${shown(key)} is there twice in one object`
      throw refusal(scan, start, what, 'Keep one of the two', 'field')
    }
    // A set for every small object would cost more than looking through its few keys.
    if (seen !== undefined) seen.add(key)
    else if (keys.push(key) === 16) seen = new Set(keys)
    skipSpace(scan)
    if (scan.text.charCodeAt(scan.at) !== 0x3a) throw expected(scan, 'a colon')
    scan.at++
    skipSpace(scan)
    passValue(scan)
    skipSpace(scan)
    const code = scan.text.charCodeAt(scan.at)
    if (code === 0x7d) return leave(scan)
    if (code !== 0x2c) throw expected(scan, 'a comma or }')
    scan.at++
    skipSpace(scan)
  }
}

function passArray(scan: Scan): void {
  enter(scan)
  if (scan.text.charCodeAt(scan.at) === 0x5d) return leave(scan)
  for (let index = 0; ; index++) {
    scan.path[scan.path.length - 1] = index
    passValue(scan)
    skipSpace(scan)
    const code = scan.text.charCodeAt(scan.at)
    if (code === 0x5d) return leave(scan)
    if (code !== 0x2c) throw expected(scan, 'a comma or ]')
    scan.at++
    skipSpace(scan)
  }
}

function enter(scan: Scan): void {
  if (scan.path.length === scan.depth) {
    const what = `it is nested more than ${scan.depth} deep`
    throw refusal(scan, scan.at, what, 'Flatten it', 'field')
  }
  scan.path.push('')
  scan.at++
  skipSpace(scan)
}

function leave(scan: Scan): void {
  scan.path.pop()
  scan.at++
}

/** Passes a text and says whether it had escapes. */
function passString(scan: Scan): boolean {
  const { text } = scan
  const start = scan.at
  let at = start + 1
  let escapes = false
  let half = false
  for (;;) {
    let unit = text.charCodeAt(at)
    if (unit === 0x22) break
    if (unit === 0x5c) {
      escapes = true
      unit = escaped(scan, at)
      at += text.charCodeAt(at + 1) === 0x75 ? 6 : 2
    } else if (unit < 0x20) {
      const remedy = 'Write it as an escape such as \\n, or remove it'
      throw refusal(scan, at, 'there is a bare control character in a text', remedy, 'place')
    } else if (Number.isNaN(unit)) {
      throw refusal(scan, start, 'a text begins here and never ends', 'Close its quote', 'place')
    } else {
      at++
    }
    if (unit === 0) {
      throw refusal(scan, start, 'the text contains a NUL character', 'Remove it', 'field')
    }
    if (half || (unit >= 0xd800 && unit <= 0xdfff)) {
      if (half !== (unit >= 0xdc00 && unit <= 0xdfff)) throw halfPair(scan, start)
      half = !half
    }
  }
  if (half) throw halfPair(scan, start)
  scan.at = at + 1
  return escapes
}

/** The code unit that an escape stands for. */
function escaped(scan: Scan, at: number): number {
  const letter = scan.text.charAt(at + 1)
  const hex = scan.text.slice(at + 2, at + 6)
  if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(hex)) return Number.parseInt(hex, 16)
  if (letter !== '' && '"\\/bfnrt'.includes(letter)) return letter.charCodeAt(0)
  const remedy = 'Write a backslash in text as \\\\'
  throw refusal(scan, at, 'this is not an escape that JSON knows', remedy, 'place')
}

function halfPair(scan: Scan, start: number): Problem {
  const what = 'the text contains half of a surrogate pair, which is no character'
  return refusal(scan, start, what, 'Send the whole pair or remove it', 'field')
}

function passWord(scan: Scan, word: string): void {
  if (!scan.text.startsWith(word, scan.at)) throw expected(scan, 'a value')
  scan.at += word.length
}

function passNumber(scan: Scan): void {
  number.lastIndex = scan.at
  const digits = number.exec(scan.text)?.[0]
  if (digits === undefined) throw expected(scan, 'a value')
  // Every double beyond 2^53 is an integer that may have been rounded on the way in.
  if (Math.abs(Number(digits)) > Number.MAX_SAFE_INTEGER) {
    const what = `${shown(digits)} is too large to be kept exactly as a number`
    const remedy = `Numbers are taken up to ${Number.MAX_SAFE_INTEGER}; a text stands in quotes`
    throw refusal(scan, scan.at, what, remedy, 'field')
  }
  scan.at += digits.length
}

function skipSpace(scan: Scan): void {
  for (;;) {
    const code = scan.text.charCodeAt(scan.at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    scan.at++
  }
}

function expected(scan: Scan, wanted: string): Problem {
  const found = scan.text.codePointAt(scan.at)
  const what =
    found === undefined
      ? `${wanted} is expected, but the text ends`
      : `${wanted} is expected, not ${shown(String.fromCodePoint(found))}`
  return refusal(scan, scan.at, what, 'Mend the JSON there', 'place')
}

function refusal(
  scan: Scan,
  at: number,
  what: string,
  remedy: string,
  kind: 'field' | 'place',
): Problem {
  const before = scan.text.slice(0, at)
  const line = scan.source.line ?? before.split('\n').length
  const where = `line ${line}, column ${at - before.lastIndexOf('\n')}`
  const pointer = scan.path.map((step) =>
    clean(String(step)).replace(/~/g, '~0').replace(/\//g, '~1'),
  )
  const place: Place =
    kind === 'place' || pointer.length === 0
      ? { at: where, says: what }
      : scan.source.line === undefined
        ? { at: pointer.join('/'), says: what }
        : { at: `line ${line}, field ${pointer.join('/')}`, says: what }
  const subject = scan.source.subject ?? 'The body'
  return new Problem('invalid', `${subject} cannot be read at ${where}: ${what}. ${remedy}.`, [
    place,
  ])
}

const shown = (text: string): string => `"${clean(text)}"`

/** A refusal quotes the input; it must itself be storable, one line and short. */
function clean(text: string): string {
  const safe = text.slice(0, 81).replace(/[\p{Surrogate}\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD')
  const points = [...safe]
  return points.length > 60 ? `${points.slice(0, 60).join('')}…` : safe
}
