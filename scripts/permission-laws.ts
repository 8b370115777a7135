import { roles, type Role } from '../src/engine/access.ts'

/** What a role may: of all rows that it sees, of its own, nothing, or as though there were nothing. */
export type Cell = 'yes' | 'own' | 'no' | 'none'

export interface Right {
  readonly operation: string
  /** What a key with scopes needs. */
  readonly scope: string
  /** May somebody who is not signed in? */
  readonly nobody?: 'yes' | 'no'
  readonly cells: Readonly<Record<Role, Cell>>
  /** May a key, which is nobody in person? */
  readonly keys?: 'yes' | 'no'
  readonly unseen: 'left out' | '404' | 'refused' | '–'
}

/** What a command itself asks, beyond the role and the rows it touches. The test executes it like the rest. */
export interface Law {
  readonly says: string
  readonly cells?: Readonly<Partial<Record<Role, Cell>>>
}

const all = (cell: Cell): Readonly<Record<Role, Cell>> =>
  Object.fromEntries(roles.map((own) => [own, cell])) as Record<Role, Cell>

const from = (least: Role): Readonly<Record<Role, Cell>> =>
  Object.fromEntries(
    roles.map((own) => [own, roles.indexOf(own) >= roles.indexOf(least) ? 'yes' : 'no']),
  ) as Record<Role, Cell>

const person = { says: 'a person asks for themselves; a key has no inbox.' } as const

export const laws: Readonly<Record<string, Law>> = {
  'create-member': { says: 'gives no role above the own one.' },
  'update-member': {
    says: 'gives no role above the own one, touches nobody above, and the last owner stays one. Keys of a role that they can no longer give end.',
  },
  'remove-member': {
    says: 'touches nobody above, and the last owner stays. The keys that they made end.',
  },
  'suspend-member': {
    says: 'touches nobody above and not oneself, and an owner stays who is not suspended. The keys that they made rest.',
  },
  'reinstate-member': { says: 'touches nobody above.' },
  'offer-password': {
    says: 'touches nobody above and not oneself; its link opens nothing for whoever is in another workspace too.',
  },
  'create-key': { says: 'gives no role above the own one.' },
  'create-webhook': {
    says: 'a person asks for themselves: it is told what that person may see.',
  },
  invite: { says: 'gives no role above the own one, and asks for nobody who stands above.' },
  'accept-invitation': {
    says: 'nobody by the API: it is done by the link.',
  },
  'note-key-use': { says: 'nobody by the API: the instance does it.' },
  'note-login': { says: 'nobody by the API: the instance does it.' },
  'update-comment': {
    says: 'the words of a comment are those of who said them.',
    cells: { admin: 'own', owner: 'own' },
  },
  triage: { says: 'of each feedback, whoever may change it.', cells: { contributor: 'own' } },
  'merge-feedback': {
    says: 'of each feedback, whoever may change it.',
    cells: { contributor: 'own' },
  },
  'show-rounds': { says: 'nobody by the API: the instance does it.' },
  'check-tripwires': { says: 'nobody by the API: the instance does it.' },
  'hand-in': { says: 'a person who is asked answers for themselves.' },
  'close-round': {
    says: 'whoever opened the round, or an admin.',
    cells: { editor: 'own' },
  },
  undo: {
    says: 'takes back a commit of one’s own; an admin, anybody’s. Each row is then asked for itself.',
    cells: { contributor: 'own', editor: 'own' },
  },
  erase: { says: 'passes over rows that one does not see, and says how many changes it erased.' },
  follow: person,
  unfollow: person,
  'mark-read': person,
  'choose-inbox': person,
}

/** The operations that no record, command or view stands behind. */
export const standingRights: Readonly<Record<string, Omit<Right, 'operation'>>> = {
  'POST /attachments': {
    scope: 'write:attachments',
    cells: from('contributor'),
    unseen: 'refused',
  },
  'POST /imports': { scope: 'write:*', cells: all('yes'), unseen: '–' },
  'GET /imports/{id}': { scope: '–', cells: all('own'), unseen: '404' },
  'DELETE /imports/{id}': { scope: '–', cells: all('own'), unseen: '404' },
  'POST /imports/{id}/check': { scope: 'write:needs', cells: all('own'), unseen: '404' },
  'POST /imports/{id}/run': { scope: 'write:needs', cells: all('own'), unseen: '404' },
  'GET /export/{plural}': { scope: 'read:needs', cells: all('yes'), unseen: 'left out' },
  'GET /audit/export': { scope: 'read:*', cells: from('admin'), unseen: 'left out' },
  'GET /archive': { scope: 'read:*', cells: from('owner'), unseen: 'left out' },
  'GET /snapshot': { scope: 'read:*', cells: all('yes'), unseen: 'left out' },
  'GET /live': { scope: 'read:*', cells: all('yes'), unseen: 'left out' },
  'POST /live/presence': { scope: 'read:*', cells: all('yes'), unseen: 'refused' },
  'GET /history': { scope: 'read:*', cells: all('yes'), unseen: 'left out' },
  'GET /history/verify': { scope: 'read:*', cells: from('admin'), unseen: '–' },
  'GET /me': { scope: '–', cells: all('yes'), unseen: '–' },
  'POST /sign-in-links': { scope: '–', cells: from('owner'), keys: 'no', unseen: '–' },
  'GET /sample': { scope: 'read:*', cells: all('yes'), unseen: '–' },
  'POST /sample': { scope: 'write:*', cells: from('admin'), unseen: '–' },
  'DELETE /sample': { scope: 'write:*', cells: from('admin'), unseen: '–' },
  'GET /openapi.json': { scope: '–', nobody: 'yes', cells: all('yes'), unseen: '–' },
  'GET /catalogue.json': { scope: '–', nobody: 'yes', cells: all('yes'), unseen: '–' },
  'POST /invite-links': { scope: 'write:invitations', cells: from('admin'), unseen: '–' },
  'GET /account': { scope: '–', cells: all('yes'), keys: 'no', unseen: '–' },
  'GET /sessions': { scope: '–', cells: all('own'), keys: 'no', unseen: 'left out' },
  'DELETE /sessions/{id}': { scope: '–', cells: all('own'), keys: 'no', unseen: '404' },
  'GET /passkeys': { scope: '–', cells: all('own'), keys: 'no', unseen: 'left out' },
  'PATCH /passkeys/{id}': { scope: '–', cells: all('own'), keys: 'no', unseen: '404' },
  'DELETE /passkeys/{id}': { scope: '–', cells: all('own'), keys: 'no', unseen: '404' },
  'POST /password-links': { scope: 'write:invitations', cells: from('admin'), unseen: '404' },
  'POST /leave': { scope: '–', cells: all('yes'), keys: 'no', unseen: '–' },
}
