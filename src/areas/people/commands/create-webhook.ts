import { command } from '../../../engine/command.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { webhook } from '../records/webhook.ts'
import { neverCalled } from '../rules/hook-address.ts'
import { strayNames } from '../rules/record-names.ts'
import { signingSecret } from '../rules/signing-secret.ts'

const mostWebhooks = 200

/** Makes a webhook. The secret is in the answer and nowhere else that anybody reads. */
export const createWebhook = command({
  name: 'create-webhook',
  says: 'Create a webhook',
  on: 'webhook',
  input: {
    id: ref({ label: 'Id', to: 'webhook', help: 'UUID version 7, made by the client' }),
    name: webhook.fields.name,
    url: webhook.fields.url,
    records: webhook.fields.records,
  },
  may: 'admin',
  // A key with few scopes would be told through its webhook what it may not read.
  only: {
    by: 'person',
    says: 'Only a person can create a webhook: it is told what that person may see.',
  },
  promises: ['adds'],
  decide: async ({ id, name, url, records }, scene) => {
    const never = neverCalled(url)
    if (never !== undefined)
      throw invalid('Nothing could ever be sent to this address.', [{ at: 'url', says: never }])
    const wrong =
      scene.records === undefined
        ? []
        : strayNames(
            'records',
            records ?? [],
            scene.records.map((one) => one.name),
          )
    if (wrong.length > 0)
      throw invalid('A webhook is told of records by their names in the singular.', wrong)
    if ((await scene.reader.list('webhook', { limit: mostWebhooks })).data.length >= mostWebhooks)
      throw invalid(
        sentence('A workspace has at most {most} webhooks. Remove one first.', {
          most: String(mostWebhooks),
        }),
      )
    const secret = signingSecret(scene.newSecret())
    const made = id ?? scene.newId()
    const row = {
      name,
      url,
      records: records ?? [],
      ownerId: scene.actor.id,
      state: 'active',
      because: null,
      resumedAt: null,
      asks: 0,
    }
    return {
      changes: [{ op: 'create', record: 'webhook', id: made, row }],
      signing: [{ id: made, secret }],
      result: { id: made, secret },
    }
  },
})
