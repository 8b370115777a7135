import type { Page } from 'playwright-core'

/** A move of the roadmap asks why where it went; Enter lets it be without a word. */
export async function withoutWhy(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Why does it move/ }).waitFor()
  await page.keyboard.press('Enter')
}
