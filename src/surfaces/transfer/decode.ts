import { Problem, must } from '../../engine/problem.ts'
import { badByteAt } from '../body.ts'
import { sentence } from '../../engine/words.ts'

/** The encodings a file may be said to have. The first five are found without being told. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
  'windows-1250',
  'windows-1251',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const

export type Encoding = (typeof encodings)[number]

/**
 * The encoding of a text file, from its first bytes (64 kB are plenty): byte order mark, else where
 * its zero bytes stand, else whether it is UTF-8, else Japanese pairs with kana, else windows-1252,
 * which any bytes are.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return withoutMark(head) ?? (reads(head, 'utf-8') ? 'utf-8' : legacy(head))
}

/**
 * Decodes as the bytes come; code points may be split between chunks, byte order marks are dropped.
 * Throws `invalid` with the byte and the line of the first byte that is not in this encoding.
 */
export async function* decodeStream(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const map = encoding === 'windows-1252' ? mapC1 : (text: string): string => text
  let tail: Uint8Array = new Uint8Array(0)
  let offset = 0
  let line = 1
  let begun = false
  const decode = (chunk: Uint8Array, options: { stream: boolean }): string => {
    try {
      return map(decoder.decode(chunk, options))
    } catch {
      throw notEncoded(join(tail, chunk), offset - tail.length, line, encoding)
    }
  }
  for await (const chunk of bytes) {
    let text = decode(chunk, { stream: true })
    tail = unfinished(join(tail, chunk), encoding)
    offset += chunk.length
    line += breaksIn(text)
    if (!begun) {
      text = text.replace(/^\uFEFF+/, '')
      begun = text !== ''
    }
    if (text !== '') yield text
  }
  const last = decode(new Uint8Array(0), { stream: false })
  if (last !== '') yield last
}

/** UTF-16 without a mark: the spaces, digits and separators of any script have one zero byte. */
function withoutMark(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = head.length / 200
  if (odd > enough && odd > 4 * even && reads(head, 'utf-16le')) return 'utf-16le'
  if (even > enough && even > 4 * odd && reads(head, 'utf-16be')) return 'utf-16be'
  return undefined
}

function legacy(head: Uint8Array): Encoding {
  if (!reads(head, 'shift_jis')) return 'windows-1252'
  // Accented letters before ASCII letters also read as pairs, but never as kana.
  const foreign = new TextDecoder('shift_jis').decode(head).match(/[^\0-\x7f]/g) ?? []
  const kana = foreign.filter((letter) => /[\u3041-\u30fe]/.test(letter))
  return kana.length * 5 >= foreign.length ? 'shift_jis' : 'windows-1252'
}

/** True if these bytes are valid as far as they go; a code point cut off at the end is no fault. */
function reads(head: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Node 20 decodes windows-1252 as Latin-1; where it does not, this finds nothing to change. */
const mapC1 = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (unit) => c1[unit.charCodeAt(0) - 0x80] ?? unit)

const c1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** The bytes since a place where a decoder can begin afresh, to find the bad one among them. */
function unfinished(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const odd = bytes.length % 2
    const high =
      encoding === 'utf-16le' ? bytes[bytes.length - odd - 1] : bytes[bytes.length - odd - 2]
    const pair = high !== undefined && high >= 0xd8 && high <= 0xdb ? 2 : 0
    return bytes.slice(bytes.length - odd - pair)
  }
  const utf8 = encoding === 'utf-8'
  const from = Math.max(0, bytes.length - (utf8 ? 4 : 256))
  for (let at = bytes.length - 1; at >= from; at--) {
    const byte = must(bytes[at])
    if (utf8 && byte >= 0xc0) return bytes.slice(at)
    // In UTF-8 bytes below 0x80 stand alone, in all the others at least those below 0x30.
    if (byte < (utf8 ? 0x80 : 0x30)) return bytes.slice(at + 1)
  }
  return bytes.slice(utf8 ? bytes.length : from)
}

function join(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after
  const joined = new Uint8Array(before.length + after.length)
  joined.set(before)
  joined.set(after, before.length)
  return joined
}

function notEncoded(bytes: Uint8Array, offset: number, line: number, encoding: Encoding): Problem {
  const bad = Math.max(0, badByteAt(bytes, encoding))
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, bad))
  const at = `byte ${offset + bad + 1}, line ${line + breaksIn(before)}`
  const says = sentence(
    'The file is not {encoding}: {at} does not belong to a character. Choose the encoding the file was saved in, or save it as UTF-8.',
    { encoding, at },
  )
  return new Problem('invalid', says, [{ at, says: sentence('not {encoding}', { encoding }) }])
}

function breaksIn(text: string): number {
  const unit = text.includes('\n') ? '\n' : '\r'
  let count = 0
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) count++
  return count
}
