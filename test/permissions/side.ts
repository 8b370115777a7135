import { createHash } from 'node:crypto'
import type { Actor } from '../../src/engine/access.ts'
import { must } from '../../src/engine/problem.ts'
import type { RecordKind, Row } from '../../src/engine/record.ts'
import type { Store } from '../../src/store/store.ts'
import { aFile } from '../attached.ts'
import { fill, filled, type Rows } from '../filled.ts'

type Plain = Readonly<Record<string, unknown>>

/** How a row stands to whoever asks for it. */
export const relations = [
  'own',
  'seen',
  'team',
  'draft',
  'product',
  'foreign',
  'trash',
  'missing',
] as const
export type Relation = (typeof relations)[number]

/** Where a row of this workspace stands, whoever asks. */
export type Standing = Extract<Relation, 'seen' | 'team' | 'draft' | 'product' | 'trash'>

/** One workspace with somebody in it who makes what others may or may not see; each text says who may. */
export interface Side {
  readonly owner: Actor
  readonly hand: Actor
  readonly base: Rows
  /**
   * The words in texts of what the whole workspace sees, of what only `hand` sees, of what only admins see,
   * and of what whoever is held to one product does not see.
   */
  readonly words: Readonly<Record<'open' | 'hidden' | 'admins' | 'others', string>>
  /** The product that everything is in but what has the standing `product`. */
  readonly productId: string
  readonly make: (kind: RecordKind, standing: Standing, by?: Actor) => Promise<Row | undefined>
  /** An input that makes one more of a record. */
  readonly inputFor: (kind: RecordKind) => Plain
  /** The ids of what only `hand` sees. */
  readonly hiddenIds: ReadonlySet<string>
  /** The ids of what lies in another product. */
  readonly otherIds: ReadonlySet<string>
  readonly idOf: (record: string) => string
}

const hangsOn: Readonly<Record<string, string>> = {
  quote: 'feedback',
  attachment: 'need',
  comment: 'need',
  follower: 'need',
  link: 'need',
  'key-result': 'objective',
  estimate: 'idea',
  reading: 'metric',
  cost: 'idea',
  option: 'decision',
  criterion: 'scoring-model',
  rating: 'idea',
  position: 'decision',
  odds: 'prediction',
  assumption: 'decision',
  tripwire: 'decision',
  review: 'decision',
  amendment: 'decision',
  waiver: 'need',
}

/** Is there anything of this record that some members of its workspace do not see? */
export const hides = (kind: RecordKind): boolean => inProduct(kind) || kind.name === 'saved-view'

/** Does a row of this record lie in a product, by itself or by what it hangs on? */
const inProduct = (kind: RecordKind): boolean => 'visibility' in kind.fields || kind.name in hangsOn

export async function openSide(store: Store, owner: Actor, tag: string): Promise<Side> {
  const words = {
    open: `openwords${tag}q7`,
    hidden: `hiddenwords${tag}q7`,
    admins: `adminswords${tag}q7`,
    others: `otherswords${tag}q7`,
  }
  const base = await fill(store, owner, words.open)
  const idOf = (record: string): string => must(base.get(record)?.[0], record).id
  const joined = await store.apply(owner, 'create-member', { name: 'Hand', role: 'owner' })
  const hand = must(await store.identity.byMember(owner.workspaceId, must(joined.changed[0]).id))
  const openId = must(base.get('decision')?.find((row) => row['state'] === 'open')).id
  const team = await store.apply(owner, 'create-team', { name: 'Few', memberIds: [hand.id] })
  const teamIds = [must(team.changed[0]).id]
  const other = await store.apply(owner, 'create-product', { name: words.others })
  const hiddenIds = new Set<string>()
  const otherIds = new Set([must(other.changed[0]).id])
  let count = 0

  const wordFor = (standing: Standing): string =>
    `${standing === 'product' ? words.others : standing === 'team' || standing === 'draft' ? words.hidden : words.open} ${(count += 1)}`

  const inputOf = (kind: RecordKind, word: string): Plain => {
    switch (kind.name) {
      case 'custom-field':
        return { of: 'feedback', key: `plan${(count += 1)}`, label: word, type: 'text' }
      case 'saved-view':
        return { title: word, of: 'need', shared: true }
      case 'quote':
        return { feedbackId: idOf('feedback'), start: 0, end: 4 }
      case 'key':
        return { name: word.replace('open', 'admins'), role: 'viewer' }
      case 'webhook':
        return { name: word.replace('open', 'admins'), url: 'https://example.org/hooks' }
      case 'member':
        return { name: word, role: 'viewer', email: `${word.replaceAll(' ', '-')}@example.org` }
      case 'tag':
      case 'team':
        return { name: word }
      default: {
        const { originId: _, ...input } = filled(
          must(store.catalogue.command(`create-${kind.name}`), kind.name).input,
          word,
          (record) => base.get(record)?.[0]?.id,
        )
        if (kind.name === 'option' || kind.name === 'criterion')
          return { ...input, decisionId: openId }
        // A metric has one reading a day.
        if (kind.name === 'reading') return { ...input, on: dayOf((count += 1)) }
        return 'originId' in kind.fields ? { ...input, originId: word } : input
      }
    }
  }

  const run = async (
    by: Actor,
    name: string,
    input: Plain,
    kind: RecordKind,
    word: string,
  ): Promise<Row> => {
    const file = kind.file === name ? aFile(`${word}.txt`) : undefined
    const { changed } = await store.apply(by, name, input, { cause: `${word} as cause`, file })
    const ids = word.startsWith(words.hidden)
      ? hiddenIds
      : word.startsWith(words.others)
        ? otherIds
        : undefined
    for (const { id } of changed) ids?.add(id)
    return must(changed.find(({ record, row }) => record === kind.name && row !== null)?.row)
  }

  /** Noted by the instance, in the name of whoever came in. */
  const cameIn = (by: Actor, kind: RecordKind): Promise<Row> => {
    // Whoever came in sees it too, beside the admins.
    const word = `${by.id === hand.id ? words.admins : words.open} ${(count += 1)}`
    const input = { memberId: by.id, how: 'password', agent: word, address: '192.0.2.7' }
    return run({ ...by, kind: 'system', role: 'owner' }, 'note-login', input, kind, word)
  }

  const make = async (
    kind: RecordKind,
    standing: Standing,
    by: Actor = hand,
  ): Promise<Row | undefined> => {
    if ((standing === 'team' || standing === 'draft') && !hides(kind)) return undefined
    if (standing === 'product' && kind.name !== 'product' && !inProduct(kind)) return undefined
    if (kind.name === 'workspace')
      return standing === 'seen' ? must(base.get('workspace')?.[0]) : undefined
    if (kind.name === 'inbox')
      return standing === 'seen' ? run(by, 'mark-read', {}, kind, words.open) : undefined
    // It can be taken away by nobody, so none lies in the trash.
    if (kind.name === 'login')
      return by.kind === 'member' && standing !== 'trash' ? cameIn(by, kind) : undefined
    const word = wordFor(standing)
    const scope =
      standing === 'draft'
        ? { draft: true }
        : standing === 'team'
          ? { visibility: 'teams', teamIds }
          : standing === 'product'
            ? { [kind.name === 'product' ? 'parentId' : 'productId']: must(other.changed[0]).id }
            : {}
    const under = hangsOn[kind.name]
    const home =
      under === undefined
        ? undefined
        : await run(
            by,
            `create-${under}`,
            {
              ...inputOf(store.catalogue.record(under), word),
              // What was decided is locked: these hang on a decision that is open still.
              ...(['option', 'assumption'].includes(kind.name) ? { sentence: null } : {}),
              ...scope,
            },
            store.catalogue.record(under),
            word,
          )
    const made = await (async () => {
      switch (kind.name) {
        case 'attachment':
          return run(by, 'attach', { on: home?.id }, kind, word)
        case 'comment':
          return run(by, 'comment', { on: home?.id, text: word }, kind, word)
        case 'estimate': {
          const said = { on: home?.id, factor: 'reach', likely: 5, note: word }
          return run(by, 'estimate', said, kind, word)
        }
        case 'reading':
        case 'option':
        case 'criterion':
        case 'cost':
        case 'assumption': {
          const {
            decisionId: _,
            raterIds: __,
            least: ___,
            most: ____,
            ...input
          } = inputOf(kind, word)
          const on = kind.name === 'criterion' ? 'modelId' : `${under}Id`
          return run(by, `create-${kind.name}`, { ...input, [on]: home?.id }, kind, word)
        }
        case 'round': {
          const about = await run(
            by,
            'create-decision',
            { ...inputOf(store.catalogue.record('decision'), word), ...scope },
            store.catalogue.record('decision'),
            word,
          )
          const asked = { title: word, decisionId: about.id, raterIds: [by.id, hand.id] }
          return run(by, 'open-round', asked, kind, word)
        }
        case 'rating': {
          const said = { criterion: idOf('criterion'), idea: home?.id, likely: 3, words: word }
          return run(by, 'rate', said, kind, word)
        }
        case 'position': {
          const said = { decision: home?.id, stance: 'for', reasons: word }
          return run(by, 'take-position', said, kind, word)
        }
        case 'odds':
          return run(by, 'give-odds', { prediction: home?.id, chance: 70, note: word }, kind, word)
        case 'tripwire': {
          const said = { decision: home?.id, text: word, watches: 'day', by: '2027-01-31' }
          return run(by, 'set-tripwire', said, kind, word)
        }
        case 'experiment': {
          const row = await run(
            by,
            'create-experiment',
            { ...inputOf(kind, word), threshold: 10, ...scope },
            kind,
            word,
          )
          // it runs, so that it can be ended
          await store.apply(by, 'start-experiment', { experiment: row?.id })
          return row
        }
        case 'review': {
          const said = { decision: home?.id, verdict: 'persevere', reasons: word }
          return run(by, 'record-review', said, kind, word)
        }
        case 'amendment':
          return run(by, 'amend', { decision: home?.id, text: word }, kind, word)
        case 'waiver': {
          const said = { on: home?.id, rule: 'need-as-solution', reasons: word }
          return run(by, 'waive', said, kind, word)
        }
        case 'follower':
          return run(by, 'follow', { on: home?.id }, kind, word)
        case 'link': {
          const ends = { from: idOf('idea'), relation: 'addresses', to: home?.id }
          return run(by, 'link', { ...ends, note: word }, kind, word)
        }
        case 'quote':
          return run(by, 'create-quote', { feedbackId: home?.id, start: 0, end: 4 }, kind, word)
        case 'key-result': {
          const input = { ...inputOf(kind, word), objectiveId: home?.id }
          return run(by, 'create-key-result', input, kind, word)
        }
        case 'invitation': {
          const email = `${words.admins}-${count}@example.org`
          return run(by, 'invite', { email, role: 'viewer' }, kind, words.admins)
        }
        case 'saved-view': {
          const shared = standing !== 'draft' && standing !== 'team'
          return run(by, 'create-saved-view', { ...inputOf(kind, word), shared }, kind, word)
        }
        default:
          return run(by, `create-${kind.name}`, { ...inputOf(kind, word), ...scope }, kind, word)
      }
    })()
    if (standing !== 'trash') return made
    if (store.catalogue.command(`remove-${kind.name}`) === undefined) return undefined
    await store.apply(by, `remove-${kind.name}`, { id: made.id })
    return made
  }
  return {
    owner,
    hand,
    base,
    words,
    make,
    inputFor: (kind) => inputOf(kind, wordFor('seen')),
    hiddenIds,
    otherIds,
    productId: idOf('product'),
    idOf,
  }
}

const dayOf = (days: number): string => new Date(Date.UTC(2020, 0, days)).toISOString().slice(0, 10)

/** An id that nothing has. */
export const nowhere = '01890a5d-ac96-774b-bcce-b302099a8057'

/** A short text for a value, to compare states by. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url')
