/** Files on a record: by keyboard, by dropping and by pasting; off again and back; out of reach; on a phone. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../src/engine/problem.ts'
import { asking, openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'
import { enter } from './enter.ts'

let open: BrowserWorld
let picture: Buffer
const ask = asking(() => open)
const axe = readFileSync(
  join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/axe-core/axe.min.js'),
  'utf8',
)

beforeAll(async () => {
  open = await openBrowserWorld()
  await ask('POST', '/ideas', { title: 'A lamp that dims' })
  picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#c25b12' } })
    .png()
    .toBuffer()
})
afterAll(() => open.close())

const address = (path: string): string => `${open.world.instance.url}/w/main/${path}`
const file = (name: string) => open.page.getByRole('article', { name, exact: true })

test('by keyboard: chosen, shown with its name read out, opened', async () => {
  const { page } = open
  await page.goto(address('ideas/IDEA-1'))
  await page.getByText('No files are on this yet.').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).focus()
  await page.keyboard.press('Enter')
  await (
    await chooser
  ).setFiles([
    { name: 'Lamp, dimmed.png', mimeType: 'image/png', buffer: picture },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('a few words') },
  ])
  await file('notes.txt').waitFor()
  const shown = file('Lamp, dimmed.png').getByRole('img', { name: 'Lamp, dimmed.png' })
  await expect
    .poll(() => shown.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth))
    .toBe(640)
  await file('notes.txt').getByText('text/plain').waitFor()
  expect(await file('notes.txt').getByRole('img').count()).toBe(0)
  await page.screenshot({ path: picturePath('attachments'), fullPage: true })
})

test('dropped and pasted', async () => {
  const { page } = open
  const path = join(open.world.dataDir, 'dropped.txt')
  writeFileSync(path, 'dropped')
  const zone = page.getByText('or drop it here').locator('..')
  await zone.scrollIntoViewIfNeeded()
  const { x, y } = must(await zone.boundingBox())
  const devtools = await page.context().newCDPSession(page)
  // A drop that a script makes carries no file that a page would take.
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: x + 20,
      y: y + 5,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    })
  await file('dropped.txt').waitFor()
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    data.items.add(new File(['pasted'], 'pasted.txt', { type: 'text/plain' }))
    const how = { clipboardData: data, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new ClipboardEvent('paste', how))
  })()`)
  await file('pasted.txt').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('taken off, it is gone, the focus has a place, and undo brings it back', async () => {
  const { page } = open
  await file('dropped.txt').getByRole('button', { name: 'Take off dropped.txt' }).focus()
  await page.keyboard.press('Enter')
  await file('dropped.txt').waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Choose files')
  await page.keyboard.press('Control+z')
  await file('dropped.txt').waitFor()
})

test('downloaded, it is what was brought', async () => {
  const { page } = open
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    file('notes.txt').getByRole('link', { name: 'Download notes.txt' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('notes.txt')
  expect(readFileSync(await download.path(), 'utf8')).toBe('a few words')
})

test('what is not taken says why; without an answer it can be sent again', async () => {
  const { page } = open
  const choose = (name: string, bytes: Buffer): Promise<void> =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await choose('empty.txt', Buffer.alloc(0))
  const wrong = page.getByRole('alert').filter({ hasText: 'The file is empty' })
  await wrong.getByRole('button', { name: 'Leave it' }).click()
  await wrong.waitFor({ state: 'detached' })
  await page.route('**/api/v1/attachments?on=*', (route) => route.abort('connectionfailed'))
  await choose('later.txt', Buffer.from('later'))
  const away = page.getByRole('alert').filter({ hasText: 'does not answer' })
  await away.waitFor()
  await page.screenshot({ path: picturePath('attachments away') })
  await page.unroute('**/api/v1/attachments?on=*')
  await away.getByRole('button', { name: 'Try again' }).click()
  await file('later.txt').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a viewer sees the files and is offered no more than that', async () => {
  const page = await enter(open, 'Vera Lind', 'viewer')
  await page.goto(address('ideas/IDEA-1'))
  await page.getByRole('article', { name: 'notes.txt', exact: true }).waitFor()
  expect(await page.getByRole('button', { name: /^(Choose files|Take off)/ }).count()).toBe(0)
  await page.getByRole('link', { name: 'Lamp, dimmed.png', exact: true }).last().click()
  await page.getByRole('img', { name: 'Lamp, dimmed.png' }).waitFor()
  await page.screenshot({ path: picturePath('attachment alone') })
})

test('a phone has room for it, in the dark too, and axe finds nothing', async () => {
  const { page } = open
  await page.setViewportSize({ width: 375, height: 740 })
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(address('ideas/IDEA-1'))
    await file('notes.txt').scrollIntoViewIfNeeded()
    expect(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true)
    await page.evaluate(axe)
    const found = (await page.evaluate(
      `axe.run(document.querySelector('main') ?? document.body).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ').slice(0, 300)))`,
    )) as readonly string[]
    expect(found).toEqual([])
    await page.screenshot({ path: picturePath(`attachments 375 ${scheme}`), fullPage: true })
  }
  const unexpected = open.complaints.filter((one) => !/attachments\?on=|ERR_|422/.test(one))
  expect(unexpected).toEqual([])
})
