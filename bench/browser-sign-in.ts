import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { House } from './house.ts'

/** Signs the owner in by a link that holds once; the address of the workspace. */
export async function signIn(house: House, page: Page): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const { workspaceId, id } = house.owner
  await house.store.identity.openOnce(workspaceId, id, secret, 10)
  const url = `http://127.0.0.1:${house.target.port}`
  await page.goto(`${url}/sign-in?once=${secret}`)
  await page.waitForURL(/\/w\//)
  return /^.*\/w\/[^/?]+/.exec(page.url())?.[0] ?? url
}
