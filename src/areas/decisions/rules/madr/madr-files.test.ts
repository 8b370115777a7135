import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../../engine/canonical.ts'
import { fromMadr, toMadr } from './madr-rows.ts'
import type { Madr } from './madr.ts'
import { readMadr } from './read-madr.ts'
import { writeMadr } from './write-madr.ts'

const sets =
  process.env['THROUGHLINE_SETS'] ??
  fileURLToPath(new URL('../../../../../../shared/data', import.meta.url))
const folders = [
  'product-simpler-grants/docs/wiki/product/decisions/adr',
  'decisions/home-assistant-adrs',
  'decisions/freecad-feps',
  'decisions/posthog-rfcs',
].map((path) => join(sets, path))

describe.runIf(folders.every((path) => existsSync(path)))(
  'the decision records of real products',
  () => {
    const files = folders
      .filter((path) => existsSync(path))
      .flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => name.endsWith('.md') && name !== 'README.md')
          .map((name) => ({ name, folder, text: readFileSync(join(folder, name), 'utf8') })),
      )

    test('are read, written and read again to the same', () => {
      expect(files.length).toBeGreaterThan(120)
      const differ = files.filter(({ text }) => {
        const once = readMadr(text)
        return canonical(readMadr(writeMadr(once))) !== canonical(once)
      })
      expect(differ.map(({ name }) => name)).toEqual([])
    })

    test('come in as rows and go out as they came', () => {
      const differ = files.filter(({ text }) => {
        const madr = readMadr(text)
        const brought = fromMadr(madr, () => false)
        const options = brought.options.map((one, at) => ({ ...one, id: String(at) }))
        const chosenId = brought.chosen === null ? null : String(brought.chosen)
        const out = toMadr(
          { ...brought.decision, chosenId },
          options,
          brought.criteria.map((title) => ({ title })),
          { ref: 'DEC-1', deciders: [], consulted: [], informed: [], supersededBy: null },
        )
        const again = readMadr(writeMadr(out))
        return canonical(comparable(madr.title, again)) !== canonical(comparable(madr.title, madr))
      })
      expect(differ.map(({ name }) => name)).toEqual([])
    })

    test('have their parts found', () => {
      const adrs = files
        .filter(({ folder }) => folder.includes('simpler-grants'))
        .map(({ text }) => readMadr(text))
      const having = (has: (madr: Madr) => boolean): number => adrs.filter(has).length
      expect({
        read: adrs.length,
        title: having(({ title }) => title !== ''),
        context: having(({ context }) => context !== ''),
        status: having(({ status }) => status !== null),
        outcome: having(({ outcome }) => outcome !== ''),
        options: having(({ options }) => options.length >= 2),
        arguments: having(({ options }) =>
          options.some((one) => one.good.length + one.bad.length > 0),
        ),
        chosen: having(({ chosen }) => chosen !== null),
      }).toEqual({
        read: 62,
        title: 61,
        context: 61,
        status: 57,
        outcome: 53,
        options: 54,
        arguments: 31,
        chosen: 26,
      })
    })
  },
)

/** A status that is missing is told from the state, and a file without a title goes by its outcome. */
const comparable = (title: string, madr: Madr): object => ({
  ...madr,
  status: null,
  title: title === '' ? '' : madr.title,
})
