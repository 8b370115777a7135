import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenTo } from '../../test/streaming.ts'
import { must } from '../engine/problem.ts'
import { entering, type Entering } from './entering.world.ts'
import { openWorld, type Told, type World } from './instance.world.ts'

/** Whoever is held to products is at home there, and elsewhere sees nothing, or reads; whatever the way. */
let world: World
let hands: Entering
let cookie: string
let heldId: string
const products: Record<string, string> = {}
const needs: Record<string, string> = {}

const asOwner = (method: string, path: string, json?: object): Promise<Told> =>
  world.ask(method, `/api/v1${path}`, {
    as: world.ownerToken,
    ...(json === undefined ? {} : { json }),
  })
const asHeld = (method: string, path: string, json?: object): Promise<Told> =>
  world.ask(method, `/api/v1${path}`, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    ...(json === undefined ? {} : { json }),
  })
const made = async (plural: string, json: object): Promise<string> => {
  const told = await asOwner('POST', `/${plural}`, json)
  expect(told.status, told.text).toBe(201)
  return String(told.body['id'])
}
const hold = async (productRights: string, own: readonly string[]): Promise<void> => {
  const productIds = own.map((name) => must(products[name]))
  const told = await asOwner('PATCH', `/members/${heldId}`, { productRights, productIds })
  expect(told.status, told.text).toBe(200)
}
const titles = async (path: string): Promise<readonly string[]> => {
  const { body, text } = await asHeld('GET', path)
  const rows = must(body['data'] as readonly Record<string, unknown>[] | undefined, text)
  return rows
    .map((row) => row['title'] ?? row['name'])
    .map(String)
    .toSorted((one, other) => one.localeCompare(other))
}

beforeAll(async () => {
  world = await openWorld()
  hands = entering(world.ask)
  products['mill'] = await made('products', { name: 'Mill' })
  products['wheel'] = await made('products', { name: 'Wheel', parentId: products['mill'] })
  products['barn'] = await made('products', { name: 'Barn' })
  for (const name of ['mill', 'wheel', 'barn'])
    needs[name] = await made('needs', { title: `need of the ${name}`, productId: products[name] })
  needs['all'] = await made('needs', { title: 'need of all' })
  cookie = await hands.comeIn(world.ownerToken, 'held@example.com', 'editor')
  heldId = String(((await asHeld('GET', '/me')).body['actor'] as { readonly id: string }).id)
})
afterAll(() => world?.close())

describe('rights in own products only', () => {
  test('shows what is in them, in those under them and in none, and no other', async () => {
    await hold('own', ['mill'])
    const seen = ['need of all', 'need of the mill', 'need of the wheel']
    expect(await titles('/needs')).toEqual(seen)
    expect(await titles('/needs?q=need')).toEqual(seen)
    expect(await titles('/products')).toEqual(['Mill', 'Wheel'])
    for (const path of ['/needs/', '/why/', '/became/', '/history?id='])
      expect((await asHeld('GET', `${path}${needs['barn']}`)).status, path).toBe(404)
    expect((await asHeld('GET', `/products/${products['barn']}`)).status).toBe(404)
    const exported = await asHeld('GET', '/export/needs?format=jsonl')
    expect(exported.text).toContain('need of the wheel')
    expect(exported.text).not.toContain('barn')
    expect((await asHeld('GET', '/snapshot')).text).not.toMatch(/barn/i)
  })

  test('takes what is made and changed there, and nothing elsewhere', async () => {
    const here = await asHeld('POST', '/needs', { title: 'of mine', productId: products['wheel'] })
    expect(here.status, here.text).toBe(201)
    const away = { productId: products['barn'] }
    expect((await asHeld('POST', '/needs', { title: 'elsewhere', ...away })).status).toBe(422)
    const moved = await asHeld('PATCH', `/needs/${needs['mill']}`, away)
    expect(moved.status).toBe(422)
    expect((await asHeld('DELETE', `/needs/${needs['barn']}`)).status).toBe(404)
    expect((await asHeld('POST', '/products', { name: 'New' })).status).toBe(403)
    expect((await asOwner('GET', `/needs/${needs['mill']}`)).body['productId']).toBe(
      products['mill'],
    )
    await asHeld('DELETE', `/needs/${String(here.body['id'])}`)
  })

  test('does not hold to what one made oneself once its product is taken away', async () => {
    const { body } = await asHeld('POST', '/needs', { title: 'mine', productId: products['mill'] })
    await hold('own', ['barn'])
    expect((await asHeld('GET', `/needs/${String(body['id'])}`)).status).toBe(404)
    expect((await asHeld('DELETE', `/needs/${String(body['id'])}`)).status).toBe(404)
    await hold('own', [])
    expect(await titles('/needs')).toEqual(['need of all'])
    await asOwner('DELETE', `/needs/${String(body['id'])}`)
  })
})

test('whoever reads the others changes nothing there, and may say something about it', async () => {
  await hold('reads-others', ['mill'])
  expect(await titles('/needs')).toHaveLength(4)
  const patch = await asHeld('PATCH', `/needs/${needs['barn']}`, { title: 'taken' })
  expect(patch.status).toBe(403)
  expect(patch.text).toContain('You may see')
  expect((await asHeld('PATCH', `/needs/${needs['wheel']}`, { kind: 'pain' })).status).toBe(200)
  const said = { on: needs['barn'], text: 'Is this ours?' }
  expect((await asHeld('POST', '/commands/comment', said)).status).toBe(200)
})

describe('who follows along', () => {
  const follow = () => listenTo(world.instance.url, '', { headers: { cookie } })
  const begunAnew = async (change: () => Promise<unknown>): Promise<void> => {
    const stream = await follow()
    await stream.next('current')
    await change()
    await stream.next('reset')
    await stream.over
  }

  test('begins anew when the rights or the products change, or what lies under them', async () => {
    await begunAnew(() => hold('own', ['mill']))
    await begunAnew(() => hold('own', ['mill', 'barn']))
    await begunAnew(() => hold('own', ['mill']))
    await begunAnew(() =>
      asOwner('PATCH', `/products/${products['barn']}`, { parentId: products['mill'] }),
    )
    expect(await titles('/needs')).toHaveLength(4)
    await begunAnew(() => asOwner('PATCH', `/products/${products['barn']}`, { parentId: null }))
    expect(await titles('/needs')).toHaveLength(3)
    await begunAnew(() => made('products', { name: 'Sluice', parentId: products['mill'] }))
  })

  test('is told nothing of another product', async () => {
    const stream = await follow()
    await stream.next('current')
    await asOwner('PATCH', `/needs/${needs['barn']}`, { title: 'need of the barn, changed' })
    await asOwner('PATCH', `/needs/${needs['mill']}`, { title: 'need of the mill, changed' })
    await stream.next('commit')
    const told = JSON.stringify(stream.heard)
    stream.close()
    expect(told).toContain('need of the mill, changed')
    expect(told).not.toContain('barn')
    // what comes into another product leaves the sight of those held to this one
    const second = await follow()
    await second.next('current')
    await asOwner('PATCH', `/needs/${needs['wheel']}`, { productId: products['barn'] })
    const { data } = await second.next('commit')
    second.close()
    expect(data['changes']).toMatchObject([{ id: needs['wheel'], gone: true }])
    await asOwner('PATCH', `/needs/${needs['wheel']}`, { productId: products['wheel'] })
  })
})

describe('who may be held', () => {
  test('no admin and no owner', async () => {
    for (const [method, path, json] of [
      ['PATCH', `/members/${heldId}`, { role: 'admin' }],
      ['POST', '/members', { name: 'Ann', role: 'admin', productRights: 'own' }],
      [
        'POST',
        '/commands/invite',
        { email: 'ann@example.com', role: 'owner', productRights: 'reads-others' },
      ],
    ] as const) {
      const told = await asOwner(method, path, json)
      expect(told.status, told.text).toBe(422)
      expect(told.text).toContain('All products')
    }
  })

  test('whoever comes in by such an invitation', async () => {
    const invited = await asOwner('POST', '/invite-links', {
      email: 'new@example.com',
      role: 'viewer',
      productRights: 'own',
      productIds: [products['barn']],
    })
    const secret = must(new URL(String(invited.body['url'])).searchParams.get('secret'))
    const came = await hands.send('/sign-in/invitation', {
      secret,
      name: 'New',
      password: 'a sentence of a few words',
    })
    const theirs = must(came.headers.get('set-cookie')?.split(';')[0])
    const { body } = await world.ask('GET', '/api/v1/needs', { headers: { cookie: theirs } })
    expect(JSON.stringify(body)).toContain('barn')
    expect(JSON.stringify(body)).not.toContain('mill')
  })

  test('whoever is invited for a product by its ref, by every door that invites', async () => {
    const { body: barn } = await asOwner('GET', `/products/${products['barn']}`)
    for (const path of ['/invite-links', '/commands/invite']) {
      const of = (productIds: readonly unknown[]) =>
        asOwner('POST', path, {
          email: `by${path.replaceAll('/', '.')}@example.com`,
          role: 'viewer',
          productRights: 'own',
          productIds,
        })
      const invited = await of([barn['ref']])
      expect(invited.status, invited.text).toBeLessThan(300)
      const unknown = await of([barn['ref'], 'PROD-999'])
      expect(unknown.status).toBe(422)
      expect(unknown.text).toContain('There is no product PROD-999 that you may see.')
    }
    const { body } = await asOwner('GET', '/invitations')
    const rows = body['data'] as readonly Record<string, unknown>[]
    expect(rows.filter(({ email }) => String(email).startsWith('by.'))).toMatchObject([
      { productRights: 'own', productIds: [products['barn']] },
      { productRights: 'own', productIds: [products['barn']] },
    ])
  })

  test('and then the keys they made end, for a key is held to no product', async () => {
    const admin = await hands.comeIn(world.ownerToken, 'chief@example.com', 'admin')
    const headers = { cookie: admin, 'sec-fetch-site': 'same-origin' }
    const key = await world.ask('POST', '/api/v1/commands/create-key', {
      headers,
      json: { name: 'reader', role: 'viewer' },
    })
    const { secret } = key.body['result'] as { readonly secret: string }
    const ask = () => world.ask('GET', '/api/v1/needs', { as: secret })
    expect((await ask()).status).toBe(200)
    const { id } = (await hands.me(admin)).body['actor'] as { readonly id: string }
    const lowered = { role: 'editor', productRights: 'own', productIds: [products['mill']] }
    expect((await asOwner('PATCH', `/members/${id}`, lowered)).status).toBe(200)
    expect((await ask()).status).toBe(401)
  })
})

test('rights are never emptied, which would give everything, nor is who may see a row', async () => {
  await hold('own', ['mill'])
  const emptied = await asOwner('PATCH', `/members/${heldId}`, { productRights: null })
  expect([emptied.status, emptied.body['errors']]).toEqual([
    422,
    [
      {
        pointer: '/productRights',
        detail: 'This always has a value. Leave it out to keep it as it is.',
      },
    ],
  ])
  expect((await asOwner('GET', `/members/${heldId}`)).body['productRights']).toBe('own')
  const invited = await asOwner('POST', '/commands/invite', {
    email: 'nobody-yet@example.org',
    role: 'viewer',
    productRights: null,
  })
  expect(invited.status, invited.text).toBe(200)
  const title = 'Nothing said of who sees it'
  const idea = await asOwner('POST', '/ideas', {
    title,
    visibility: null,
    draft: null,
    state: null,
  })
  expect(idea.body).toMatchObject({ visibility: 'workspace', draft: false, state: 'open' })
  for (const name of ['visibility', 'draft', 'state'])
    expect(
      (await asOwner('PATCH', `/ideas/${String(idea.body['ref'])}`, { [name]: null })).status,
    ).toBe(422)
})
