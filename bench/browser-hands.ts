import type { Page } from 'playwright-core'
import { calm } from './felt.ts'

/** A key as a person presses it: the next one comes after what this one did is seen. */
async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count++) {
    await page.keyboard.press(key)
    await calm(page)
  }
}

/** Goes through the list of ideas: moves, selects, sorts, writes in cells, groups and narrows. */
export async function useList(page: Page): Promise<void> {
  await press(page, 'j', 30)
  await press(page, 'k', 10)
  for (let count = 0; count < 10; count++) {
    await press(page, 'x')
    await press(page, 'j')
  }
  await press(page, 'Escape')
  await press(page, 'End')
  await press(page, 'k', 5)
  await press(page, 'Home')
  for (const name of ['created', 'score', 'score']) {
    await page.getByRole('columnheader', { name }).getByRole('button').click()
    await calm(page)
  }
  // inline: a number and a title, each settled and gone on from
  for (let count = 0; count < 4; count++) {
    await press(page, 'j')
    await press(page, 'F2')
    await page.locator('td[data-editing] input').waitFor()
    await press(page, 'End')
    for (const key of ' now') await press(page, key === ' ' ? 'Space' : key)
    await press(page, 'Enter')
    await page.locator('td[data-editing]').waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Group them' }).click()
  await page.getByRole('button', { name: /Group$/ }).click()
  await calm(page)
  await page.getByRole('option', { name: 'State' }).click()
  await calm(page)
  await page.getByRole('button', { name: 'Done' }).click()
  await calm(page)
  await press(page, 'j', 10)
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('button', { name: 'Show these' }).click()
  await calm(page)
}

/** Goes through the board: moves among cards, and takes them to other columns by keys, menu and hand. */
export async function useBoard(page: Page): Promise<void> {
  const cards = page.locator('[data-card]')
  await cards.first().getByRole('link').focus()
  await press(page, 'ArrowDown', 20)
  await press(page, 'ArrowUp', 5)
  for (let count = 0; count < 6; count++) {
    await press(page, 'Shift+ArrowRight')
    await press(page, 'Shift+ArrowLeft')
  }
  for (let count = 0; count < 5; count++) {
    await page
      .getByRole('button', { name: /^Move “/ })
      .first()
      .click()
    await calm(page)
    await page.getByRole('menuitem', { name: 'To chosen' }).click()
    await calm(page)
  }
  const there = page.getByRole('region', { name: 'Withdrawn', exact: true })
  for (let count = 0; count < 3; count++) {
    await cards.first().dragTo(there)
    await calm(page)
  }
}
