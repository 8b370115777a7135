/** The import screen with files that need an answer first, or that are a whole workspace. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '../../src/app/instance.world.ts'
import { openBrowserWorld, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-import-'))
  open = await openBrowserWorld()
})

afterAll(async () => {
  await open.close()
  rmSync(folder, { recursive: true, force: true })
})

test('an archive of a whole workspace is read into an empty one, and whoever did it goes on as its owner', async () => {
  const { page, world } = open
  const archive = await archiveOfAnother()
  await choose('other.throughline', archive)
  await page.getByText('This is an archive of a whole workspace.').waitFor()
  await page.getByRole('button', { name: 'Read it into this workspace' }).click()
  await page.getByRole('heading', { name: 'It is here, as it was' }).waitFor()
  await page.getByRole('link', { name: 'To the first page' }).click()
  await page.getByRole('heading', { level: 1, name: /1 feedback/ }).waitFor()
  await page.goto(`${world.instance.url}/w/main/feedback/FB-1`)
  await page.getByRole('heading', { level: 1, name: 'Windows forget' }).waitFor()
  const settings = `${world.instance.url}/w/main/settings`
  await page.goto(settings)
  await page.getByText(/^signed in as .+, owner$/).waitFor()
  expect(open.complaints.filter((one) => !one.includes('401'))).toEqual([])
})

test('a second archive is refused in words, and nothing is lost by it', async () => {
  const { page } = open
  await choose('again.throughline', await archiveOfAnother())
  await page.getByRole('button', { name: 'Read it into this workspace' }).click()
  await page.getByText(/This workspace is not empty/).waitFor()
  await page.goto(`${open.world.instance.url}/w/main/feedback`)
  await page.getByRole('row', { name: /Windows forget/ }).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
})

test('dates that read two ways are asked about, by the days they may be, before any row is checked', async () => {
  const { page, world } = open
  const csv = [
    'ticket,when,what,who',
    'A-1,03/04/2026,The export forgets my filters and I sort by hand every Monday.,Lotte Brandt',
    'A-2,05/06/2026,Search finds nothing when I mistype a word of the title.,Martin Hale',
  ]
  await choose('tickets.csv', new TextEncoder().encode(csv.join('\n')))
  const check = page.getByRole('button', { name: 'Check every row' })
  await check.waitFor()
  expect(await check.isDisabled()).toBe(true)
  await page.getByText('Say which day is meant').waitFor()
  // nobody's name is taken for a team
  expect(await page.getByRole('button', { name: 'who becomes' }).textContent()).toBe('Leave out')
  await page.getByRole('button', { name: /Which day is “03\/04\/2026”/ }).click()
  const days = page.getByRole('option')
  await days.first().waitFor()
  expect(await days.allTextContents()).toEqual([
    '3 April 2026: day first',
    '4 March 2026: month first',
  ])
  await days.nth(1).click()
  await check.click()
  await page.getByRole('button', { name: 'Import 2 feedback' }).click()
  await page.getByRole('heading', { name: 'It is in' }).waitFor()
  const told = await world.ask('GET', '/api/v1/feedback?q=export', { as: world.ownerToken })
  const rows = told.body['data'] as readonly Readonly<Record<string, unknown>>[]
  expect(rows.map((row) => String(row['occurredAt']).slice(0, 10))).toEqual(['2026-03-04'])
})

async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const { page, world } = open
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await page.goto(`${world.instance.url}/w/main/import`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles(path)
  await page.waitForURL(/\/import\/.+/)
}

/** One feedback in a workspace elsewhere, and all of that workspace as a file. */
async function archiveOfAnother(): Promise<Uint8Array> {
  const other = await openWorld()
  try {
    const json = {
      title: 'Windows forget',
      text: 'After a restart they open on top of each other.',
    }
    const made = await other.ask('POST', '/api/v1/feedback', { as: other.ownerToken, json })
    expect(made.status, made.text).toBe(201)
    const file = await fetch(`${other.instance.url}/api/v1/archive`, {
      headers: { authorization: `Bearer ${other.ownerToken}` },
    })
    return new Uint8Array(await file.arrayBuffer())
  } finally {
    await other.close()
  }
}
