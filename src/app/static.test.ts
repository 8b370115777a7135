import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOf, pagePolicyOf, type Files } from './static.ts'

let folder: string
let files: Files
const script = `console.log(${JSON.stringify('x'.repeat(5000))})`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-static-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script>boot()</script><script src="/a.js"></script><style>a{}</style>',
  )
  writeFileSync(join(folder, 'assets', 'main-D3adB33f.js'), script)
  writeFileSync(join(folder, 'assets', 'portfolio.worker-D3adB33f.js'), script)
  writeFileSync(join(folder, 'assets', 'highs-D3adB33f.wasm'), 'asm')
  writeFileSync(join(folder, '.hidden.json'), '{}')
  files = filesOf(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (path: string, accepts = '', ifNoneMatch?: string) =>
  files.get(path, { accepts, ifNoneMatch })

describe('a file of the browser’s part', () => {
  test('is there only if it lay in the folder, by its own name', async () => {
    const others = [
      '/../package.json',
      '/assets/../../x',
      '/assets',
      '/.hidden.json',
      '/assets/%2e%2e/index.html',
      '//index.html',
      '/assets\\main-D3adB33f.js',
    ]
    expect(await Promise.all(others.map((path) => ask(path)))).toEqual(others.map(() => undefined))
    expect(await ask('/index.html')).toBeDefined()
  })

  test('whose name holds its digest is kept for ever, any other is asked for again', async () => {
    expect((await ask('/assets/main-D3adB33f.js'))?.headers['Cache-Control']).toContain('immutable')
    expect((await ask('/index.html'))?.headers['Cache-Control']).toBe('no-cache')
  })

  test('goes out packed as the browser can read it, and whole where it cannot', async () => {
    const plain = await ask('/assets/main-D3adB33f.js')
    const brotli = await ask('/assets/main-D3adB33f.js', 'gzip, deflate, br')
    const gzip = await ask('/assets/main-D3adB33f.js', 'gzip')
    expect(Buffer.from(plain?.body ?? []).toString()).toBe(script)
    expect(brotli?.headers['Content-Encoding']).toBe('br')
    expect(brotliDecompressSync(brotli?.body ?? new Uint8Array()).toString()).toBe(script)
    expect(gunzipSync(gzip?.body ?? new Uint8Array()).toString()).toBe(script)
    expect(new Set([plain, brotli, gzip].map((one) => one?.headers['ETag'])).size).toBe(3)
    expect(brotli?.headers['Vary']).toBe('Accept-Encoding')
  })

  test('that the browser holds is not sent again', async () => {
    const first = await ask('/assets/main-D3adB33f.js', 'br')
    expect(await ask('/assets/main-D3adB33f.js', 'br', first?.headers['ETag'])).toMatchObject({
      status: 304,
      body: null,
    })
    expect(await ask('/assets/main-D3adB33f.js', '', first?.headers['ETag'])).toMatchObject({
      status: 200,
    })
  })
})

describe('the page', () => {
  test('may run its own files and the blocks it came with, and nothing else', async () => {
    const policy = (await ask('/index.html'))?.headers['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='(;|$)/)
    expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/]{43}='(;|$)/)
    expect(pagePolicyOf('<p>plain</p>')).toContain("script-src 'self';")
  })

  test('may run no WebAssembly; only the worker that solves may, and it may reach nothing but us', async () => {
    expect((await ask('/index.html'))?.headers['Content-Security-Policy']).not.toContain('wasm')
    expect((await ask('/assets/main-D3adB33f.js'))?.headers).not.toHaveProperty(
      'Content-Security-Policy',
    )
    const solver = await ask('/assets/portfolio.worker-D3adB33f.js')
    expect(solver?.headers['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'",
    )
    expect((await ask('/assets/highs-D3adB33f.wasm'))?.headers['Content-Type']).toBe(
      'application/wasm',
    )
  })

  test('is absent where nothing is built', async () => {
    expect(
      await filesOf(join(folder, 'nowhere')).page({ accepts: '', ifNoneMatch: undefined }),
    ).toBeUndefined()
  })
})
