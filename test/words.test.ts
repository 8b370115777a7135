/**
 * The laws of the words: whatever a person reads is said through them; every language can say all of
 * it, with the same holes, in its own plurals; and it says nothing that nobody says any more.
 */
import { describe, expect, test } from 'vitest'
import { wordsDeclared } from '../scripts/words/declared.ts'
import { saidIn, whatIsSaid } from '../scripts/words/said.ts'
import { serverCatalogue } from '../src/areas/server.ts'
import { german as germanOfPages } from '../src/words/german.ts'
import { allParts as parts, german } from '../src/words/german-server.ts'

const said = whatIsSaid()
const declared = wordsDeclared(serverCatalogue)
const keys = new Set([...said.keys.map(({ text }) => text), ...declared])

const place = ({ path, line, text }: (typeof said.keys)[number]): string =>
  `${path}:${line} ${text}`
const formsOf = (text: string): readonly string[] => {
  const found = german.textOf(text)
  return found === undefined ? [] : typeof found === 'string' ? [found] : Object.values(found)
}
const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted()

describe('the words', () => {
  test('were looked for everywhere', () => {
    expect(said.files).toBeGreaterThan(400)
    expect(declared.length).toBeGreaterThan(200)
    expect(said.keys.length).toBeGreaterThan(1_000)
  })

  test('are written out where they are said, and said when a language is chosen', () => {
    expect(said.wrong.map(place)).toEqual([])
  })

  test('are what every screen says', () => {
    expect(said.bare.map(place)).toEqual([])
  })
})

test('what is said as a word of the declaration is declared', () => {
  expect(said.labels.length).toBeGreaterThan(5)
  expect(said.labels.filter(({ text }) => !declared.includes(text)).map(place)).toEqual([])
})

describe('German', () => {
  test('says all of them', () => {
    const plurals = said.keys.filter(({ text }) => text.includes('#')).map(({ text }) => text)
    expect([...keys].filter((key) => german.textOf(key) === undefined)).toEqual([])
    expect(plurals.filter((key) => typeof german.textOf(key) === 'string' && !isSame(key))).toEqual(
      [],
    )
  })

  test('says what pages say without what only the server says', () => {
    const onPages = said.keys.filter(({ path }) => /^src\/(web|areas\/[^/]+\/screens)\//.test(path))
    const texts = [...onPages.map(({ text }) => text), ...declared]
    expect(texts.filter((text) => germanOfPages.textOf(text) === undefined)).toEqual([])
  })

  test('fills the same holes', () => {
    expect(
      [...keys].filter((key) =>
        formsOf(key).some((text) => holes(text).join() !== holes(key).join()),
      ),
    ).toEqual([])
  })

  test('says each in one place, and nothing that nobody says', () => {
    const own = parts.flatMap((part) => Object.keys(part))
    expect(own.filter((key, at) => own.indexOf(key) !== at)).toEqual([])
    expect(own.filter((key) => !keys.has(key) && !keys.has(key.replace(/\|[\w-]+$/, '')))).toEqual(
      [],
    )
  })
})

/** The same for one and for many. */
const isSame = (key: string): boolean => formsOf(key).every((text) => text === key)

describe('what looks for the words', () => {
  const inScreen = (code: string) =>
    saidIn('src/web/derived/planted.tsx', `import { counted, say } from '../words/say.ts'; ${code}`)

  test.each([
    ['a text between tags', 'const A = () => <p>Not said</p>'],
    ['a label', 'const A = () => <Field label="Owner" />'],
    ['a sentence in quotes', "const a = () => 'Nothing waits here.'"],
    ['a sentence in a template', 'const a = (n: number) => `Show ${n} more`'],
  ])('finds %s', (_, code) => {
    expect(inScreen(code).bare).toHaveLength(1)
  })

  test('finds what is said too early, and what is not written out', () => {
    expect(inScreen("const a = say('Open')").wrong).toHaveLength(1)
    expect(inScreen('const a = (x: string) => say(x)').wrong).toHaveLength(1)
  })

  test('is content with what goes through the words', () => {
    const {
      bare,
      wrong,
      keys: found,
    } = inScreen(
      "const A = () => <p title={say('Not saved')}>{counted(2, '# row of it', '# rows of it')}</p>",
    )
    expect([bare, wrong]).toEqual([[], []])
    expect(found.map(({ text }) => text).toSorted()).toEqual(['# rows of it', 'Not saved'])
  })
})
