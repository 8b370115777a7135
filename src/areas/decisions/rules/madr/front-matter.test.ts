import { expect, test } from 'vitest'
import { english } from '../../../../engine/words.ts'
import { faultInFront } from './front-matter.ts'

const said = (...lines: readonly string[]): string | undefined => {
  const fault = faultInFront(['---', ...lines, '---', '', '# Chat'].join('\n'))
  return fault === undefined ? undefined : english.told(fault)
}

test.each([
  [
    'a list that does not end',
    ['date: 2026-01-02', 'status: [a: {b'],
    'Line 3: what begins with [',
  ],
  ['the wrong end', ['tags: [a}'], 'Line 2: what begins with ['],
  ['a quote that does not end', ['status: "accepted'], 'Line 2: what begins with "'],
  ['words after the end', ['status: "a" b'], 'Line 2: "b" comes after the end'],
  ['a second colon', ['status: a: b'], 'Line 2: a value with a colon in it'],
  ['a line without a name', ['status: accepted', 'so it is'], 'Line 3: "so it is" is not written'],
  ['no space after the colon', ['status:accepted'], 'Line 2: "status:accepted" is not written'],
  ['an item that does not end', ['tags:', '  - [a'], 'Line 3: what begins with ['],
])('%s is told with its line', (_, lines, start) => {
  expect(said(...lines)?.startsWith(start), said(...lines)).toBe(true)
})

test('what YAML allows is read', () => {
  expect(
    said(
      '# how it stands',
      'status: "superseded by: [ADR-4]"',
      'date: 2026-01-02 # a Friday',
      'decision-makers: [Ada, "Lin, Chao"]',
      'tags: [one,',
      '  two]',
      'consulted:',
      '- Tomás',
      '  - Mira',
      'note: >-',
      '  it said [so: far',
      'link: https://example.org/a',
      'empty:',
    ),
  ).toBe(undefined)
  expect(faultInFront('# Chat\n\n---\n\n[a\n')).toBe(undefined)
  expect(faultInFront('---\n\n# A line above the title\n')).toBe(undefined)
})
