/** One violation of each rule, planted in a clean tree: it is found, and nothing else is. */
import { describe, expect, it } from 'vitest'
import { inWords, type Rule } from '../../scripts/architecture/fault.ts'
import { faultsOf } from '../../scripts/architecture/faults.ts'
import { clean, plant } from './clean-tree.ts'
import { planted } from './planted.ts'

describe('a planted fault', () => {
  it('is not in the clean tree to begin with', () => {
    const { faults, files, imports } = faultsOf(clean, {})
    expect(faults.map(inWords)).toEqual([])
    expect(files).toBe(clean.size)
    expect(imports).toBe(17)
  })

  it('is planted for every rule', () => {
    const rules: Readonly<Record<Rule, true>> = {
      direction: true,
      'area order': true,
      package: true,
      'product word': true,
      name: true,
      import: true,
      environment: true,
      clock: true,
      sql: true,
      size: true,
    }
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)))
  })

  it.each(planted)('$rule: $says', ({ path, text, rule }) => {
    const { faults } = faultsOf(plant(path, text), {})
    expect(faults.map((fault) => [fault.rule, fault.path])).toEqual([[rule, path]])
  })

  it('of size in a folder is found where no file is too long, and tests do not count', () => {
    const long = '//\n'.repeat(299)
    const many = (end: string) =>
      new Map([
        ...clean,
        ...Array.from(
          { length: 3 },
          (_, n) => [`src/surfaces/rest/part-${n}${end}`, long] as const,
        ),
      ])
    expect(faultsOf(many('.ts'), {}).faults.map(({ path }) => path)).toEqual(['src/surfaces/rest'])
    expect(faultsOf(many('.test.ts'), {}).faults).toEqual([])
  })

  it('of size is answered by a sentence, and the sentence goes when the size does', () => {
    const said = { 'src/store/apply.ts': 'One transaction is read in one piece.' }
    expect(faultsOf(plant('src/store/apply.ts', '//\n'.repeat(300)), said).faults).toEqual([])
    expect(faultsOf(clean, said).faults.map(({ rule, path }) => [rule, path])).toEqual([
      ['size', 'src/store/apply.ts'],
    ])
  })

  it('that is a file nobody can parse stops everything', () => {
    expect(() => faultsOf(plant('src/store/apply.ts', 'const ='), {})).toThrow(
      'src/store/apply.ts does not parse',
    )
  })

  it('is not seen in words that only look like product words, or in sentences that begin like SQL', () => {
    const innocent = [
      [
        'src/store/apply.ts',
        "export const need = 'You need a key.'; export const quote = 1; export const ideal = 2",
      ],
      [
        'src/surfaces/rest/routes.ts',
        "export const a = ['Select a file from this list', 'Update the text', 'where it is']",
      ],
      ['src/app/main.ts', 'export const a = [process.env.HOME, Date.now()]'],
      [
        'src/engine/record.ts',
        "export const a = (b: string) => new Date(b) < new Date('2026-01-01')",
      ],
      ['src/areas/stars/rules/age.ts', "export const feedback = 'feedback'"],
      ['src/store/apply.world.ts', "import { world } from '../../test/world.ts'; export { world }"],
      [
        'src/store/apply.test.ts',
        "import { star } from '../areas/stars/index.ts'; export const feedback = [star, 'select 1']",
      ],
    ] as const
    for (const [path, text] of innocent)
      expect(faultsOf(plant(path, text), {}).faults.map(inWords)).toEqual([])
  })
})
