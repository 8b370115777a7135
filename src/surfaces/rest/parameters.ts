import { invalid } from '../../engine/problem.ts'
import { sentence } from '../../engine/words.ts'

/**
 * The query of an address, each name once. A name twice is refused and not resolved by chance, and
 * what no database could keep (NUL, half a character) is refused here for all of them.
 */
export type Parameters = ReadonlyMap<string, string>

export function parametersOf(url: string): Parameters {
  const mark = url.indexOf('?')
  if (mark === -1) return none
  const found = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
    const at = `?${name}`
    if (found.has(name))
      throw invalid(
        sentence(
          'The address gives "{name}" twice. Give it once, several values with commas between them.',
          { name },
        ),
        [{ at, says: 'Given twice.' }],
      )
    if (/\0|\p{Surrogate}/u.test(value) || /\0/.test(name))
      throw invalid(
        sentence(
          '"{name}" in the address holds a NUL or half of a character, which nothing here can contain.',
          { name },
        ),
        [{ at, says: 'Take that character out.' }],
      )
    found.set(name, value)
  }
  return found
}

/** Refuses every name that this address does not take, naming those it does. */
export function checkNames(
  given: Parameters,
  takes: (name: string) => boolean,
  offered: readonly string[],
): void {
  const wrong = [...given.keys()].filter((name) => !takes(name))
  if (wrong.length === 0) return
  const list =
    offered.length === 0
      ? sentence('It takes none.')
      : sentence('It takes: {list}.', { list: offered.join(', ') })
  throw invalid(
    sentence('This address does not take {names}. {remedy}', {
      names: wrong.map((name) => `"${name}"`).join(', '),
      remedy: list,
    }),
    wrong.map((name) => ({ at: `?${name}`, says: list })),
  )
}

const none: Parameters = new Map()
