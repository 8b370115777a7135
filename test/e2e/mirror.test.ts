/** Odds by the keyboard, what came said in place, and a mirror that begins with the tenth. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, openBrowserWorld, picturePath, type BrowserWorld } from './browser.world.ts'

let open: BrowserWorld
const ask = asking(() => open)
const made: string[] = []

const predict = async (more: object): Promise<string> =>
  String(
    (
      await ask('POST', '/predictions', {
        rule: 'Counted on the day',
        resolvesOn: '2026-11-01',
        ...more,
      })
    )['ref'],
  )
const command = (name: string, json: Readonly<Record<string, unknown>>) =>
  ask('POST', `/commands/${name}`, json)

beforeAll(async () => {
  open = await openBrowserWorld()
  for (let at = 0; at < 9; at += 1) {
    const prediction = await predict({ question: `Week ${at} holds`, about: 'delivery' })
    await command('give-odds', { prediction, chance: 70 })
    await command('lock-prediction', { prediction })
    await command('resolve-prediction', { prediction, came: at < 4 ? 1 : 0 })
    made.push(prediction)
  }
}, 120_000)

afterAll(() => open.close())

test('odds are given by the arrows, locked and resolved in place, and the tenth draws the curve', async () => {
  const { page, world } = open
  await page.goto(`${world.instance.url}/w/main/mirror`)
  await page
    .getByRole('heading', {
      level: 1,
      name: 'One more resolved prediction, and there is something to see',
    })
    .waitFor()
  expect(await page.getByText('Brier score').count()).toBe(0)
  const prediction = await predict({ question: 'The last one holds', about: 'delivery' })
  await page.goto(`${world.instance.url}/w/main/predictions/${prediction}`)
  const slider = page.getByRole('slider', { name: 'Chance that it comes true' })
  await slider.focus()
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowRight')
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Chance', exact: true }).inputValue())
    .toBe('70')
  await page.getByRole('button', { name: 'Give these odds' }).press('Enter')
  const said = page.getByRole('table', { name: 'Who said what' })
  await said.getByText('70\u00a0%').waitFor()
  await page.getByRole('button', { name: 'Lock: no more odds' }).press('Enter')
  await page.getByRole('button', { name: 'Say what came' }).press('Enter')
  expect(await slider.count()).toBe(0)
  const form = page.getByRole('form', { name: 'What came' })
  await form.getByRole('button', { name: /What came/ }).press('Enter')
  await page.getByRole('option', { name: 'It did not' }).press('Enter')
  await form.getByRole('button', { name: 'Resolve', exact: true }).press('Enter')
  await page.getByText('did not', { exact: true }).first().waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('y')
  await page
    .getByRole('heading', { level: 1, name: 'Your 70 % came true 40 % of the time.' })
    .waitFor()
  const chart = page.getByRole('img', { name: /^Calibration of 10 predictions at 1 chances/ })
  await chart.waitFor()
  await page.screenshot({ path: picturePath('mirror'), fullPage: true })
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take along as CSV' }).press('Enter')
  expect((await taken).suggestedFilename()).toBe('mirror.csv')
  const pixels = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take along as PNG' }).press('Enter')
  expect((await pixels).suggestedFilename()).toBe('mirror.png')
  expect(open.complaints).toEqual([])
}, 180_000)
