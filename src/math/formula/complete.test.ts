/** What is suggested may stand there: with it in its place, the text can be gone on with to a formula. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Vocabulary } from './check.ts'
import { complete } from './complete.ts'
import { functionNamed, functions } from './functions.ts'
import { parse } from './parse.ts'
import { brokenTexts, conditionTexts, nameList, texts } from './programs.world.ts'

const runs = process.env['THROUGHLINE_LONG'] === '1' ? 20_000 : 300

const vocabulary: Vocabulary = {
  names: new Map([...nameList, 'Effort', 'and'].map((name) => [name, { unit: {} }])),
  units: new Map(['people', 'person-months', 'people/quarter'].map((unit) => [unit, {}])),
}

/** The cursor is where the bar is. */
const at = (text: string): ReturnType<typeof complete> =>
  complete(text.replace('|', ''), text.indexOf('|'), vocabulary)
const suggested = (text: string): readonly string[] => at(text).suggestions.map((one) => one.text)
const taken = (text: string, index = 0): string => {
  const { replace, suggestions } = at(text)
  const bare = text.replace('|', '')
  return bare.slice(0, replace[0]) + (suggestions[index]?.text ?? '') + bare.slice(replace[1])
}

describe('where an operand belongs', () => {
  test('all names, functions and `missing` are suggested', () => {
    const calls = [...Object.keys(functions), 'if'].map((name) => `${name}(`)
    expect(suggested('|').join(' ')).toBe(
      `a Reach Größe x1_y [Time criticality] Effort [and] ${calls.join(' ')} missing`,
    )
    expect(suggested('a + |')).toEqual(suggested('|'))
    expect(suggested('max(a, |')).toEqual(suggested('|'))
  })

  test('`not` is suggested where something true or false belongs', () => {
    for (const text of ['if(|', 'if(a > 1 and |', 'if((|', 'if(not |'])
      expect(suggested(text)).toContain('not ')
    for (const text of ['|', 'if(a > |', 'if(a > 1, |', 'if(a + |', '(|', 'if(max(|'])
      expect(suggested(text)).not.toContain('not ')
  })

  test('what was begun is gone on with, whatever its case, and by any word of a name', () => {
    expect(suggested('a * rea|')).toEqual(['Reach'])
    expect(taken('a * rea|')).toBe('a * Reach')
    expect(taken('rea|ch + 1')).toBe('Reach + 1')
    expect(suggested('crit|')).toEqual(['[Time criticality]'])
    expect(taken('[Time cr|')).toBe('[Time criticality]')
    expect(taken('[Time cr|] + a')).toBe('[Time criticality] + a')
    expect(taken('[Time cr| + [Effort]')).toBe('[Time criticality] + [Effort]')
    expect(taken('a * Time crit|')).toBe('a * [Time criticality]')
    expect(suggested('av|')).toEqual(['mean('])
    expect(taken('cei|(a)')).toBe('ceil(a)')
    expect(suggested('zzz|')).toEqual([])
  })
})

describe('after an operand', () => {
  test('the signs that may follow are suggested, and no others', () => {
    const signs = (text: string): string =>
      suggested(text)
        .map((one) => one.trim())
        .join(' ')
    expect(signs('a |')).toBe('+ - * / ^')
    expect(signs('(a |')).toBe('+ - * / ^ )')
    expect(signs('max(a |')).toBe('+ - * / ^ , )')
    expect(signs('clip(a |')).toBe('+ - * / ^ ,')
    expect(signs('sqrt(a |')).toBe('+ - * / ^ )')
    expect(signs('if(a |')).toBe('+ - * / ^ < <= > >= = !=')
    expect(signs('if(a > b |')).toBe('and or + - * / ^ ,')
    expect(signs('if((a > b) |')).toBe('and or ,')
    expect(signs('if((a |')).toBe('+ - * / ^ < <= > >= = != )')
    expect(signs('if((a > b and a |')).toBe('+ - * / ^ < <= > >= = !=')
    // Without the space, what came after the minus would be read into the unit.
    expect(suggested('2 people |')).toContain('- ')
    expect(suggested('(a)|')).toContain(' - ')
    expect(suggested('if(a > b an|')).toEqual(['and '])
  })

  test('units follow a number', () => {
    expect(suggested('10 p|')).toEqual(['people', 'person-months', '[people/quarter]'])
    expect(taken('10 person-mo|')).toBe('10 person-months')
    expect(suggested('10|').slice(0, 3)).toEqual([' people', ' person-months', ' [people/quarter]'])
    expect(suggested('10 |')).toContain('%')
    expect(suggested('a p|')).toEqual([])
  })
})

test('no text and no cursor is too odd, and what is replaced lies in the text', () => {
  fc.assert(
    fc.property(
      brokenTexts,
      fc.oneof(fc.integer({ min: -5, max: 80 }), fc.double()),
      (text, cursor) => {
        const { replace, suggestions } = complete(text, cursor, vocabulary)
        expect(0 <= replace[0] && replace[0] <= replace[1] && replace[1] <= text.length).toBe(true)
        expect(suggestions.every((one) => one.text !== '')).toBe(true)
      },
    ),
    { numRuns: runs * 4 },
  )
})

test('every suggestion can be gone on with to a formula', () => {
  const programs = fc.oneof(
    texts,
    conditionTexts.map((text) => `if(${text}, a, 1)`),
  )
  let tried = 0
  fc.assert(
    fc.property(programs, fc.double({ min: 0, max: 1, noNaN: true }), (text, where) => {
      fc.pre(text.length < 120 && parse(text).mistakes.length === 0)
      const begun = text.slice(0, Math.round(where * text.length))
      const { replace, suggestions } = complete(begun, begun.length, vocabulary)
      for (const one of suggestions.filter((_, index) => index % 3 === tried % 3)) {
        tried += 1
        const next = begun.slice(0, replace[0]) + one.text
        expect(canEnd(next), `${begun} → ${next}`).toBe(true)
      }
    }),
    { numRuns: runs },
  )
  expect(tried).toBeGreaterThan(runs)
})

test('a number that is begun is gone on with by its digits alone', () => {
  for (const begun of ['2.', 'if(.', '1e-', 'a + 2E+', '2 person-'])
    expect(complete(begun, begun.length, vocabulary).suggestions, begun).toEqual([])
  expect(complete('a * 2.5', 6, vocabulary).suggestions).toEqual([])
  expect(complete('2.5 ', 4, vocabulary).suggestions).not.toEqual([])
})

test('only what can be gone on with to a formula is called so', () => {
  for (const text of [
    'a b',
    'a + * 2',
    ')',
    'if(a > 1 > ',
    'sqrt(a, ',
    'clip(a)',
    'a and ',
    '(a > 1) + ',
    'not ',
  ])
    expect(canEnd(text), text).toBe(false)
  for (const text of ['', 'if(', 'clip(min(', 'if((a', 'if(not (a > 1', 'a^-(', '2 * "Time'])
    expect(canEnd(text), text).toBe(true)
})

/**
 * Is there some way on to a text without mistakes? The innermost parenthesis is ended first, in every way
 * that might do.
 */
function canEnd(text: string): boolean {
  const open = openIn(text)
  const innermost = open.at(-1)
  const least = innermost?.call === null ? 1 : (innermost?.least ?? 1)
  const more = Array.from(
    { length: Math.max(0, least - (innermost?.given ?? 1)) },
    () => ', 1',
  ).join('')
  const ends = ['', ' 1', ' > 1', ' 1 > 1', ']', '] > 1', '"', '" > 1'].map((end) => text + end)
  if (innermost === undefined) return ends.some((ended) => parse(ended).mistakes.length === 0)
  return ends.some((ended) => {
    const closed = `${ended}${more})`
    const own = closed.slice(innermost.from)
    const isWhole = [own, `if(${own}, 1, 1)`].some((alone) => parse(alone).mistakes.length === 0)
    return isWhole && canEnd(closed)
  })
}

interface Open {
  readonly from: number
  readonly call: string | null
  readonly least: number
  given: number
}

function openIn(text: string): readonly Open[] {
  const open: Open[] = []
  const bare = text.replaceAll(/\[[^\]]*\]?|"[^"]*"?/gu, (name) => 'n'.repeat(name.length))
  for (const [index, letter] of [...bare].entries()) {
    const top = open.at(-1)
    if (letter === '(') {
      const call = /[\p{L}\d]+\s*$/u.exec(bare.slice(0, index))?.[0] ?? null
      const name = call === null ? null : functionNamed(call.trim())
      const isCall = call !== null && name !== null
      open.push({
        from: isCall ? index - call.length : index,
        call: isCall ? call : null,
        least: name === 'if' ? 3 : name === null ? 1 : functions[name].least,
        given: 1,
      })
    }
    if (letter === ')') open.pop()
    if ((letter === ',' || letter === ';') && top !== undefined) top.given += 1
  }
  return open
}
