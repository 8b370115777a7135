import { english, wordsOf, type Words } from '../engine/words.ts'
import { languages, mirrored, wordsIn } from './languages.ts'

/** The words that a request asks for by Accept-Language (RFC 9110, 12.5.4); English where it asks for none there is. */
export async function wordsAccepted(header: string | undefined): Promise<Words> {
  if (header === undefined || header.length > longest) return english
  const wished = header
    .split(',')
    .map(rangeOf)
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
  const known: readonly string[] = languages.map(({ locale }) => locale)
  for (const { range } of wished) {
    if (range === '*') return english
    if (range === mirrored.toLowerCase()) return wordsIn(mirrored)
    const [primary = ''] = range.split('-')
    if (primary === 'de') return german()
    if (known.includes(primary)) return wordsIn(primary)
  }
  return english
}

/** Made once: making the words of a language costs more than to say something. */
const german = async (): Promise<Words> =>
  (made ??= wordsOf((await import('./german-server.ts')).german))
let made: Words | undefined

/** Longer than any browser's; what is longer is not read. */
const longest = 500

function rangeOf(part: string): { readonly range: string; readonly weight: number } {
  const [range = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
  const given = parameters.find((one) => one.startsWith('q='))
  const weight = given === undefined ? 1 : Number(given.slice(2))
  return { range, weight: Number.isFinite(weight) ? weight : 0 }
}
