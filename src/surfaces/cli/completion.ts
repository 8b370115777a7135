import { Problem } from '../../engine/problem.ts'
import { bashCompletion } from './completion-bash.ts'
import { fishCompletion } from './completion-fish.ts'
import { zshCompletion } from './completion-zsh.ts'
import type { Nouns } from './nouns.ts'
import type { Verb } from './verb.ts'

export const shells = ['bash', 'zsh', 'fish'] as const

/** A static script that completes every verb, option and fixed value in a shell; it asks no instance. */
export function completionFor(shell: string, verbs: readonly Verb[], nouns: Nouns): string {
  const words = vocabularyOf(verbs, nouns)
  switch (shells.find((one) => one === shell)) {
    case 'bash':
      return bashCompletion(words)
    case 'zsh':
      return zshCompletion(words)
    case 'fish':
      return fishCompletion(words)
    case undefined:
      throw new Problem(
        'invalid',
        `There is no completion for "${shell}". One of: ${shells.join(', ')}.`,
      )
  }
}

/** A word that may stand somewhere, and what it means. */
export interface Word {
  readonly word: string
  readonly says: string
}

/**
 * All that may follow, by where one stands: a path of words that was typed, such as `history verify`.
 * Files are marked apart, because each shell completes them itself.
 */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, readonly Word[]>
  /** Options; one that takes a value ends with `=`. */
  readonly options: ReadonlyMap<string, readonly Word[]>
  /** By path and option, such as `history --limit`: its values. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** By path and place from 0, such as `import 0`: what may stand there. */
  readonly places: ReadonlyMap<string, readonly string[]>
  readonly files: readonly string[]
}

function vocabularyOf(verbs: readonly Verb[], nouns: Nouns): Vocabulary {
  const words = new Map<string, Word[]>([
    ['', [{ word: 'help', says: 'show the help of a command' }]],
  ])
  const add = (path: string, word: Word): void => {
    const there = words.get(path) ?? []
    if (!there.some((one) => one.word === word.word)) words.set(path, [...there, word])
  }
  for (const { path, says } of verbs) {
    const [top = '', next] = path
    add('', { word: top, says: nouns[top] ?? says })
    if (next !== undefined) add(top, { word: next, says })
  }
  const options = new Map<string, readonly Word[]>([
    ['', [{ word: '--version', says: 'print the version' }, help]],
  ])
  const values = new Map<string, readonly string[]>()
  const places = new Map<string, readonly string[]>()
  const files: string[] = []
  for (const verb of verbs) {
    const at = verb.path.join(' ')
    options.set(at, [
      ...verb.options
        .filter((one) => !one.hidden)
        .flatMap((one): readonly Word[] => [
          ...(one.denied === 'only'
            ? []
            : [{ word: `--${one.flag}${one.value === undefined ? '' : '='}`, says: one.says }]),
          ...(one.denied === undefined
            ? []
            : [
                {
                  word: `--no-${one.flag}`,
                  says: one.denied === 'only' ? one.says : `not: ${one.says}`,
                },
              ]),
        ]),
      help,
    ])
    for (const one of verb.options) {
      if (one.choices !== undefined) values.set(`${at} --${one.flag}`, one.choices)
      if (one.file) files.push(`${at} --${one.flag}`)
    }
    verb.places.forEach((one, index) => {
      if (one.choices !== undefined) places.set(`${at} ${index}`, one.choices)
      if (one.file) files.push(`${at} ${index}`)
    })
  }
  return { words, options, values, places, files }
}

const help: Word = { word: '--help', says: 'show the help' }
