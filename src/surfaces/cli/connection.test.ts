import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectionOf, type Connection } from './connection.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
  for (const [name, port] of [
    ['throughline-data', 4601],
    ['own', 4602],
  ] as const) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'instance.json'), `{"url":"http://127.0.0.1:${port}"}`)
    writeFileSync(join(folder, name, 'owner.token'), `token-of-${name}\n`)
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const told = (env: Readonly<Record<string, string>>, data?: string): Connection =>
  connectionOf({ env, cwd: folder }, data)

describe('where to speak, and as whom', () => {
  it('is found in ./throughline-data without being told', () => {
    expect(told({})).toEqual({
      url: 'http://127.0.0.1:4601',
      key: 'token-of-throughline-data',
      keyless: undefined,
    })
  })

  it('is the directory that THROUGHLINE_DATA_DIR names, or --data over it', () => {
    const own = { url: 'http://127.0.0.1:4602', key: 'token-of-own' }
    expect(told({ THROUGHLINE_DATA_DIR: 'own' })).toMatchObject(own)
    expect(told({ THROUGHLINE_DATA_DIR: 'throughline-data' }, 'own')).toMatchObject(own)
  })

  it('is what --data names, over all that the environment says', () => {
    const env = { THROUGHLINE_URL: 'http://127.0.0.1:1', THROUGHLINE_KEY: 'of-env' }
    expect(told(env, 'own')).toMatchObject({ url: 'http://127.0.0.1:4602', key: 'token-of-own' })
  })

  it('is the environment, over what lies in a directory that nobody named', () => {
    const env = { THROUGHLINE_URL: 'https://a.example/base/', THROUGHLINE_KEY: 'of-env' }
    expect(told(env)).toMatchObject({ url: 'https://a.example/base', key: 'of-env' })
  })

  it('is the port that an instance takes without being told, where nothing says otherwise', () => {
    expect(told({ THROUGHLINE_DATA_DIR: 'nowhere' })).toEqual({
      url: 'http://127.0.0.1:4600',
      key: undefined,
      keyless: `There is no owner's token in ${join(folder, 'nowhere')}. Name the data directory with --data, or set THROUGHLINE_KEY.`,
    })
  })

  it.each([
    'https://a.example',
    'http://127.0.0.1.a.example',
    'http://10.0.0.1:4600',
    'http://[::2]',
  ])('never gives the token of the owner to another machine: %s', (url) => {
    expect(told({ THROUGHLINE_URL: url })).toMatchObject({
      key: undefined,
      keyless: 'Set THROUGHLINE_KEY to a key of that workspace.',
    })
    writeFileSync(join(folder, 'own', 'instance.json'), JSON.stringify({ url }))
    expect(told({}, 'own')).toMatchObject({ key: undefined })
  })

  it.each(['http://localhost:4600', 'http://127.8.9.1', 'http://[::1]:4600'])(
    'gives it to this one: %s',
    (url) => {
      expect(told({ THROUGHLINE_URL: url })).toMatchObject({ key: 'token-of-throughline-data' })
    },
  )

  it('is not what is no address', () => {
    expect(() => told({ THROUGHLINE_URL: 'ftp://a.example' })).toThrow(
      '"ftp://a.example" is no address of an instance. Set THROUGHLINE_URL to one such as http://127.0.0.1:4600.',
    )
  })

  it('passes over an instance.json that cannot be read', () => {
    writeFileSync(join(folder, 'own', 'instance.json'), '{"url":')
    expect(told({}, 'own')).toMatchObject({ url: 'http://127.0.0.1:4600', key: 'token-of-own' })
  })
})
