import type { Catalogue } from '../../src/engine/catalogue.ts'
import { isGiven } from '../../src/engine/field.ts'
import { must } from '../../src/engine/problem.ts'
import type { RecordKind, Row } from '../../src/engine/record.ts'
import type { Right } from '../../scripts/permission-laws.ts'
import type { Side } from './side.ts'
import { targets } from './targets.ts'

type Plain = Readonly<Record<string, unknown>>

export interface Question {
  readonly method: string
  readonly path: string
  readonly json?: Plain
  readonly text?: string
}

/** Of which record's rows an operation is asked; undefined where it names none. */
export function kindAsked(
  { operation }: Pick<Right, 'operation'>,
  catalogue: Catalogue,
): RecordKind | undefined {
  const [, path = ''] = operation.split(' ')
  const [, first = '', second = ''] = path.split('/')
  if (operation === 'POST /attachments') return catalogue.record('need')
  const ofRecord = catalogue.recordOfPlural(first)
  if (ofRecord !== undefined) return path.includes('{id}') ? ofRecord : undefined
  if (first === 'why' || first === 'became' || path === '/live/presence')
    return catalogue.record('need')
  if (first === 'views') {
    const place = placeOf(second, catalogue)
    return place === undefined ? undefined : catalogue.record(place.record)
  }
  if (first !== 'commands') return undefined
  const named = targets[second]
  if (named !== undefined) return named === '' ? undefined : catalogue.record(named)
  return second.startsWith('create-') ? undefined : recordOf(second, catalogue)
}

/** The field of a view that names the row it is asked of. */
function placeOf(
  view: string,
  catalogue: Catalogue,
): { readonly name: string; readonly record: string } | undefined {
  const [name, field] =
    Object.entries(must(catalogue.view(view), view).input).find(
      ([, { required }]) => required === true,
    ) ?? []
  if (name === undefined || field === undefined) return undefined
  return { name, record: field.kind === 'ref' ? field.to : 'need' }
}

const recordOf = (command: string, catalogue: Catalogue): RecordKind => {
  const rest = command.slice(command.indexOf('-') + 1)
  return must(
    catalogue.records.find(({ name, plural }) => name === rest || plural === rest),
    command,
  )
}

const searchOf = (kind: RecordKind, side: Side): readonly string[] =>
  Object.values(kind.fields).some((field) => 'search' in field && field.search !== undefined)
    ? [`?q=${side.words.hidden}`]
    : []

let count = 0
const anew = (side: Side): string => `${side.words.open} anew ${(count += 1)}`

/** The questions that an operation stands for, asked about a row where it asks about one. */
export function questionsOf(
  right: Right,
  row: Row | undefined,
  side: Side,
  catalogue: Catalogue,
  seq: number,
): readonly Question[] {
  const [method = '', path = ''] = right.operation.split(' ')
  const at = path.replace(/\{\w+\}/, row?.id ?? '')
  if (path.startsWith('/commands/')) {
    const name = path.slice('/commands/'.length)
    const asked = { method, path, json: bodyOf(name, row, side, catalogue, seq) }
    // What came is said of what is locked, by whoever may lock it too.
    return name === 'resolve-prediction' ? [lockingOf(row?.id ?? ''), asked] : [asked]
  }
  switch (path) {
    case '/export/{plural}': {
      return ['csv', 'jsonl'].map((format) => ({ method, path: `/export/needs?format=${format}` }))
    }
    case '/history':
      return [{ method, path: '/history?limit=200' }]
    case '/live':
      return [{ method, path: '/live?after=0' }]
    case '/live/presence':
      return [{ method, path, json: { at: row?.id ?? null } }]
    case '/invite-links':
      return [{ method, path, json: { email: `${(count += 1)}@example.net`, role: 'viewer' } }]
    case '/attachments':
      if (method === 'POST')
        return [{ method, path: `/attachments?on=${row?.id ?? ''}`, text: anew(side) }]
      break
    case '/imports':
      return [{ method, path, text: `title\n${anew(side)}\n` }]
    case '/imports/{id}/check':
    case '/imports/{id}/run':
      return [{ method, path: at, json: { record: 'need', map: { title: 'title' } } }]
  }
  const place = path.startsWith('/views/') ? placeOf(path.slice(7), catalogue) : undefined
  if (place !== undefined) {
    // Two plans are compared, and each is asked for by itself.
    const beside = path === '/views/compare-plans' ? `&after=${side.idOf('plan')}` : ''
    return [{ method, path: `${path}?${place.name}=${row?.id ?? ''}${beside}` }]
  }
  const kind = catalogue.recordOfPlural(path.split('/')[1] ?? '')
  if (method === 'GET')
    return kind === undefined || row !== undefined
      ? [{ method, path: at }]
      : ['?limit=200&count=exact', '?state=removed&limit=200', ...searchOf(kind, side)].map(
          (query) => ({ method, path: `${path}${query}` }),
        )
  if (kind === undefined || method === 'DELETE' || path.endsWith('/restore'))
    return [{ method, path: at, json: {} }]
  return [
    {
      method,
      path: at,
      json: method === 'POST' ? side.inputFor(kind) : patchOf(kind, side, catalogue),
    },
  ]
}

export const lockingOf = (id: unknown): Question => ({
  method: 'POST',
  path: '/commands/lock-prediction',
  json: { prediction: id },
})

/** A change of one field of a record. */
function patchOf(kind: RecordKind, side: Side, catalogue: Catalogue): Plain {
  if (kind.name === 'quote') return { start: 0, end: 5 + ((count += 1) % 3) }
  if (kind.name === 'comment') return { text: anew(side) }
  // What was decided stays; who is told of it may change.
  if (kind.name === 'decision') return { informedIds: [side.hand.id] }
  const input = must(catalogue.command(`update-${kind.name}`), kind.name).input
  const [name] =
    Object.entries(input).find(
      ([one, field]) =>
        field.kind === 'text' && field.form === undefined && isGiven(field) && one !== 'key',
    ) ?? []
  return { [must(name, kind.name)]: anew(side) }
}

/** What a command is sent about a row. */
export function bodyOf(
  name: string,
  row: Row | undefined,
  side: Side,
  catalogue: Catalogue,
  seq: number,
): Plain {
  const id = row?.id ?? ''
  switch (name) {
    case 'comment':
      return { on: id, text: anew(side) }
    case 'follow':
    case 'unfollow':
      return { on: id }
    case 'mark-read':
      return {}
    case 'choose-inbox':
      return { mentions: true }
    case 'invite':
      return { email: `${(count += 1)}@example.net`, role: 'viewer' }
    case 'triage':
      return { ids: [id], state: 'processed' }
    case 'merge-feedback':
      return { into: side.idOf('feedback'), from: [id] }
    case 'merge-ideas':
      return { into: side.idOf('idea'), from: [id] }
    case 'plan-experiment':
      return { idea: id, title: anew(side), hypothesis: anew(side) }
    case 'frame':
      return { feedbackId: id, start: 0, end: 4, to: side.idOf('need') }
    case 'create-quote':
      return { feedbackId: id, start: 0, end: 4 }
    case 'ask-for':
      return { feedbackId: id, ideaId: side.idOf('idea') }
    case 'estimate':
      return { on: id, factor: 'effort', likely: 2, note: anew(side) }
    case 'withdraw-estimate':
      return { on: id, factor: 'effort' }
    case 'override-confidence':
      return { idea: id, confidence: 80, reason: anew(side) }
    case 'add-model':
      return { method: 'wsjf', title: anew(side) }
    case 'weigh':
      return { model: id, weights: [], reason: anew(side) }
    case 'open-round':
      return { title: anew(side), decisionId: id, raterIds: [side.hand.id] }
    case 'hand-in':
    case 'close-round':
      return { round: id }
    case 'show-rounds':
      return {}
    case 'rate':
      return { criterion: side.idOf('criterion'), idea: id, likely: 4 }
    case 'take-position':
      return { decision: id, stance: 'for', reasons: anew(side) }
    case 'give-odds':
      return { prediction: id, chance: 60 }
    case 'lock-prediction':
      return { prediction: id }
    case 'resolve-prediction':
      return { prediction: id, came: 1, note: anew(side) }
    case 'void-prediction':
      return { prediction: id, note: anew(side) }
    case 'set-tripwire':
      return { decision: id, text: anew(side), watches: 'day', by: '2027-01-31' }
    case 'edit-tripwire':
      return { tripwire: id, text: anew(side), reason: anew(side) }
    case 'withdraw-tripwire':
      return { tripwire: id, reason: anew(side) }
    case 'check-tripwires':
      return {}
    case 'start-experiment':
      return { experiment: id }
    case 'end-experiment':
      return { experiment: id, result: 12, learned: anew(side) }
    case 'stop-experiment':
      return { experiment: id, learned: anew(side) }
    case 'record-review':
      return { decision: id, verdict: 'persevere', reasons: anew(side) }
    case 'amend':
      return { decision: id, text: anew(side) }
    case 'waive':
      return { on: id, rule: 'need-as-solution', reasons: anew(side) }
    case 'unwaive':
      return { on: id, rule: 'need-as-solution' }
    case 'save-plan':
      return { title: anew(side), period: '2031-Q3', ideaIds: [id] }
    case 'adopt-plan':
      return { plan: id, sentence: anew(side) }
    case 'decide':
      return { on: id, sentence: anew(side) }
    case 'open-decision':
      return { question: anew(side), on: [side.idOf('idea')] }
    case 'import-decision':
      return { text: `# ${anew(side)}` }
    case 'choose':
      return { decision: id, sentence: anew(side) }
    case 'supersede-decision':
    case 'reverse-decision':
      return { decision: id, sentence: anew(side), reasons: anew(side) }
    case 'refuse-idea':
      return { idea: id, reasons: anew(side), metricId: side.idOf('metric'), metricAbove: 5 }
    case 'change-course':
      return { item: id, commitment: 'later', sentence: anew(side) }
    case 'promote-idea':
      return { idea: id, commitment: 'next' }
    case 'link':
      return { from: side.idOf('idea'), relation: 'addresses', to: id }
    case 'unlink':
      return { from: side.idOf('idea'), relation: row?.['relation'], to: row?.['toId'] }
    case 'accept-invitation':
      return { id, name: 'Somebody' }
    case 'erase':
      return { record: 'need', ids: [id] }
    case 'undo':
      return { seq }
    case 'replay-webhook':
      return { id, seq: 1 }
    case 'note-login':
      return { memberId: id, how: 'password' }
    case 'offer-password':
    case 'rotate-webhook-secret':
    case 'revoke-key':
    case 'note-key-use':
    case 'revoke-invitation':
      return { id }
  }
  const kind = recordOf(name, catalogue)
  if (name.startsWith('create-')) return side.inputFor(kind)
  if (name.startsWith('update-')) return { id, ...patchOf(kind, side, catalogue) }
  if (name.startsWith('set-')) return { ids: [id], ...patchOf(kind, side, catalogue) }
  return name.startsWith('trash-') ? { ids: [id] } : { id }
}
