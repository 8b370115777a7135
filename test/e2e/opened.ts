import type { Browser, Page } from 'playwright-core'

/** Whatever has a browser open now; worlds put themselves in and take themselves out. */
export const opened = new Set<{ readonly browser: Browser }>()

interface Failing {
  readonly name: string
  readonly result?: { readonly state: string; readonly errors?: { message: string }[] | undefined }
}

const told = new WeakSet<Failing>()

/**
 * Of a test that failed, what was on screen, once: it says more than the line that waited for something else. It is
 * said with the failure, since what is printed meanwhile is lost where only the end of a run is kept.
 */
export async function tellScreens(task: Failing): Promise<void> {
  if (task.result?.state !== 'fail' || told.has(task)) return
  told.add(task)
  const [error] = task.result.errors ?? []
  const pages = [...opened].flatMap(({ browser }) =>
    browser.contexts().flatMap((context) => context.pages()),
  )
  for (const page of pages) {
    const screen = await onScreen(page).catch(String)
    if (error === undefined) process.stdout.write(`${task.name}: ${screen}\n`)
    else error.message += `\n${screen}`
  }
}

/** Where a page stands, what has the focus, and its words. */
const onScreen = async (page: Page): Promise<string> =>
  page.evaluate(`[
    location.href,
    'focus: ' + document.activeElement?.outerHTML.slice(0, 300),
    document.body.innerText.replaceAll(/\\n+/g, ' | ').slice(0, 3000),
  ].join('\\n')`)
