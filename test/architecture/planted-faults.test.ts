/** One violation of each rule, planted in a clean tree: it is found, and nothing else is. */
import { describe, expect, it } from 'vitest'
import { inWords, type Rule } from '../../scripts/architecture/fault.ts'
import { faultsOf } from '../../scripts/architecture/faults.ts'
import { clean, plant } from './clean-tree.ts'

const into = (path: string, rule: Rule, faults: Readonly<Record<string, string>>) =>
  Object.entries(faults).map(([says, text]) => ({ says, path, text, rule }))

const planted = [
  ...into('src/engine/record.ts', 'direction', {
    'the engine imports math': "import '../math/beta.ts'",
    'the engine imports a type of the store': "import type { a } from '../store/apply.ts'",
  }),
  ...into('src/math/beta.ts', 'direction', {
    'math imports the engine': "export { a } from '../engine/record.ts'",
  }),
  ...into('src/store/apply.ts', 'direction', {
    'the store imports an area': "import { star } from '../areas/stars/index.ts'",
  }),
  ...into('src/surfaces/rest/routes.ts', 'direction', {
    'a surface imports an area, late': "await import('../../areas/stars/index.ts')",
    'a surface names a type of an area in passing':
      "type A = import('../../areas/stars/index.ts').A",
    'a surface imports app': "import '../../app/main.ts'",
  }),
  ...into('src/areas/stars/rules/age.ts', 'direction', {
    'a rule imports the store': "import '../../../store/apply.ts'",
    'a rule imports a view': "import '../views/sky.ts'",
    'a rule imports its own face': "import '../index.ts'",
  }),
  ...into('src/areas/stars/views/sky.ts', 'direction', {
    'a view imports a screen': "import '../screens/sky.tsx'",
    'a view imports the store': "import '../../../store/apply.ts'",
  }),
  ...into('src/areas/stars/screens/sky.tsx', 'direction', {
    'a screen imports a view, not only its type': "import { a } from '../views/sky.ts'",
    'a screen imports the shell': "import '../../../web/shell/app.tsx'",
  }),
  ...into('src/areas/trips/rules/way.ts', 'direction', {
    'an area reaches past the face of another': "import '../../stars/rules/age.ts'",
  }),
  ...into('src/web/kit/button.tsx', 'direction', {
    'the kit imports the shell': "import '../shell/app.tsx'",
    'the kit imports an area': "import '../../areas/stars/index.ts'",
    'the kit runs a worker of the store': "new URL('../../store/apply.ts', import.meta.url)",
  }),
  ...into('src/web/client/rows.ts', 'direction', {
    'the client imports the kit': "import '../kit/button.tsx'",
  }),
  ...into('src/web/shell/app.tsx', 'direction', {
    'the shell imports the store': "import '../../store/apply.ts'",
  }),
  ...into('src/app/main.ts', 'direction', {
    'code that is shipped imports a test’s': "import '../../test/world.ts'",
  }),
  ...into('src/areas/stars/rules/age.ts', 'area order', {
    'an area imports a later one': "import '../../trips/index.ts'",
  }),
  ...into('src/areas/moons/rules/age.ts', 'area order', {
    'an area stands in no order': 'export {}',
  }),
  ...into('src/engine/record.ts', 'package', {
    'React in the engine': "import { useState } from 'react'",
  }),
  ...into('src/areas/stars/views/sky.ts', 'package', {
    'React in a view': "import { flushSync } from 'react-dom'",
    'kysely in a view': "import { sql } from 'kysely'",
  }),
  ...into('src/app/main.ts', 'package', {
    'React in app': "import { Link } from '@tanstack/react-router'",
    'pg in app': "import Cursor from 'pg-cursor'",
  }),
  ...into('src/surfaces/rest/routes.ts', 'package', {
    'pg in a surface': "import pg from 'pg'",
  }),
  ...into('src/areas/stars/rules/age.ts', 'package', {
    'node in a rule': "import { readFileSync } from 'node:fs'",
  }),
  ...into('src/web/kit/button.tsx', 'package', {
    'node in the kit': "import 'node:crypto'",
  }),
  ...into('src/web/shell/app.tsx', 'package', {
    'zod in the shell': "import { z } from 'zod'",
  }),
  ...into('src/engine/record.ts', 'product word', {
    'a product word as a name in the engine': 'export const feedbackRow = 1',
  }),
  ...into('src/store/apply.ts', 'product word', {
    'a product word as a key in the store': 'export const a = { ideas: 1 }',
    'a product word in a template of the store':
      'export const a = (t: string) => `copy company ${t}`',
    'the name of a record that an area declares': 'export const a = { redDwarfs: 1 }',
    'a pointer to a record whose word has two senses': 'export const a = { needId: 1 }',
    'the name of a record whose word has two senses': "export const a = 'needs'",
  }),
  ...into('src/surfaces/rest/routes.ts', 'product word', {
    'a product word in a sentence of a surface': "export const a = 'This roadmap is empty.'",
  }),
  ...into('src/web/kit/button.tsx', 'product word', {
    'a product word between the tags of the kit':
      'export const A = () => <b>Add an objective-less idea</b>',
  }),
  ...into('src/store/utils/text.ts', 'name', {
    'a folder for nothing in particular': 'export {}',
  }),
  ...into('test/helpers/text.ts', 'name', {
    'a folder for nothing in particular, in tests': 'export {}',
  }),
  ...into('src/store/index.ts', 'name', {
    'an index that is not an area’s face': 'export {}',
  }),
  ...into('src/areas/stars/rules/index.ts', 'name', {
    'an index inside an area': 'export {}',
  }),
  ...into('src/store/applyAll.ts', 'name', {
    'a name in another case': 'export {}',
  }),
  ...into('src/store/apply.ts', 'import', {
    'an import without its ending': "import '../engine/record'",
    'an import of what is not there': "import './gone.ts'",
  }),
  ...into('src/store/apply.ts', 'environment', {
    'the environment in the store': 'export const a = process.env.HOME',
    'the environment by another spelling': "export const a = globalThis.process['env']",
    'the environment taken apart': 'export const { env } = process',
    'the environment as an import': "import { env } from 'node:process'",
  }),
  ...into('src/areas/stars/views/sky.ts', 'sql', {
    'SQL in a view': 'export const a = (b: string) => `select id from star where id = ${b}`',
    'a recursive query in a view': "export const a = 'with recursive way as (select 1)'",
  }),
  ...into('src/surfaces/rest/routes.ts', 'sql', {
    'SQL in capitals in a surface': "export const a = '  INSERT INTO star VALUES (1)'",
  }),
  ...into('src/app/main.ts', 'sql', {
    'SQL that changes in app': "export const a = 'update star set name = $1'",
    'SQL that defines in app': "export const a = 'create unique index a on star (b)'",
  }),
  ...into('src/store/apply.ts', 'size', {
    'a file over its alarm': '//\n'.repeat(300),
  }),
  ...into('test/world.ts', 'size', {
    'a file over its alarm, in tests': '//\n'.repeat(301),
  }),
]

describe('a planted fault', () => {
  it('is not in the clean tree to begin with', () => {
    const { faults, files, imports } = faultsOf(clean, {})
    expect(faults.map(inWords)).toEqual([])
    expect(files).toBe(clean.size)
    expect(imports).toBe(15)
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
      ['src/app/main.ts', 'export const a = process.env.HOME'],
      ['src/areas/stars/rules/age.ts', "export const feedback = 'feedback'"],
      [
        'src/store/apply.test.ts',
        "import { star } from '../areas/stars/index.ts'; export const feedback = [star, 'select 1']",
      ],
    ] as const
    for (const [path, text] of innocent)
      expect(faultsOf(plant(path, text), {}).faults.map(inWords)).toEqual([])
  })
})
