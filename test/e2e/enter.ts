import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Actor } from '../../src/engine/access.ts'
import { must } from '../../src/engine/problem.ts'
import { patience, type BrowserWorld } from './browser.world.ts'

/** The owner of the one workspace there is. */
export async function ownerOf({ world }: Pick<BrowserWorld, 'world'>): Promise<Actor> {
  const { identity } = world.instance.store
  const workspace = must((await identity.workspaces())[0])
  return must(await identity.byMember(workspace.id, (await identity.owner(workspace.id)).id))
}

/** Another member at a browser of their own, signed in. */
export async function enter(
  open: Pick<BrowserWorld, 'world' | 'browser'>,
  name: string,
  role: string,
): Promise<Page> {
  const { store, url } = open.world.instance
  const owner = await ownerOf(open)
  const made = await store.apply(owner, 'create-member', {
    name,
    email: `${role}-${randomBytes(3).toString('hex')}@example.com`,
    role,
  })
  const secret = randomBytes(32).toString('base64url')
  await store.identity.openOnce(owner.workspaceId, must(made.changed[0]).id, secret, 10)
  const context = await open.browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  await page.goto(`${url}/sign-in?once=${secret}`)
  await page.waitForURL(/\/w\/main/)
  return page
}
