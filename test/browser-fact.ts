import type { Page } from 'playwright-core'

/** Does this browser keep a fact of that name beside its rows? Told as it was before `act`. */
export const browserFact = (page: Page, name: string, act: 'get' | 'delete' = 'get') =>
  // a page of ours runs no text as code, so that what is asked is one expression
  page.evaluate<boolean>(`(async () => {
    const come = (asked) => new Promise((done, fail) => {
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
    })
    const kept = (await indexedDB.databases()).find(({ name }) => name.startsWith('throughline '))
    const database = await come(indexedDB.open(kept.name))
    const facts = database.transaction('facts', 'readwrite').objectStore('facts')
    const found = await come(facts.get('${name}'))
    if ('${act}' === 'delete') await come(facts.delete('${name}'))
    database.close()
    return found !== undefined
  })()`)
