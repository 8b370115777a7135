import fc from 'fast-check'
import type { Field, Fields, ProseNode } from '../src/engine/field.ts'

/** What a ref may point at, by the record it is to; nothing there, and the field is left out. */
export type Targets = (record: string) => readonly string[]

/** Any valid input for these fields: required ones are there, the others are there or not. */
export function draftOf(
  fields: Fields,
  targets: Targets,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const arbitraries = Object.entries(fields).flatMap(([name, field]) => {
    const value = valueOf(field, targets)
    return value === undefined ? [] : [[name, value] as const]
  })
  const requiredKeys = arbitraries.flatMap(([name]) =>
    fields[name]?.required === true ? [name] : [],
  )
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys, noNullPrototype: true })
}

/** Any valid value of a field; undefined where there can be none. */
export function valueOf(field: Field, targets: Targets): fc.Arbitrary<unknown> | undefined {
  switch (field.kind) {
    case 'text':
      return textOf(field)
    case 'prose':
      return prose
    case 'number':
      return numberOf(field)
    case 'amount':
      return fc.record(
        {
          minor: fc.integer({ min: -1e12, max: 1e12 }),
          currency: fc.constantFrom('EUR', 'CHF', 'USD'),
        },
        { noNullPrototype: true },
      )
    case 'date':
      return day
    case 'instant':
      return fc
        .date({
          min: new Date('1980-01-01T00:00:00Z'),
          max: new Date('2080-01-01T00:00:00Z'),
          noInvalidDate: true,
        })
        .map((at) => at.toISOString())
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options))
    case 'flag':
      return fc.boolean()
    case 'ref':
      return oneOf(targets(field.to))
    case 'list':
      return field.of === 'text'
        ? fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
        : listOf(targets(field.of), field.most)
    case 'interval':
      return fc
        .tuple(fc.option(day), fc.option(day))
        .map(([from, to]) =>
          from !== null && to !== null && from > to ? { from: to, to: from } : { from, to },
        )
        .filter(({ from, to }) => from !== null || to !== null)
    case 'custom':
    case 'computed':
    case 'rollup':
      return undefined
  }
}

const oneOf = (ids: readonly string[]): fc.Arbitrary<string> | undefined =>
  ids.length === 0 ? undefined : fc.constantFrom(...ids)

const listOf = (
  ids: readonly string[],
  most: number,
): fc.Arbitrary<readonly string[]> | undefined =>
  ids.length === 0
    ? undefined
    : fc.subarray([...ids], { minLength: 1, maxLength: Math.min(most, ids.length) })

const day = fc
  .date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((at) => at.toISOString().slice(0, 10))

/** Texts that break things: formulas, quotes, separators, breaks, other scripts, marks of direction, nothing but space inside. */
const awkward = fc.constantFrom(
  '=1+1',
  '+41 44',
  '-',
  '@cmd',
  "'quoted",
  "''=",
  '"',
  'a;b,c',
  'line\nbreak',
  'line\r\nbreak',
  '\ttab',
  'שלום',
  '日本語の感想',
  'naïve café',
  '👩‍👩‍👧',
  '\u202eabc',
  'zero\u200bwidth',
  'null',
  '0',
  '-7.50',
  '1e5',
  '{"a":1}',
  '[1]',
  'FB-1',
  'none',
  '..',
  'ends with space ',
  ' begins so',
  '\u00a0',
  '%00',
  '$1',
  '\\n',
  "O'Hara",
)
const piece = fc.oneof(
  { weight: 2, arbitrary: awkward },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.lorem({ maxCount: 3 }),
)
const free = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').replaceAll('\u0000', ''))
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text)
const word = fc.stringMatching(/^[a-z][a-z0-9-]{2,10}$/)

function textOf({ form, max }: Extract<Field, { kind: 'text' }>): fc.Arbitrary<string> {
  const own = free
    .map((text) => [...text].slice(0, max).join(''))
    .filter((text) => text.trim() !== '' && isWhole(text))
  return form === undefined ? own : formed(form)
}

type TextForm = Extract<Field, { kind: 'text' }>['form']

function formed(form: NonNullable<TextForm>): fc.Arbitrary<string> {
  switch (form) {
    case 'url':
      return word.map((name) => `https://${name}.example/?q=${name}#x`)
    case 'email':
      return fc.tuple(word, word).map(([name, host]) => `${name}@${host}.example`)
    case 'domain':
      return fc
        .tuple(word, word)
        .map(([name, host]) => `${name}.${host.replace(/^-|-$/g, '')}.example`)
    case 'language':
      return fc.constantFrom('en', 'de-CH', 'Schweizerdeutsch', '日本語')
    case 'markdown':
      return free.filter((text) => text.trim() !== '' && isWhole(text))
  }
}

function numberOf({
  allowed,
  min = -1e9,
  max = 1e9,
  whole,
}: Extract<Field, { kind: 'number' }>): fc.Arbitrary<number> {
  if (allowed !== undefined) return fc.constantFrom(...Object.values(allowed))
  if (whole === true) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
  return fc.oneof(
    fc.integer({ min: Math.ceil(min), max: Math.floor(max) }),
    fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
  )
}

const plain = free
  .map((text) => text.replace(/[\r\n]/g, ' '))
  .filter((text) => text.trim() !== '' && isWhole(text))

const marks = fc.subarray<{
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}>([
  { type: 'bold' },
  { type: 'italic' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://example.org/a?b=c' } },
])
const textNode: fc.Arbitrary<ProseNode> = fc
  .tuple(plain, marks)
  .map(([text, some]) =>
    some.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: some },
  )
const paragraph: fc.Arbitrary<ProseNode> = fc
  .array(textNode, { minLength: 1, maxLength: 3 })
  .map((content) => ({ type: 'paragraph', content }))
const block: fc.Arbitrary<ProseNode> = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  paragraph.map((inner) => ({ type: 'blockquote', content: [inner] })),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items) => ({
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [item] })),
  })),
  plain.map((text) => ({
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text }],
  })),
)
const prose: fc.Arbitrary<ProseNode> = fc
  .array(block, { minLength: 1, maxLength: 3 })
  .map((content) => ({ type: 'doc', content }))
