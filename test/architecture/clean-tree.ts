import type { Tree } from '../../scripts/architecture/tree.ts'

/** A tree of another product, about stars and trips to them, without a fault. */
export const clean: Tree = new Map([
  ['src/engine/record.ts', 'export const record = 1'],
  ['src/math/beta.ts', 'export const beta = 1'],
  [
    'src/areas/order.ts',
    "import * as stars from './stars/index.ts'\nimport * as trips from './trips/index.ts'\nexport const areas = [stars, trips] as const",
  ],
  ['src/areas/stars/index.ts', "export { star } from './records/red-dwarf.ts'"],
  [
    'src/areas/stars/records/red-dwarf.ts',
    "import { record } from '../../../engine/record.ts'\nexport const star = record",
  ],
  [
    'src/areas/stars/rules/age.ts',
    "import { beta } from '../../../math/beta.ts'\nexport const age = beta",
  ],
  ['src/areas/stars/views/sky.ts', "import { age } from '../rules/age.ts'\nexport const sky = age"],
  [
    'src/areas/stars/screens/sky.tsx',
    "import type { sky } from '../views/sky.ts'\nimport { Button } from '../../../web/kit/button.tsx'\nexport const Sky = (p: typeof sky) => <Button {...p} />",
  ],
  ['src/areas/trips/index.ts', 'export {}'],
  [
    'src/areas/trips/rules/way.ts',
    "import { star } from '../../stars/index.ts'\nexport const way = star",
  ],
  [
    'src/store/apply.ts',
    "import { record } from '../engine/record.ts'\nexport const apply = [record, 'select 1']",
  ],
  [
    'src/surfaces/rest/routes.ts',
    "import { apply } from '../../store/apply.ts'\nexport const routes = apply",
  ],
  [
    'src/app/main.ts',
    "import { areas } from '../areas/order.ts'\nimport { routes } from '../surfaces/rest/routes.ts'\nexport const main = [areas, routes]",
  ],
  [
    'src/web/kit/button.tsx',
    "import { useState } from 'react'\nexport const Button = () => <b>{useState}</b>",
  ],
  [
    'src/web/derived/list.tsx',
    "import { rows } from '../client/rows.ts'\nimport { Button } from '../kit/button.tsx'\nexport const List = [rows, Button]",
  ],
  ['src/web/client/rows.ts', 'export const rows = 1'],
  [
    'src/web/shell/app.tsx',
    "import { Button } from '../kit/button.tsx'\nexport const App = Button",
  ],
  ['test/world.ts', 'export const world = 1'],
])

/** The clean tree with this text at the head of one file. */
export const plant = (path: string, text: string): Tree =>
  new Map([...clean, [path, `${text}\n${clean.get(path) ?? ''}`]])
