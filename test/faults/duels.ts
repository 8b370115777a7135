import type { Told } from '../../src/app/instance.world.ts'
import type { Row } from '../../src/engine/record.ts'

/** What one writer asks of a record; the last answer is what was told in the end. */
export type Deed = (about: About) => Promise<Told>

/** The need that both write, as it stood before either did, and ways to ask. */
export interface About {
  readonly need: Row
  /** An idea that may be tied to it. */
  readonly idea: string
  /** The last commit before the two. */
  readonly seq: number
  /** A text that nobody else has. */
  readonly mark: string
  readonly ask: (method: string, path: string, json?: object, headers?: Headers) => Promise<Told>
  /** Brings a file in and waits until that is over; gives its last word. */
  readonly bring: (file: string, map: Readonly<Record<string, string>>) => Promise<Told>
}
type Headers = Readonly<Record<string, string>>

/** Two who write one record at once. */
export interface Duel {
  readonly says: string
  readonly deeds: readonly [Deed, Deed]
  /** Is one of the two refused, whatever the order? */
  readonly wins?: 'one'
  /** Played in every run; the others where there is time. */
  readonly when?: 'always'
  /** Has the need in the trash, or changed once, before it begins. */
  readonly from?: 'trash' | 'changed'
}

const at = ({ need }: About): string => `/api/v1/needs/${need.id}`
const seen = ({ need }: About): Headers => ({ 'if-match': `"${need.version}"` })

const update =
  (json: object, how: (about: About) => Headers = () => ({})): Deed =>
  (about) =>
    about.ask('PATCH', at(about), json, how(about))
const remove =
  (how: (about: About) => Headers = () => ({})): Deed =>
  (about) =>
    about.ask('DELETE', at(about), undefined, how(about))
const restore: Deed = (about) => about.ask('POST', `${at(about)}/restore`, {})
const undo: Deed = (about) => about.ask('POST', '/api/v1/commands/undo', { seq: about.seq })
const link: Deed = ({ ask, need, idea }) =>
  ask('POST', '/api/v1/commands/link', { from: idea, relation: 'addresses', to: need.id })
const bring: Deed = (about) =>
  about.bring(`Ref,Kind\n${about.need.ref},Pain\n`, { ref: 'Ref', kind: 'Kind' })
const once = ({ mark }: About): Headers => ({ 'idempotency-key': mark })
const create: Deed = ({ ask, mark }) =>
  ask('POST', '/api/v1/needs', { id: mark, title: 'Made by both' })

/** What two writers may do to one record, pair by pair. */
export const duels: readonly Duel[] = [
  {
    says: 'two change one field',
    when: 'always',
    deeds: [update({ title: 'One' }), update({ title: 'Two' })],
  },
  {
    says: 'two change one field of the version that both saw',
    when: 'always',
    deeds: [update({ title: 'One' }, seen), update({ title: 'Two' }, seen)],
    wins: 'one',
  },
  {
    says: 'two change different fields',
    when: 'always',
    deeds: [update({ title: 'One' }), update({ kind: 'pain' })],
  },
  {
    says: 'two change different fields of the version that both saw',
    deeds: [update({ title: 'One' }, seen), update({ kind: 'pain' }, seen)],
    wins: 'one',
  },
  {
    says: 'one changes and one removes',
    when: 'always',
    deeds: [update({ title: 'One' }), remove()],
  },
  {
    says: 'one changes and one removes the version that both saw',
    deeds: [update({ title: 'One' }, seen), remove(seen)],
    wins: 'one',
  },
  { says: 'two remove', deeds: [remove(), remove()], wins: 'one' },
  { says: 'one removes and one restores', when: 'always', deeds: [remove(), restore] },
  { says: 'two restore', deeds: [restore, restore], from: 'trash' },
  {
    says: 'one restores and one changes',
    deeds: [restore, update({ title: 'One' })],
    from: 'trash',
  },
  { says: 'one ties and one removes', when: 'always', deeds: [link, remove()] },
  { says: 'two tie the same', deeds: [link, link] },
  {
    says: 'one takes a change back and one changes the same field',
    when: 'always',
    deeds: [undo, update({ title: 'One' })],
    from: 'changed',
  },
  { says: 'two take the same change back', deeds: [undo, undo], wins: 'one', from: 'changed' },
  {
    says: 'one takes a change back and one removes',
    when: 'always',
    deeds: [undo, remove()],
    from: 'changed',
  },
  {
    says: 'one brings a file in and one changes another field',
    when: 'always',
    deeds: [bring, update({ title: 'One' })],
  },
  { says: 'one brings a file in and one removes', deeds: [bring, remove()] },
  {
    says: 'one request with its key comes twice',
    when: 'always',
    deeds: [update({ title: 'One' }, once), update({ title: 'One' }, once)],
  },
  { says: 'two make a record of one id', deeds: [create, create], wins: 'one' },
]
