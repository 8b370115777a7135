import type { MadrOption } from './madr.ts'
import { markedText, plainText } from './plain-text.ts'

/** By what an option is known again: its words, without their marks and without "Option 2:". */
export const keyOf = (title: string): string =>
  plainText(title)
    .toLowerCase()
    .replace(/^option\s*\d*\s*[:.)-]?\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The option that a heading or a sentence means: by its name, else the only one whose name begins so. */
export function nearest(named: string, options: readonly MadrOption[]): MadrOption | undefined {
  const key = keyOf(named)
  const exact =
    options.find((one) => one.title === named) ?? options.find((one) => keyOf(one.title) === key)
  if (exact !== undefined || key === '') return exact
  const near = options.filter((one) => {
    const other = keyOf(one.title)
    return other !== '' && (other.startsWith(`${key} `) || key.startsWith(`${other} `))
  })
  return near.length === 1 ? near[0] : undefined
}

/** The line that names an option and says nothing else. */
export const choiceLine = (title: string): string => `Chosen option: "${markedText(title)}".`

/**
 * The option that an outcome names: by "Chosen option: …", else as the only one of which its first sentence
 * speaks, where that sentence denies nothing.
 */
export function chosenIn(outcome: string, options: readonly MadrOption[]): string | null {
  const first = outcome.split('\n\n').find((part) => !part.startsWith('#')) ?? ''
  const quoted = /^Chosen option: "(.+)"\.$/.exec(first)?.[1]
  const whole = options.find(({ title }) => title === plainText(quoted ?? ''))
  if (whole !== undefined) return whole.title
  const plain = plainText(first)
  const found = /chosen option?s?\W+([^\n]+)/i.exec(plain)
  const named = /^["“”']?(.*?)["“”']?(?:,|\.|;| because\b|$)/i.exec(found?.[1] ?? '')?.[1]
  if (named !== undefined && named !== '') return nearest(named, options)?.title ?? null
  const words = ` ${keyOf(plain.split(/(?<=[.!?])\s/)[0] ?? '')} `
  if (/ (not|no|neither|rather|against|instead) /.test(words)) return null
  const told = options.filter(({ title }) => {
    const key = keyOf(title)
    return key.length > 2 && words.includes(` ${key} `)
  })
  return told.length === 1 ? (told[0]?.title ?? null) : null
}
