import type { Rule } from '../../scripts/architecture/fault.ts'

export interface Planted {
  readonly says: string
  readonly path: string
  readonly text: string
  readonly rule: Rule
}

/** One violation each: where it is planted, and the line that is planted there. */
export const planted: readonly Planted[] = [
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
    'the kit imports the client': "import '../client/rows.ts'",
    'the kit imports an area': "import '../../areas/stars/index.ts'",
    'the kit runs a worker of the store': "new URL('../../store/apply.ts', import.meta.url)",
  }),
  ...into('src/web/derived/list.tsx', 'direction', {
    'a derived screen imports an area': "import '../../areas/stars/index.ts'",
    'a derived screen imports the shell': "import '../shell/app.tsx'",
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
  ...into('src/areas/stars/rules/age.ts', 'clock', {
    'a rule looks at the clock': 'export const a = new Date().getTime()',
    'a rule looks at the clock, shorter': 'export const a = Date.now()',
    'a rule throws dice': "export const a = Math['random']()",
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

function into(
  path: string,
  rule: Rule,
  faults: Readonly<Record<string, string>>,
): readonly Planted[] {
  return Object.entries(faults).map(([says, text]) => ({ says, path, text, rule }))
}
