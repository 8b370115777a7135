import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serverCatalogue as catalogue } from '../../areas/server.ts'
import { problemCodes } from '../../engine/problem.ts'
import { problems } from '../rest/problem.ts'
import { exitCodes } from './failure.ts'
import { keepingOf } from '../../app/keeping.ts'
import { patientFetch } from './patient-fetch.ts'
import { runCli } from './run.ts'
import { runIn, type Ran } from './run.world.ts'

/**
 * What the product's own server cannot be made to do: to cut connections, to be something else, and
 * to answer every problem there is. All that it can do is tested against it, in cli.test.ts.
 */
let server: Server | undefined
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  server?.closeAllConnections()
  await new Promise((resolve) =>
    server === undefined ? resolve(undefined) : server.close(resolve),
  )
  server = undefined
})

async function listening(answer: RequestListener): Promise<string> {
  const made = createServer(answer)
  server = made
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`
}

const answering =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))
  }

const throughline = (
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin = '',
): Promise<Ran> => runIn(folder, argv, { env, stdin })

const kind = catalogue.records.find((one) => one.derive === undefined && one.station !== undefined)
const record = kind?.name ?? ''
const ref = `${kind?.prefix ?? ''}-1`

describe('the exit code', () => {
  it.each(problemCodes)(
    'of the problem %s is its own, and the document goes to stderr as it came',
    async (code) => {
      const document = {
        type: `/problems/${code}`,
        code,
        status: problems[code].status,
        detail: 'A sentence with its remedy.',
        errors: [{ pointer: '/some/0', detail: 'Wrong here.' }],
        more: [1],
      }
      const url = await listening((_, response) =>
        answering(problems[code].status, document)(response),
      )
      const plain = await throughline([record, 'get', ref], { THROUGHLINE_URL: url })
      expect(plain).toEqual({
        code: exitCodes[code],
        out: '',
        err: 'A sentence with its remedy.\n  some.0  Wrong here.\n',
      })
      const asJson = await throughline([record, 'get', ref, '--json'], { THROUGHLINE_URL: url })
      expect([asJson.code, asJson.out, JSON.parse(asJson.err)]).toEqual([
        exitCodes[code],
        '',
        document,
      ])
    },
  )

  it('is 8 where nothing answers, with the remedy', async () => {
    const url = await listening(() => undefined)
    await new Promise((resolve) => server?.close(resolve))
    server = undefined
    const { code, err } = await throughline([record, 'list'], { THROUGHLINE_URL: url })
    expect([code, err]).toEqual([
      8,
      `Nothing answers at ${url}. Start an instance with "throughline start", or name another one with THROUGHLINE_URL.\n`,
    ])
  })

  it('is 8 where something else answers', async () => {
    const url = await listening((_, response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>'),
    )
    const { code, err } = await throughline([record, 'list'], { THROUGHLINE_URL: url })
    expect([code, err]).toEqual([
      8,
      `What answers at ${url} is not Throughline (status 404). Check THROUGHLINE_URL.\n`,
    ])
  })

  it.each([
    [['nonsense'], /Unknown command 'nonsense'\. See "throughline --help"/],
    [[record.slice(0, -1)], new RegExp(`Did you mean ${record}\\?`)],
    [[record], /needs a verb/],
    [[record, 'get'], /Missing required argument 'ref'/],
    [[record, 'list', '--nonsense'], /Unknown option '--nonsense'/],
    [[record, 'list', '--json', '-'], /^(?!.*--body).*"--json -" reads what to write from stdin/],
    [[record, 'list', '--filter', 'nonsense'], /Write --filter field=value/],
    [['undo', 'last'], /"last" is no commit/],
    [['export'], /--all/],
    [['completion', 'tcsh'], /One of: bash, zsh, fish/],
  ])('of %j is 2, with what would be right', async (argv, says) => {
    const plain = await throughline(argv)
    expect([plain.code, plain.out]).toEqual([2, ''])
    expect(
      argv.includes('-') ? (JSON.parse(plain.err) as { detail: string }).detail : plain.err,
    ).toMatch(says)
    const asJson = await throughline([...argv, '--json'])
    expect([asJson.code, (JSON.parse(asJson.err) as { code: string }).code]).toEqual([2, 'invalid'])
  })

  it('of a fault that nobody foresaw is 1, and no stack is shown', async () => {
    const { code, err } = await throughline([record, 'list'], {
      THROUGHLINE_URL: 'http://127.0.0.1:1',
      get THROUGHLINE_KEY(): string {
        throw new RangeError('odd')
      },
    })
    expect([code, err]).toEqual([1, 'This is a fault of the command line itself: odd\n'])
  })
})

describe('a connection that breaks', () => {
  it('is tried once more, with the same key, so that nothing is written twice', async () => {
    const seen: (readonly [string, string, string])[] = []
    const url = await listening((request, response) => {
      void text(request).then((body) => {
        seen.push([String(request.headers['idempotency-key']), String(request.method), body])
        if (seen.length === 1) request.socket.resetAndDestroy()
        else answering(201, { ref, title: 'Once' })(response)
      })
    })
    const { code, out } = await throughline(
      [record, 'create', '--json', '-'],
      { THROUGHLINE_URL: url },
      '{"a":1}',
    )
    expect([code, JSON.parse(out)]).toEqual([0, { ref, title: 'Once' }])
    expect(seen).toHaveLength(2)
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), 'POST', '{"a":1}'])
  })

  it('is given up after the second time, in a sentence', async () => {
    let tries = 0
    const url = await listening((request) => {
      tries += 1
      request.socket.resetAndDestroy()
    })
    const { code, err } = await throughline([record, 'list'], { THROUGHLINE_URL: url })
    expect([code, tries]).toEqual([8, 2])
    expect(err).toBe(
      `The connection to ${url} broke off. Look whether the instance still runs, then try again.\n`,
    )
  })

  it('waits for a first try that is still under way over there', async () => {
    let tries = 0
    const url = await listening((request, response) => {
      tries += 1
      if (tries === 1) request.socket.resetAndDestroy()
      else if (tries < 4)
        answering(
          409,
          { code: 'taken', detail: 'Still under way.' },
          { 'retry-after': '1' },
        )(response)
      else answering(201, { ref })(response)
    })
    const { code } = await throughline(
      [record, 'create', '--json', '-'],
      { THROUGHLINE_URL: url },
      '{}',
    )
    expect([code, tries]).toEqual([0, 4])
  })

  it('sends the file of an import again from its beginning', async () => {
    writeFileSync(join(folder, 'rows.csv'), 'title\none\n')
    const bodies: string[] = []
    const url = await listening((request, response) => {
      void text(request).then((body) => {
        bodies.push(body)
        if (bodies.length === 1) request.socket.resetAndDestroy()
        else answering(422, { code: 'invalid', detail: 'Seen.' })(response)
      })
    })
    const { code } = await throughline(['import', record, 'rows.csv'], { THROUGHLINE_URL: url })
    expect([code, bodies]).toEqual([2, ['title\none\n', 'title\none\n']])
  })

  it('leaves no half of an export behind', async () => {
    const url = await listening((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' })
      response.write('title\n', () => response.socket?.resetAndDestroy())
    })
    writeFileSync(join(folder, 'rows.csv'), 'what stood here before')
    const { code, err } = await throughline(['export', record, '--out', 'rows.csv'], {
      THROUGHLINE_URL: url,
    })
    expect(code).toBe(8)
    expect(err).toContain('broke off')
    expect(readdirSync(folder)).toEqual(['rows.csv'])
    expect(readFileSync(join(folder, 'rows.csv'), 'utf8')).toBe('what stood here before')
  })
})

it('somebody who stops reading is no fault', async () => {
  const url = await listening((_, response) =>
    answering(200, { data: [{ ref, stations: 0 }], cursor: null })(response),
  )
  const stdout = new PassThrough()
  stdout.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }))
  stdout.on('error', () => undefined)
  const stderr = new PassThrough()
  const code = await runCli([record, 'list'], {
    env: { THROUGHLINE_URL: url },
    stdout,
    stderr,
    stdin: Readable.from([]),
    cwd: folder,
    catalogue,
    fetch: patientFetch,
    keeping: keepingOf({}, folder, () => undefined),
  })
  stderr.end()
  expect([code, await text(stderr)]).toEqual([0, ''])
})
