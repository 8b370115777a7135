/** What is printed and read again is the same, and no parenthesis in it could be left out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { texts, trees, withoutPlaces } from './programs.world.ts'
import type { Expr } from './tree.ts'

const runs = process.env['THROUGHLINE_LONG'] === '1' ? 50_000 : 1_000

test('a tree that is printed and read again is the same tree, whichever signs it is printed with', () => {
  let read = 0
  fc.assert(
    fc.property(trees, fc.constantFrom('typed' as const, 'typeset' as const), (tree, signs) => {
      const again = parse(print(tree, signs))
      // A tree of chance may be larger than a text may be.
      fc.pre(again.mistakes.every(({ code }) => !code.startsWith('too-')))
      read += 1
      expect(again.mistakes).toEqual([])
      expect(withoutPlaces(again.tree)).toEqual(withoutPlaces(tree))
    }),
    { numRuns: runs },
  )
  expect(read).toBeGreaterThan(runs * 0.9)
})

test('however a formula was written, it is printed one way, which can be read again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { tree, mistakes } = parse(text)
      fc.pre(mistakes.length === 0)
      const once = print(tree)
      const again = parse(once)
      expect(again.mistakes).toEqual([])
      expect(print(again.tree)).toBe(once)
    }),
    { numRuns: runs },
  )
  // 500 names of seven letters, and three letters between any two.
  const { mistakes } = parse(Array.from({ length: 500 }, () => 'abcdefg').join('*'))
  expect(mistakes.map(({ params }) => params)).toEqual([{ length: 4_997, most: 4_000 }])
})

test('no parenthesis that is printed could be left out', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const text = print(tree)
      fc.pre(parse(text).mistakes.length === 0)
      for (const [from, to] of groupsIn(text)) {
        const without = `${text.slice(0, from)} ${text.slice(from + 1, to)} ${text.slice(to + 1)}`
        const again = parse(without)
        const isSame =
          again.mistakes.length === 0 &&
          JSON.stringify(withoutPlaces(again.tree)) === JSON.stringify(withoutPlaces(tree))
        expect(isSame, `${text} is ${without}`).toBe(false)
      }
    }),
    { numRuns: runs / 2 },
  )
})

test('the text is as one would write it', () => {
  const printed = (text: string, signs?: 'typed' | 'typeset'): string =>
    print(parse(text).tree, signs)
  expect(printed('((Reach))*Impact÷ "Job size"')).toBe('Reach * Impact / [Job size]')
  expect(printed('a-(b-c)-(d*e)')).toBe('a - (b - c) - d * e')
  expect(printed('(-a)^2 + -(a^2) + 2^(-1)')).toBe('(-a)^2 + -a^2 + 2^-1')
  expect(printed('(2^3)^2 + 2^(3^2)')).toBe('(2^3)^2 + 2^3^2')
  expect(printed('IF(NOT (a<b AND (c>=1)),MAX(1;2),80 %)')).toBe(
    'if(not (a < b and c >= 1), max(1, 2), 80%)',
  )
  expect(printed('10people + 2 person-months + 3 [people / quarter]')).toBe(
    '10 people + 2 person-months + 3 [people / quarter]',
  )
  expect(printed('if(a*b-c <= 1, a/b, -c)', 'typeset')).toBe('if(a × b − c ≤ 1, a ÷ b, −c)')
})

test('a name is in brackets where it would be read as something else', () => {
  const name = (text: string): Expr => ({ kind: 'name', name: text, at: [0, 0] })
  for (const text of ['and', 'OR', 'Missing', '2nd', 'a b', 'a-b', 'a]b', '']) {
    expect(print(name(text))).toBe(`[${text.replace(']', ']]')}]`)
    expect(withoutPlaces(parse(print(name(text))).tree)).toEqual(withoutPlaces(name(text)))
  }
  expect(['if', 'Max', 'Größe', '_x1'].map((text) => print(name(text)))).toEqual([
    'if',
    'Max',
    'Größe',
    '_x1',
  ])
})

/** Parentheses that open no call. */
function groupsIn(text: string): readonly (readonly [number, number])[] {
  const open: number[] = []
  const found: (readonly [number, number])[] = []
  let isName = false
  ;[...text].forEach((letter, at) => {
    if (letter === '[' || letter === ']') isName = letter === '['
    if (isName) return
    if (letter === '(') open.push(at)
    const from = letter === ')' ? open.pop() : undefined
    if (from !== undefined && !/\p{L}|\d/u.test(text.charAt(from - 1))) found.push([from, at])
  })
  return found
}
