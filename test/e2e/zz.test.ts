import { test } from 'vitest'
import { openBrowserWorld } from './browser.world.ts'
test('x', async () => {
  const open = await openBrowserWorld()
  const { world, page } = open
  const as = world.ownerToken
  const post = async (path: string, json: unknown) => {
    const told = await world.ask('POST', `/api/v1${path}`, { as, json })
    if (told.status >= 300) throw new Error(told.text)
    return told.body
  }
  const make = async (p: string, r: object) => (await post(`/${p}`, r))['id'] as string
  for (const t of ['Remember the layout', 'Named layouts', 'A tour'])
    await make('ideas', { title: t })
  const told = await post('/commands/add-model', { method: 'odi' })
  const modelId = (told['result'] as { id: string }).id
  const list = async (p: string) =>
    (await world.ask('GET', `/api/v1${p}`, { as })).body['data'] as Record<string, string>[]
  const ideas = await list('/ideas')
  const criteria = (await list('/criteria?limit=200')).filter((r) => r['source'] === 'ratings')
  for (const [at, i] of ideas.entries())
    for (const c of criteria)
      await post('/commands/rate', { criterion: c['id'], idea: i['id'], likely: 1 + at })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${world.instance.url}/w/main/matrix?model=MODEL-1`)
  await page.waitForTimeout(2500)
  await page.screenshot({ path: '/tmp/odi-1440.png' })
  await page.setViewportSize({ width: 320, height: 900 })
  await page.waitForTimeout(500)
  await page.screenshot({ path: '/tmp/odi-320.png', fullPage: true })
  console.log(
    modelId,
    await page.evaluate(
      `[...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.tagName + '.' + (e.getAttribute('class')||'') + ' ' + Math.round(e.getBoundingClientRect().right) + ' ' + (e.textContent||'').slice(0,40)).join('\\n')`,
    ),
  )
  await open.close()
}, 120000)
