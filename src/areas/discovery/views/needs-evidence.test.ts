/** Whatever a need's own *why* counts is counted here as well: two ways to the same figures. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Row } from '../../../engine/record.ts'
import type { Why } from '../rules/why.ts'
import type { NeedsEvidence } from './needs-evidence.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const said = async (more: Readonly<Record<string, unknown>> = {}) =>
  world.make('create-feedback', { text: 'We lose the sheet behind that door.', ...more })
const quoteOf = (feedback: Row) =>
  world.make('create-quote', { feedbackId: feedback.id, start: 0, end: 17 })
const link = (from: Row, relation: string, to: Row, more = {}) =>
  world.make('link', { from: from.ref, relation, to: to.ref, ...more })

async function agree(as: 'owner' | 'viewer'): Promise<NeedsEvidence['needs']> {
  const actor = world.as[as]
  const { needs } = (await world.store.view(actor, 'needs-evidence', {})) as NeedsEvidence
  for (const one of needs) {
    const why = (await world.store.view(actor, 'why', { of: one.id })) as Why
    expect(one, one.id).toMatchObject({
      sources: why.counts.sources,
      against: why.counts.sourcesAgainst,
      companies: why.counts.companies,
      newest: why.newest,
      thin: why.thin.map(({ code }) => code),
    })
    const strength = why.weakest?.strength ?? null
    // its age goes on between the two readings
    if (strength === null) expect(one.strength).toBeNull()
    else expect(one.strength).toBeCloseTo(strength, 6)
  }
  return needs
}

test('the figures of all needs at once are those of each need’s own why, for whoever reads', async () => {
  const company = await world.make('create-company', { name: 'Northvale' })
  const contact = await world.make('create-contact', { name: 'Jules', companyId: company.id })
  const whole = await world.make('create-need', { title: 'Trust the sheet' })
  const part = await world.make('create-need', { title: 'Read it offline', parentId: whole.id })
  const bare = await world.make('create-need', { title: 'Nobody said this' })
  const insight = await world.make('create-insight', { title: 'The door blocks the network' })
  const old = await said({ contactId: contact.id, occurredAt: '2024-01-01T00:00:00Z' })
  const twin = await said({ companyId: company.id })
  await world.store.apply(world.as.owner, 'merge-feedback', { into: old.ref, from: [twin.ref] })
  await link(await quoteOf(old), 'supports', part, { strength: 0.4 })
  await link(await quoteOf(await said({ source: 'mail', originId: '7' })), 'supports', insight)
  await link(insight, 'supports', part)
  await link(await quoteOf(await said({ source: 'mail', originId: '8' })), 'contradicts', whole)
  const secret = await said({ visibility: 'people', personIds: [] })
  await link(await quoteOf(secret), 'supports', part)
  const idea = await world.make('create-idea', { title: 'A copy on the tablet' })
  await link(idea, 'addresses', part)

  const told = await agree('owner')
  const of = (row: Row) => told.find(({ id }) => id === row.id)
  expect(of(bare)).toMatchObject({ sources: 0, strength: null, thin: ['no-evidence'], ideas: 0 })
  expect(of(part)).toMatchObject({ against: 0, ideas: 1 })
  expect(of(part)?.sources).toBeGreaterThanOrEqual(3)
  // the evidence of a part is evidence of the whole
  expect(of(whole)).toMatchObject({ sources: of(part)?.sources, against: 1 })
  const seen = await agree('viewer')
  expect(seen.find(({ id }) => id === part.id)?.sources).toBeLessThan(of(part)?.sources ?? 0)
})
