import type { Locator, Page } from 'playwright-core'

/** Hands that touch nothing but the keyboard. */
export interface Keyboard {
  /** One key or a chord, such as `j` or `Control+Enter`; several one after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Tab until the focus stands on it. */
  readonly tabTo: (target: Locator) => Promise<void>
  /** Tab to a list of choices and choose one by its words. */
  readonly choose: (field: string, words: RegExp) => Promise<void>
  /** In the search field that has the focus: types, waits for what is offered, takes the one that fits. */
  readonly find: (text: string, words: RegExp) => Promise<void>
}

const mostTabs = 120

export function keyboardOf(page: Page): Keyboard {
  const press: Keyboard['press'] = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const tabTo: Keyboard['tabTo'] = async (target) => {
    await target.waitFor()
    for (let count = 0; count < mostTabs; count++) {
      // what lies over the page hides the rest of it until one has tabbed on
      const isThere = (await target.count()) > 0
      if (isThere && (await target.evaluate((element) => element.matches(':focus')))) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${String(target)}`)
  }
  /** Goes down the open list until the highlighted choice fits, and takes it. */
  const take = async (words: RegExp): Promise<void> => {
    await page.getByRole('option', { name: words }).first().waitFor()
    for (let count = 0; count < 40; count++) {
      const here = page.locator('[role=option][data-focused]')
      const text = (await here.count()) === 0 ? '' : ((await here.first().textContent()) ?? '')
      if (words.test(text)) return page.keyboard.press('Enter')
      await page.keyboard.press('ArrowDown')
    }
    throw new Error(`No choice fits ${words}`)
  }
  return {
    press,
    type: (text) => page.keyboard.type(text),
    tabTo,
    choose: async (field, words) => {
      // a choice is called by what is chosen and then by its label
      await tabTo(page.getByRole('button', { name: new RegExp(` ${field}$`) }))
      await press('Enter')
      await take(words)
    },
    find: async (text, words) => {
      await page.keyboard.type(text)
      await take(words)
    },
  }
}
