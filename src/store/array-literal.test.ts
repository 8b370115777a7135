import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { openWorld, type World } from '../../test/world.ts'
import { arrayLiteral } from './array-literal.ts'

let world: World
let client: pg.Client
beforeAll(async () => {
  world = await openWorld()
  client = new pg.Client(world.database.config)
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await world?.close()
})

const read = async (type: string, cells: readonly unknown[]): Promise<unknown> =>
  (await client.query(`select $1::${type}[] as list`, [arrayLiteral(cells)])).rows[0].list

const texts = fc.array(
  fc.option(
    fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
      fc.constantFrom('', 'NULL', '"', '\\', '{}', ',', '{"a": "b\\"}', ' x ', '\n'),
    ),
  ),
)

test('PostgreSQL reads the texts that were given, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (cells) => {
      expect(await read('text', cells)).toEqual(cells)
    }),
  )
})

test('PostgreSQL reads the bytes, numbers and flags that were given', async () => {
  const bytes = [Buffer.from([0, 92, 34, 255]), null, Buffer.alloc(0)]
  expect(await read('bytea', bytes)).toEqual(bytes)
  expect(await read('float8', [1, -2.5, 1e300, null])).toEqual([1, -2.5, 1e300, null])
  expect(await read('boolean', [true, false, null])).toEqual([true, false, null])
  expect(await read('text', [])).toEqual([])
})
