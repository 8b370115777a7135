import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { neverCalled } from '../../areas/people/rules/hook-address.ts'
import { must } from '../../engine/problem.ts'
import { isNever } from '../addresses-of-the-net.ts'
import { isSignedBy, openHooks, openReceiver, type Hooks, type Receiver } from './webhooks.world.ts'

let hooks: Hooks
const receivers: Receiver[] = []
beforeAll(async () => {
  hooks = await openHooks()
})
afterEach(async () => {
  const rest = await hooks.world.store.reader(hooks.world.as.owner).list('webhook', { limit: 200 })
  for (const { id } of rest.data) await hooks.command('remove-webhook', { id })
  for (const receiver of receivers.splice(0)) await receiver.close()
})
afterAll(() => hooks?.close())

const receive = async (): Promise<Receiver> => {
  const receiver = await openReceiver()
  receivers.push(receiver)
  return receiver
}
const need = async (title: string, more: object = {}) =>
  must((await hooks.command('create-need', { title, ...more })).changed[0]?.row)
const hour = 3_600_000

test('only a person with the role of admin makes a webhook, and one address and the right records are asked of them', async () => {
  const { store, as } = hooks.world
  const input = { name: 'Warehouse', url: 'https://example.org/hook' }
  await expect(store.apply(as.editor, 'create-webhook', input)).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(
    store.apply({ ...as.admin, kind: 'key' }, 'create-webhook', input),
  ).rejects.toMatchObject({ code: 'denied' })
  for (const wrong of [{ url: 'ftp://example.org' }, { url: '' }, { records: ['Needs!'] }])
    await expect(
      store.apply(as.admin, 'create-webhook', { ...input, ...wrong }),
    ).rejects.toMatchObject({ code: 'invalid' })
})

test.each([
  ['url', 'https://169.254.169.254/', 'never called'],
  ['url', 'https://user:pw@example.org/', 'Leave them out'],
  ['url', 'https://example.org:99999/', 'from 1 to 65535'],
  ['url', 'https://example.org:0/', 'from 1 to 65535'],
  ['url', 'https://0x7f000001/', 'four of them'],
  ['url', 'https://2130706433/', 'four of them'],
  ['url', 'https://0177.0.0.1/', 'four of them'],
  ['url', 'https://256.1.1.1/', 'four of them'],
  ['url', 'https://exa%6dple.org/', 'no host'],
  ['url', 'https://example.org./', 'no host'],
  ['records', ['ideas'], 'Did you mean idea?'],
  ['records', ['need', 'zebra'], 'There is no zebra'],
])('a webhook whose %s is %s can never work and is refused', async (at, value, says) => {
  const { store, as } = hooks.world
  const input = { name: 'Dead', url: 'https://example.org/hook', [at]: value }
  await expect(store.apply(as.admin, 'create-webhook', input)).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at, says: expect.stringContaining(says) }],
  })
})

test('what is refused for ever is what is never called, and nothing else', () => {
  const numbers = [0, 1, 10, 100, 126, 127, 168, 169, 172, 192, 223, 224, 239, 240, 250, 255]
  const addresses = [
    ...numbers.flatMap((first) =>
      [0, 100, 168, 253, 254].map((second) => `${first}.${second}.100.200`),
    ),
    '100.100.100.201',
    '127.0.0.1',
  ]
  for (const address of addresses)
    expect([address, neverCalled(`https://${address}:8443/x`) !== undefined]).toEqual([
      address,
      isNever(address),
    ])
  for (const url of ['https://[fd00:ec2::254]/', 'https://[fd00:ec2::253]/', 'https://[::1]:443'])
    expect([url, neverCalled(url) !== undefined]).toEqual([
      url,
      isNever(url.slice(9, url.indexOf(']'))),
    ])
  for (const url of ['http://localhost:4600?x', 'HTTPS://A-b.example.ORG', 'http://warehouse/hook'])
    expect(neverCalled(url)).toBeUndefined()
})

test('a commit is told once, signed as Standard Webhooks says, with the fields it set', async () => {
  const receiver = await receive()
  const { secret } = await hooks.hook(receiver.url)
  const made = await need('Crews know the way')
  await hooks.command('update-need', { id: made.id, title: 'Crews know where to go' })
  await hooks.sender.round()
  await hooks.sender.round()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(receiver.arrived.map(({ type }) => type)).toEqual(['need.created', 'need.changed'])
  const [first, second] = receiver.arrived.map((one) => one)
  expect(must(first).data).toMatchObject({
    record: 'need',
    id: made.id,
    ref: made.ref,
    by: { kind: 'member', name: 'Ingrid Solheim' },
    command: 'create-need',
    fields: { title: 'Crews know the way' },
    also: [],
    more: false,
  })
  expect(must(second).data).toMatchObject({
    ref: made.ref,
    fields: { title: 'Crews know where to go' },
  })
  for (const one of receiver.arrived) {
    expect(isSignedBy(secret, one)).toBe(true)
    expect(isSignedBy(secret, { ...one, text: `${one.text} ` })).toBe(false)
    expect(one.headers['webhook-id']).toMatch(/^msg_[0-9a-f-]{36}$/)
    expect(one.headers['webhook-timestamp']).toBe('1772442000')
  }
  expect(hooks.faults).toEqual([])
})

test('only what happened on the records it is told of, what goes to the trash with its ref', async () => {
  const receiver = await receive()
  await hooks.hook(receiver.url, ['idea'])
  await need('Not for this address')
  const { changed } = await hooks.command('create-idea', { title: 'For this one' })
  await hooks.command('remove-idea', { id: changed[0]?.id })
  await hooks.sender.round()
  expect(receiver.arrived.map(({ type, data }) => [type, data['ref']])).toEqual([
    ['idea.created', changed[0]?.row?.ref],
    ['idea.removed', changed[0]?.row?.ref],
  ])
})

test('after a failure it comes again under the same id, and what follows does not wait for it', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url)
  receiver.answers.push(500)
  const [one, two] = [await need('First'), await need('Second')]
  await hooks.sender.round()
  expect(receiver.refs()).toEqual([one.ref, two.ref])
  const waiting = (await hooks.deliveries(id)).find(({ state }) => state === 'waiting')
  expect(waiting).toMatchObject({ tries: 1, status: 500, answer: 'answered 500' })
  hooks.pass(5000)
  await hooks.sender.round()
  expect(receiver.refs()).toEqual([one.ref, two.ref, one.ref])
  expect(receiver.arrived[2]?.headers['webhook-id']).toBe(
    receiver.arrived[0]?.headers['webhook-id'],
  )
  expect(receiver.arrived[2]?.headers['webhook-timestamp']).not.toBe(
    receiver.arrived[0]?.headers['webhook-timestamp'],
  )
  expect((await hooks.deliveries(id)).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
})

test('one whose answer was lost comes a second time as it was, under the same id', async () => {
  const receiver = await receive()
  const { id, secret } = await hooks.hook(receiver.url)
  receiver.answers.push('cut')
  await need('Told twice')
  await hooks.sender.round()
  hooks.pass(5000)
  await hooks.sender.round()
  const [first, second] = receiver.arrived
  expect(receiver.arrived.length).toBe(2)
  expect(second?.headers['webhook-id']).toBe(must(first).headers['webhook-id'])
  expect(second?.text).toBe(first?.text)
  expect(isSignedBy(secret, must(second))).toBe(true)
  expect((await hooks.deliveries(id))[0]).toMatchObject({ state: 'delivered', tries: 2 })
})

test('after eight more tries it is given up, and can be sent again by hand', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url)
  receiver.answers.push(...Array.from({ length: 9 }, () => 503))
  const made = await need('Nobody hears this')
  const bounds = [5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 20]
  for (const bound of bounds) {
    await hooks.sender.round()
    const [one] = await hooks.deliveries(id)
    const due = one?.['dueAt']
    if (typeof due === 'string') {
      const wait = Date.parse(due) - Date.parse(String(one?.['sentAt']))
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(bound * hour)
    }
    hooks.pass(bound * hour)
  }
  expect(receiver.arrived.length).toBe(9)
  const [failed] = await hooks.deliveries(id)
  expect(failed).toMatchObject({ state: 'failed', tries: 9, status: 503 })
  await expect(hooks.command('replay-webhook', { id, seq: 1e6 })).rejects.toMatchObject({
    code: 'unknown',
  })
  await hooks.command('replay-webhook', { id, seq: must(failed)['seq'] })
  await hooks.sender.round()
  expect(receiver.arrived.length).toBe(10)
  expect(receiver.arrived[9]?.data['ref']).toBe(made.ref)
  expect(receiver.arrived[9]?.headers['webhook-id']).toBe(
    receiver.arrived[0]?.headers['webhook-id'],
  )
})

test('what somebody may not see is not told, though it was there when it happened', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url, [], 'admin')
  const { store, as } = hooks.world
  const canary = 'CANARY-7Q'
  await store.apply(as.editor, 'create-need', { title: canary, draft: true })
  const open = must(
    (await store.apply(as.editor, 'create-need', { title: `Open ${canary}` })).changed[0],
  )
  await store.apply(as.editor, 'update-need', {
    id: open.id,
    visibility: 'people',
    personIds: [as.editor.id],
  })
  const seen = await need('Everybody sees this')
  await hooks.sender.round()
  expect(receiver.refs()).toEqual([seen.ref])
  expect(receiver.arrived.map(({ text }) => text).join()).not.toContain(canary)
  expect((await hooks.deliveries(id)).map(({ state }) => state)).toEqual([
    'delivered',
    'nothing',
    'nothing',
    'nothing',
  ])
})

test('whoever is less than they were is told less, and whose owner is gone is paused', async () => {
  const receiver = await receive()
  const { store, as } = hooks.world
  const made = await hooks.command('create-member', { name: 'Ola', role: 'admin' })
  const ola = must(await store.identity.byMember(hooks.world.workspaceId, must(made.changed[0]).id))
  const { result } = await store.apply(ola, 'create-webhook', { name: 'Ola', url: receiver.url })
  await hooks.command('update-member', { id: ola.id, role: 'viewer' })
  await store.apply(as.owner, 'create-key', { name: 'Hidden from viewers', role: 'viewer' })
  await hooks.sender.round()
  expect(receiver.arrived.map(({ type }) => type)).toEqual(['member.changed'])
  await hooks.command('remove-member', { id: ola.id })
  await hooks.sender.round()
  expect(receiver.arrived.length).toBe(1)
  const row = await store.reader(as.owner).get('webhook', String(result['id']))
  expect(row).toMatchObject({ state: 'paused', because: 'ownerless' })
})

test('the new secret signs at once, the old one beside it for a day', async () => {
  const receiver = await receive()
  const { id, secret } = await hooks.hook(receiver.url, ['need'])
  hooks.pass(hour)
  const { result } = await hooks.command('rotate-webhook-secret', { id })
  const next = String(result['secret'])
  await need('Signed twice')
  hooks.pass(23 * hour)
  await hooks.sender.round()
  hooks.pass(hour)
  await need('Signed once')
  await hooks.sender.round()
  const signed = receiver.arrived.map((one) => [isSignedBy(secret, one), isSignedBy(next, one)])
  expect(signed).toEqual([
    [true, true],
    [false, true],
  ])
  await hooks.world.store.outbox.forget()
  await need('Signed after the old one is forgotten')
  await hooks.sender.round()
  expect(isSignedBy(next, must(receiver.arrived[2]))).toBe(true)
})

test('a paused one is told nothing but a test, and all that it missed when it is resumed', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url, ['need'])
  await hooks.command('pause-webhook', { id })
  const missed = [await need('Missed'), await need('Missed too')]
  await hooks.sender.round()
  expect(receiver.arrived).toEqual([])
  await hooks.command('test-webhook', { id })
  await hooks.sender.round()
  expect(receiver.arrived.map(({ type }) => type)).toEqual(['ping'])
  await hooks.command('resume-webhook', { id })
  await hooks.sender.round()
  expect(receiver.refs().slice(1)).toEqual(missed.map(({ ref }) => ref))
})

test('it is paused after five days in which nothing arrived, and its owner is told', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url, ['need'])
  const state = async () =>
    (await hooks.world.store.reader(hooks.world.as.owner).get('webhook', id)) ?? {}
  receiver.answers.push(...Array.from({ length: 100 }, () => 500))
  for (let day = 0; day < 5; day++) {
    await need(`Day ${day}`)
    await hooks.sender.round()
    expect(await state()).toMatchObject({ state: 'active' })
    hooks.pass(24 * hour)
  }
  await hooks.sender.round()
  expect(await state()).toMatchObject({ state: 'paused', because: 'failing' })
  const inbox = JSON.stringify(await hooks.world.store.view(hooks.world.as.owner, 'inbox', {}))
  expect(inbox).toContain('pause-webhook')
  await hooks.command('resume-webhook', { id })
  await hooks.sender.round()
  expect(await state()).toMatchObject({ state: 'active' })
})

test('an address that says it is gone for good is paused at once', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url, ['need'])
  receiver.answers.push(410)
  await need('Unwanted')
  await hooks.sender.round()
  const row = await hooks.world.store.reader(hooks.world.as.owner).get('webhook', id)
  expect(row).toMatchObject({ state: 'paused', because: 'unwanted' })
})

test('what came back is shown to its owner alone', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url)
  await need('Answered')
  await hooks.sender.round()
  expect((await hooks.deliveries(id))[0]).toMatchObject({ status: 200, answer: 'answered 200' })
  expect((await hooks.deliveries(id, 'admin'))[0]).toMatchObject({ status: 200, answer: null })
})

test('the outbox of a webhook in the trash sleeps, and goes on from where it was when the webhook comes back', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url, ['need'])
  receiver.answers.push(500)
  const first = await need('Said before')
  await hooks.sender.round()
  await hooks.command('remove-webhook', { id })
  hooks.pass(hour)
  const second = await need('Said meanwhile')
  expect(await hooks.world.store.outbox.waiting('webhook')).toEqual([])
  await hooks.sender.round()
  expect(receiver.refs()).toEqual([first.ref])
  await hooks.command('restore-webhook', { id })
  expect(await hooks.world.store.outbox.waiting('webhook')).toHaveLength(1)
  await hooks.sender.round()
  expect(receiver.refs()).toEqual([first.ref, first.ref, second.ref])
})

test('deliveries are kept for thirty days', async () => {
  const receiver = await receive()
  const { id } = await hooks.hook(receiver.url)
  await need('Long ago')
  await hooks.sender.round()
  hooks.pass(29 * 24 * hour)
  await hooks.world.store.outbox.forget()
  expect((await hooks.deliveries(id)).length).toBe(1)
  hooks.pass(2 * 24 * hour)
  await hooks.world.store.outbox.forget()
  expect(await hooks.deliveries(id)).toEqual([])
})
