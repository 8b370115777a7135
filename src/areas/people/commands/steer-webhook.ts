import { command, type Command } from '../../../engine/command.ts'
import { crud, present } from '../../../engine/crud.ts'
import { number, ref } from '../../../engine/field.ts'
import { unknown } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { webhook } from '../records/webhook.ts'
import { signingSecret } from '../rules/signing-secret.ts'

const id = ref({ label: 'Webhook', to: 'webhook', required: true })

/** A new secret, in the answer and nowhere else that anybody reads; the old one signs beside it for a day. */
const rotate = command({
  name: 'rotate-webhook-secret',
  says: 'Give a webhook a new secret',
  on: 'webhook',
  input: { id },
  may: 'admin',
  stands: true,
  decide: async (input, scene) => {
    const row = await present(webhook, input.id, scene)
    const secret = signingSecret(scene.newSecret())
    return {
      changes: [counted(row)],
      signing: [{ id: row.id, secret }],
      result: { id: row.id, secret },
    }
  },
})

/** It is told nothing until it is resumed; what happens meanwhile waits for it. */
const pause = command({
  name: 'pause-webhook',
  says: 'Pause a webhook',
  on: 'webhook',
  input: {
    id,
    because: { ...webhook.fields.because, help: 'Only the system itself gives another reason' },
  },
  may: 'admin',
  promises: ['settles'],
  decide: async (input, scene) => {
    const row = await present(webhook, input.id, scene)
    if (row['state'] === 'paused') return { changes: [] }
    const because = scene.actor.kind === 'system' ? (input.because ?? 'asked') : 'asked'
    return { changes: [patched(row, { state: 'paused', because })] }
  },
})

/** It is told everything that happened meanwhile, and goes on. */
const resume = command({
  name: 'resume-webhook',
  says: 'Resume a webhook',
  on: 'webhook',
  input: { id },
  may: 'admin',
  promises: ['settles'],
  decide: async (input, scene) => {
    const row = await present(webhook, input.id, scene)
    if (row['state'] === 'active') return { changes: [] }
    return {
      changes: [patched(row, { state: 'active', because: null, resumedAt: scene.now })],
    }
  },
})

/** Sends a greeting at once, also while it is paused. */
const test = command({
  name: 'test-webhook',
  says: 'Test a webhook',
  on: 'webhook',
  input: { id },
  may: 'admin',
  stands: true,
  decide: async (input, scene) => {
    const row = await present(webhook, input.id, scene)
    return { changes: [counted(row)], sends: [{ id: row.id }] }
  },
})

/** Sends a commit again, or one from before there was the webhook, under the id that it had. */
const replay = command({
  name: 'replay-webhook',
  says: 'Send a delivery of a webhook again',
  on: 'webhook',
  input: {
    id,
    seq: number({
      label: 'Sequence',
      whole: true,
      min: 1,
      required: true,
      help: 'The commit that the delivery tells of',
    }),
  },
  may: 'admin',
  stands: true,
  decide: async ({ seq, ...input }, scene) => {
    const row = await present(webhook, input.id, scene)
    if ((await scene.reader.commit(seq)) === undefined)
      throw unknown(sentence('There is no commit {seq}.', { seq: String(seq) }))
    return { changes: [counted(row)], sends: [{ id: row.id, seq }] }
  },
})

/** Every one of these is a commit of its own, so that history says who asked. */
const counted = (row: Row) => patched(row, { asks: Number(row['asks'] ?? 0) + 1 })

const patched = (row: Row, patch: Readonly<Record<string, unknown>>) =>
  ({ op: 'update', record: 'webhook', id: row.id, patch }) as const

export const webhookCommands: readonly Command[] = [
  rotate,
  pause,
  resume,
  test,
  replay,
  ...crud(webhook)
    .filter(({ name }) => name === 'remove-webhook' || name === 'restore-webhook')
    .map((verb): Command => ({ ...verb, may: 'admin' })),
]
