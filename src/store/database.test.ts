import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openRoughProxy, placeOf } from '../../test/faults/rough-proxy.ts'
import { isLost, openDatabase } from './database.ts'

test('a connection that falls silent is given up, in a transaction too, and another one is made', async () => {
  const { config, close } = await testDatabase()
  const proxy = await openRoughProxy(placeOf(config))
  const database = openDatabase(
    { ...config, host: '127.0.0.1', port: proxy.port, query_timeout: 500 },
    () => undefined,
  )
  const one = () => database.ownerTransaction((session) => session.query('select 1 as one'))
  try {
    expect(await one()).toEqual([{ one: 1 }])
    const silence = proxy.hole(2000)
    const fault = await one().then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(String(fault)).toContain('timeout')
    expect(isLost(fault)).toBe(true)
    await silence
    expect(await one()).toEqual([{ one: 1 }])
  } finally {
    await database.close()
    await proxy.close()
    await close()
  }
})
