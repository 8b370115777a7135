import type { Browser, Page } from 'playwright-core'

/** Whatever has a browser open now; worlds put themselves in and take themselves out. */
export const opened = new Set<{ readonly browser: Browser }>()

/** What was on screen says more than the line that waited for something else. */
export async function tellScreens(
  during: string,
  browsers: readonly Browser[] = [...opened].map(({ browser }) => browser),
): Promise<void> {
  for (const context of browsers.flatMap((browser) => browser.contexts()))
    for (const page of context.pages())
      process.stdout.write(`${during}: ${await onScreen(page).catch(String)}\n`)
}

/** Where a page stands, what has the focus, and its words. */
const onScreen = async (page: Page): Promise<string> =>
  page.evaluate(`[
    location.href,
    'focus: ' + document.activeElement?.outerHTML.slice(0, 300),
    document.body.innerText.replaceAll(/\\n+/g, ' | ').slice(0, 3000),
  ].join('\\n')`)
