import type { Place } from '../../../engine/problem.ts'

/** Longest name of a file, in code points. */
const longest = 200

/**
 * A name under which a file can be kept on any system, made of what somebody called it: the last part of a
 * path, without what controls a line or turns its direction round, and no longer than 200 characters. Where
 * the content shows another ending (`endings`, the first of them is the usual one), that is put in its place.
 */
export function fileNameOf(given: string, endings: readonly string[] = []): string {
  const last = given.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? ''
  const clean = last.normalize('NFC').replace(unseen, '').replace(/\s+/g, ' ').trim()
  const whole = /^\.*$/.test(clean) ? 'file' : clean
  const [usual] = endings
  if (usual === undefined) return shortened(whole)
  const ending = /\.([^.]{1,12})$/.exec(whole)?.[1]
  if (ending !== undefined && endings.includes(ending.toLowerCase())) return shortened(whole)
  const isEnding =
    ending !== undefined && /^[a-z0-9]+$/i.test(ending) && whole.length > ending.length + 1
  return shortened(`${isEnding ? whole.slice(0, -ending.length - 1) : whole}.${usual}`)
}

/** What is wrong with a name that somebody gives a file. */
export function fileNameFaults(name: string): readonly Place[] {
  if (name === fileNameOf(name)) return []
  return [
    {
      at: 'name',
      says: 'A file name has no slashes, no line breaks and nothing that cannot be seen, and is more than dots.',
    },
  ]
}

/** The beginning gives way, never the ending by which a file is known. */
function shortened(name: string): string {
  const all = [...name]
  if (all.length <= longest) return name
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  return `${all
    .slice(0, longest - [...ending].length)
    .join('')
    .trim()}${ending}`
}

/** Controls, halves of a pair, and marks of direction, by which `exe.png` can be made to look like `gnp.exe`. */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
