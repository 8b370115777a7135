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
  /** Along a bar of verbs, which Tab passes as one, and presses the one that is named. */
  readonly verb: (name: RegExp) => Promise<void>
  /** In the search field that has the focus: types, waits for what is offered, takes the one that fits. */
  readonly find: (text: string, words: RegExp) => Promise<void>
  /** How many keys these hands have pressed so far; a chord is one. */
  readonly pressed: () => number
}

const mostTabs = 120

export function keyboardOf(page: Page): Keyboard {
  let pressed = 0
  const press: Keyboard['press'] = async (...keys) => {
    for (const key of keys) {
      pressed++
      await page.keyboard.press(key)
    }
  }
  const type = async (text: string): Promise<void> => {
    pressed += text.length
    await page.keyboard.type(text)
  }
  const tabTo: Keyboard['tabTo'] = async (target) => {
    await target.waitFor()
    for (let count = 0; count < mostTabs; count++) {
      // what lies over the page hides the rest of it until one has tabbed on: then there is none
      if (await target.evaluateAll((all) => all.some((one) => one.matches(':focus')))) return
      await press('Tab')
    }
    throw new Error(`Tab never came to ${String(target)}`)
  }
  /** Goes down the open list until the highlighted choice fits, and takes it. */
  const take = async (words: RegExp): Promise<void> => {
    await page.getByRole('option', { name: words }).first().waitFor()
    const passed: string[] = []
    for (let count = 0; count < 40; count++) {
      const here = page.locator('[role=option][data-focused]')
      const text = (await here.count()) === 0 ? '' : ((await here.first().textContent()) ?? '')
      if (words.test(text)) return press('Enter')
      passed.push(text)
      await press('ArrowDown')
      // no hand is quicker, and what was offered before the answer came is still giving way to it
      await page.waitForTimeout(30)
    }
    const there = await page.getByRole('option').allTextContents()
    throw new Error(`Never came to ${words}: passed ${passed.join(' | ')} of ${there.join(' | ')}`)
  }
  return {
    press,
    type,
    tabTo,
    choose: async (field, words) => {
      // a choice is called by what is chosen and then by its label
      await tabTo(page.getByRole('button', { name: new RegExp(` ${field}$`) }))
      await press('Enter')
      await page.getByRole('option').first().waitFor()
      // the list opens at what is chosen now, and what is wanted may stand above it
      await press('Home')
      await take(words)
    },
    verb: async (name) => {
      await tabTo(page.getByRole('toolbar').getByRole('button').first())
      const wanted = page.getByRole('toolbar').getByRole('button', { name })
      for (let count = 0; count < 20; count++) {
        if (await wanted.evaluate((element) => element.matches(':focus'))) return press('Enter')
        await press('ArrowRight')
      }
      throw new Error(`The arrows never came to ${name}`)
    },
    find: async (text, words) => {
      await type(text)
      await take(words)
    },
    pressed: () => pressed,
  }
}
