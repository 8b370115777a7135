import type { Actor } from '../src/engine/access.ts'
import type { Field, Fields } from '../src/engine/field.ts'
import { must } from '../src/engine/problem.ts'
import { proseOf } from '../src/engine/prose.ts'
import type { Row } from '../src/engine/record.ts'
import type { Outcome, Store } from '../src/store/store.ts'
import { aFile } from './attached.ts'

/** Rows of a workspace by their record. */
export type Rows = ReadonlyMap<string, readonly Row[]>

/**
 * One value for every field that can be given: texts carry `word`, refs name a row of `idOf`. A field
 * that cannot be filled is left out.
 */
export function filled(
  input: Fields,
  word: string,
  idOf: (record: string) => string | undefined,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, field], at) => {
      const value = valueFor(name, field, word, idOf, at)
      return value === undefined || name === 'id' || name === 'version'
        ? []
        : [[name, value] as const]
    }),
  )
}

function valueFor(
  name: string,
  field: Field,
  word: string,
  idOf: (record: string) => string | undefined,
  at: number,
): unknown {
  switch (field.kind) {
    case 'text':
      return textFor(field, word, name)
    case 'prose':
      return proseOf(`${word} in ${name}\n\nand again`)
    case 'number':
      return field.allowed === undefined
        ? Math.max(field.min ?? 0, 1) + at
        : Object.values(field.allowed)[0]
    case 'amount':
      return { minor: 12_345, currency: 'EUR' }
    case 'date':
      return '2026-11-22'
    case 'instant':
      return '2026-11-22T09:30:00.000Z'
    case 'choice':
      return name === 'role'
        ? 'viewer'
        : name === 'visibility'
          ? 'workspace'
          : Object.keys(field.options)[0]
    case 'flag':
      return false
    case 'ref':
      return field.to === 'any' || field.to === 'actor' ? undefined : idOf(field.to)
    case 'list': {
      const one = field.of === 'text' ? word : idOf(field.of)
      return one === undefined ? undefined : [one]
    }
    case 'interval':
      return { from: '2026-11-01', to: '2026-12-01' }
    case 'custom':
    case 'computed':
    case 'rollup':
      return undefined
  }
}

function textFor(
  field: Extract<Field, { kind: 'text' }>,
  word: string,
  name: string,
): string | undefined {
  const plain = word.replaceAll(' ', '-')
  switch (field.form) {
    case 'url':
      return `https://${plain}.example/${name}`
    case 'email':
      return `${plain}@${plain}.example`
    case 'domain':
      return `${plain}.example`
    case 'language':
      return word.slice(0, 35)
    case 'markdown':
      return `# ${word}\n\n## Context\n\nIt is so.\n`
    case undefined:
      return field.max < word.length ? undefined : `${word} in ${name}`.slice(0, field.max)
  }
}

/** Makes a row of every record, each field filled, each relation used, one merged, one in the trash, one changed. */
export async function fill(store: Store, owner: Actor, word: string): Promise<Rows> {
  const rows = new Map<string, Row[]>()
  const idOf = (record: string): string | undefined => rows.get(record)?.[0]?.id
  const note = ({ changed }: Outcome): Row => {
    for (const { op, record, row } of changed)
      if (op === 'create' && row !== null) rows.set(record, [...(rows.get(record) ?? []), row])
    return must(changed[0]?.row)
  }
  const run = async (name: string, input: Readonly<Record<string, unknown>>): Promise<Row> =>
    note(await store.apply(owner, name, input, { cause: `${word} as cause` }))
  rows.set('workspace', [...(await store.reader(owner).list('workspace', {})).data])
  await run('create-custom-field', {
    of: 'feedback',
    key: 'plan',
    label: `${word} label`,
    type: 'text',
    sortable: true,
  })
  // Each record points at earlier ones only, so that the catalogue's own order is one that works.
  for (const { name } of store.catalogue.records) {
    const command = store.catalogue.command(`create-${name}`)
    if (command === undefined || rows.has(name)) continue
    const { scopes: _, records: __, ...input } = filled(command.input, word, idOf)
    // What was decided is locked: these hang on one that is open still.
    const open =
      name === 'option' || name === 'criterion'
        ? { decisionId: (await run('open-decision', { question: `${word} asked` })).id }
        : {}
    await run(command.name, {
      ...input,
      ...open,
      ...(name === 'feedback' ? { custom: { plan: `${word} own` } } : {}),
      ...(name === 'quote' ? { start: 9, end: 20 } : {}),
      // Whoever asks may rate by it.
      ...(name === 'criterion' ? { raterIds: [], least: 0, most: 10 } : {}),
    })
  }
  await run('invite', filled(must(store.catalogue.command('invite')).input, word, idOf))
  // Nothing is tied to itself.
  const others = new Map<string, string>()
  const otherOf = async (record: string): Promise<string> => {
    const input = filled(must(store.catalogue.command(`create-${record}`)).input, word, idOf)
    const id = others.get(record) ?? (await run(`create-${record}`, input)).id
    others.set(record, id)
    return id
  }
  for (const relation of store.catalogue.relations)
    for (const from of relation.from)
      for (const to of relation.to)
        if (idOf(from) !== undefined && idOf(to) !== undefined)
          await run('link', {
            from: idOf(from),
            relation: relation.relation,
            to: from === to ? await otherOf(to) : idOf(to),
            note: `${word} note`,
          })
  const said = await run('comment', { on: idOf('need'), text: `${word} said` })
  await run('comment', { on: said.id, text: `${word} answered` })
  const file = aFile(`${word}.txt`)
  note(
    await store.apply(owner, 'attach', { on: idOf('need') }, { cause: `${word} as cause`, file }),
  )
  await run('estimate', {
    on: idOf('idea'),
    factor: 'reach',
    low: 10,
    likely: 30,
    high: 90,
    note: `${word} note`,
  })
  await run('rate', { criterion: idOf('criterion'), idea: idOf('idea'), likely: 3, words: word })
  await run('take-position', { decision: idOf('decision'), stance: 'for', reasons: word })
  await run('give-odds', { prediction: idOf('prediction'), chance: 70, note: `${word} note` })
  await run('set-tripwire', {
    decision: idOf('decision'),
    text: `${word} would change our mind`,
    watches: 'day',
    by: '2027-01-31',
  })
  await run('record-review', {
    decision: idOf('decision'),
    verdict: 'persevere',
    reasons: word,
    expected: `${word} expected`,
    came: `${word} came`,
    again: `${word} again`,
  })
  const { id: doubtful } = await run(
    'create-prediction',
    filled(must(store.catalogue.command('create-prediction')).input, word, idOf),
  )
  await run('void-prediction', { prediction: doubtful, note: `${word} voids` })
  await run('weigh', {
    model: idOf('scoring-model'),
    weights: [`${idOf('criterion')}=40`],
    reason: `${word} weighs`,
  })
  await run('start-experiment', { experiment: idOf('experiment') })
  await run('end-experiment', { experiment: idOf('experiment'), result: 12, learned: word })
  await run('amend', { decision: idOf('decision'), text: `${word} besides` })
  await run('waive', { on: idOf('need'), rule: 'need-as-solution', reasons: word })
  if (owner.kind === 'member') {
    await run('open-round', {
      title: `${word} blind`,
      decisionId: idOf('decision'),
      raterIds: [owner.id],
    })
    await run('follow', { on: idOf('idea') })
    await run('mark-read', {})
    const input = { memberId: owner.id, how: 'password', agent: `${word} browser`, address: word }
    note(
      await store.apply({ ...owner, kind: 'system', role: 'owner' }, 'note-login', input, {
        cause: `${word} as cause`,
      }),
    )
  }
  const double = await run('create-feedback', { text: `${word} twice` })
  await run('merge-feedback', { into: idOf('feedback'), from: [double.id] })
  const gone = await run('create-need', { title: `${word} in the trash` })
  await run('remove-need', { id: gone.id })
  const changed = await run('create-need', { title: `${word} before`, parentId: idOf('need') })
  await run('update-need', { id: changed.id, title: `${word} after` })
  const { parentId: _, ...secret } = filled(
    must(store.catalogue.command('create-idea')).input,
    word,
    idOf,
  )
  await run('create-idea', { ...secret, draft: true })
  return rows
}
