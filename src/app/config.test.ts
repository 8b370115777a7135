import { describe, expect, test } from 'vitest'
import { Problem } from '../engine/problem.ts'
import { configOf } from './config.ts'

const here = '/srv/here'

describe('the settings of an instance', () => {
  test.each([
    [['--port', 'x'], {}, '--port'],
    [['--port', '70000'], {}, '--port'],
    [[], { PORT: '-1' }, 'PORT'],
    [['--prot', '1'], {}, '--prot'],
    [['extra'], {}, 'extra'],
    [[], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [[], { THROUGHLINE_RATE: 'fast' }, 'THROUGHLINE_RATE'],
    [[], { THROUGHLINE_TRASH_DAYS: '0' }, 'THROUGHLINE_TRASH_DAYS'],
    [[], { THROUGHLINE_PUBLIC_URL: 'line.example.org' }, 'THROUGHLINE_PUBLIC_URL'],
    [[], { THROUGHLINE_PUBLIC_URL: 'https://line.example.org/sub' }, 'THROUGHLINE_PUBLIC_URL'],
    [[], { THROUGHLINE_PUBLIC_URL: 'ftp://line.example.org' }, 'THROUGHLINE_PUBLIC_URL'],
    [[], { THROUGHLINE_TRUSTED_PROXIES: 'nginx' }, 'THROUGHLINE_TRUSTED_PROXIES'],
  ])('%j with %j are refused, naming the place', (argv, env, place) => {
    expect(() => configOf(argv, env, here)).toThrow(Problem)
    expect(() => configOf(argv, env, here)).toThrow(place)
  })

  test('need nothing', () => {
    expect(configOf([], {}, here)).toMatchObject({
      port: 4600,
      dataDir: '/srv/here/throughline-data',
      databaseUrl: undefined,
      sample: false,
      trashDays: 30,
    })
  })

  test('that are said win over those of the environment', () => {
    const env = {
      PORT: '1',
      THROUGHLINE_DATA_DIR: 'a',
      DATABASE_URL: 'postgres://u@h/d',
      DISPLAY: ':0',
    }
    expect(
      configOf(['--port=0', '--data', '/b', '--no-open', '--sample'], env, here),
    ).toMatchObject({
      port: 0,
      dataDir: '/b',
      databaseUrl: 'postgres://u@h/d',
      open: false,
      sample: true,
    })
    expect(configOf([], env, here)).toMatchObject({ port: 1, dataDir: '/srv/here/a' })
  })

  test('that are set to nothing are not set', () => {
    expect(
      configOf([], { PORT: '', DATABASE_URL: ' ', THROUGHLINE_DATA_DIR: '' }, here),
    ).toMatchObject({ port: 4600, databaseUrl: undefined, dataDir: '/srv/here/throughline-data' })
  })
})
