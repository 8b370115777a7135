import { allows, roles, type Access, type Actor, type Role } from '../src/engine/access.ts'
import type { Catalogue } from '../src/engine/catalogue.ts'
import type { Command } from '../src/engine/command.ts'
import type { RecordKind } from '../src/engine/record.ts'
import { openApi } from '../src/surfaces/rest/openapi.ts'
import { plainVerbs } from '../src/surfaces/rest/plain-verbs.ts'
import { storeVerbs } from '../src/surfaces/rest/commands.ts'
import { laws, standingRights, type Cell, type Right } from './permission-laws.ts'

/**
 * Who may do what, as a page of Markdown: one line for each operation of the API. A test asks a running
 * instance for each line, as everybody there is, and holds its answers to this page.
 */
export function permissionsDocument(catalogue: Catalogue): string {
  const rights = operationsOf(catalogue).map((operation) => rightOf(operation, catalogue))
  return `# Permissions

Worked out from the declaration, and held by \`test/permissions.test.ts\`: it asks a running instance for every line of
this page, as everybody there is and about every row there can be.

## Who sees and who changes a record

A row of another workspace is nowhere. Beyond that, by the row:

| record | is read by | is made by | is changed, moved to the trash and restored by |
|---|---|---|---|
${catalogue.records.map((kind) => `| ${[kind.name, ...[kind.read, kind.create, kind.write].map(said)].join(' | ')} |`).join('\n')}

## Operations

- \`yes\`: answered, for every row that one sees. \`own\`: for rows that one made oneself; of others it is refused (403), and a list leaves them out.
  A command that takes many rows at once names those it may not change and answers 422; what would change nothing, such as restoring what
  is not in the trash, is answered.
- \`no\`: refused with 403, and with 401 where nobody is signed in. \`none\`: as though there were no such row: an empty list, or 404.
- *scope*: what a key that has scopes needs; without it, 403. \`–\`: none. *Keys*: \`no\` where only a person is answered.
- *Not seen* is said of a row of another team, the draft of somebody else, a row of another workspace, and one that never was, all in the
  same words: \`left out\`, \`404\`, or \`refused\` (403, 404 or 422, and nothing is written) where it is named in what is sent. A row in the trash is
  answered like them, but for its restoring.

MCP, the command line, exports and the pages ask these same operations, so they have no rights of their own. \`POST /mcp\` takes
whatever holds; each tool then is the operation that it is named for.

| operation | scope | nobody | ${roles.join(' | ')} | keys | not seen |
|---|---|---|${roles.map(() => '---|').join('')}---|---|
${rights.map(line).join('\n')}

## What a command asks beyond its role

${Object.entries(laws)
  .map(([name, law]) => `- \`${name}\`: ${law.says}`)
  .join('\n')}
`
}

/** The method and path of every operation that the API describes. */
export const operationsOf = (catalogue: Catalogue): readonly string[] =>
  Object.entries(openApi(catalogue, '0').paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )

/** Throws for an operation about which nobody has said who may: a document with a gap is not written. */
function rightOf(operation: string, catalogue: Catalogue): Right {
  const right =
    standingRights[operation] ?? ofCommand(operation, catalogue) ?? ofRecord(operation, catalogue)
  if (right === undefined) throw new Error(`Nobody has said who may ${operation}.`)
  return { operation, ...right }
}

type Said = Omit<Right, 'operation'>

function ofRecord(operation: string, catalogue: Catalogue): Said | undefined {
  const [method = '', path = ''] = operation.split(' ')
  const [, plural = '', named, restore] = path.split('/')
  const kind = catalogue.recordOfPlural(plural)
  if (kind === undefined) return undefined
  const unseen = named === undefined ? (method === 'GET' ? 'left out' : 'refused') : '404'
  if (method === 'GET')
    return { scope: `read:${plural}`, cells: byRole((own) => readCell(kind, own)), unseen }
  const verb =
    restore === 'restore'
      ? 'restore'
      : ({ POST: 'create', PATCH: 'update', DELETE: 'remove' } as const)[method as 'POST']
  return { ...ofVerb(`${verb}-${kind.name}`, verb, kind, catalogue), unseen }
}

function ofCommand(operation: string, catalogue: Catalogue): Said | undefined {
  const name = /^POST \/commands\/(.+)$/.exec(operation)?.[1]
  if (name === undefined) {
    const view = catalogue.views.find((one) => operation === `GET /views/${one.name}`)
    const line = catalogue.views.find((one) => operation === `GET /${one.name}/{ref}`)
    const found = view ?? line
    if (found === undefined) return undefined
    const plurals =
      found.reads === 'any' ? ['*'] : found.reads.map((one) => catalogue.record(one).plural)
    return {
      scope: plurals.map((plural) => `read:${plural}`).join(' '),
      cells: byRole((own) => least(own, found.may)),
      unseen: Object.values(found.input).some(({ required }) => required) ? '404' : 'left out',
    }
  }
  const stored = storeVerbs.find((verb) => verb.name === name)
  if (stored !== undefined)
    return lawful(name, {
      scope: 'write:*',
      cells: byRole((own) => least(own, stored.may)),
      unseen: 'refused' as const,
      ...(name === 'erase' ? { unseen: 'left out' as const } : {}),
    })
  const kind = catalogue.records.find(
    (one) =>
      plainVerbs.some((verb) => name === `${verb}-${one.name}`) ||
      [`set-${one.plural}`, `trash-${one.plural}`].includes(name),
  )
  if (kind !== undefined) return ofVerb(name, name.split('-')[0] ?? '', kind, catalogue)
  const command = catalogue.command(name)
  if (command === undefined) return undefined
  const plural = command.on === undefined ? '*' : catalogue.record(command.on).plural
  const { only, may } = command
  return lawful(name, {
    scope: `write:${plural}`,
    cells: byRole((own) => (only?.by === 'instance' ? 'no' : least(own, may))),
    ...keysOf(only),
    unseen: 'refused',
  })
}

function ofVerb(name: string, verb: string, kind: RecordKind, catalogue: Catalogue): Said {
  const { may, only } = catalogue.command(name) ?? { may: 'owner' as const }
  return lawful(name, {
    scope: `write:${kind.plural}`,
    ...keysOf(only),
    cells: byRole((own) => {
      if (least(own, may) === 'no') return 'no'
      if (verb === 'create') return mayOn(kind.create, own) === 'no' ? 'no' : 'yes'
      return readCell(kind, own) === 'none' ? 'none' : mayOn(kind.write, own)
    }),
    unseen: 'refused',
  })
}

const keysOf = (only: Command['only']): Pick<Said, 'keys'> =>
  only?.by === 'person' ? { keys: 'no' } : {}

const lawful = (name: string, right: Said): Said => {
  const law = laws[name]
  return law === undefined
    ? right
    : {
        ...right,
        cells: { ...right.cells, ...law.cells },
      }
}

const least = (own: Role, may: Role): Cell =>
  roles.indexOf(own) >= roles.indexOf(may) ? 'yes' : 'no'

const byRole = (cell: (own: Role) => Cell): Said['cells'] =>
  Object.fromEntries(roles.map((own) => [own, cell(own)])) as unknown as Said['cells']

function readCell(kind: RecordKind, own: Role): Cell {
  const may = mayOn(kind.read, own)
  return may === 'no' ? 'none' : may
}

/** What a role may of a row that the whole workspace sees, made by somebody else or by itself. */
function mayOn(access: Access, own: Role): Cell {
  const actor: Actor = {
    kind: 'member',
    id: 'me',
    name: '',
    workspaceId: '',
    role: own,
    teamIds: [],
  }
  const row = (maker: string) => ({
    createdById: maker,
    memberId: maker,
    draft: false,
    visibility: 'workspace',
    shared: true,
    isShown: true,
  })
  const asks = (maker: string): boolean =>
    allows(access, actor, row(maker), function behind() {
      return { row: row('other'), read: { is: 'anyone' }, behind }
    })
  return asks('other') ? 'yes' : asks('me') ? 'own' : 'no'
}

const line = ({ operation, scope, nobody = 'no', cells, keys = 'yes', unseen }: Right): string =>
  `| ${[`\`${operation}\``, scope === '–' ? scope : `\`${scope}\``, nobody, ...roles.map((own) => cells[own]), keys, unseen].join(' | ')} |`

/** An access as a sentence would have it. */
function said(access: Access): string {
  switch (access.is) {
    case 'anyone':
      return 'everybody'
    case 'no-one':
      return 'nobody'
    case 'role':
      return `${access.atLeast} and above`
    case 'me':
      return access.field === 'createdById' ? 'who made it' : `who is its \`${access.field}\``
    case 'lists-me':
      return `who is in \`${access.field}\``
    case 'within':
      return `who is not held to other products (\`${access.field}\`, to ${access.to === 'see' ? 'see' : 'change'})`
    case 'lists-my-team':
      return `whose team is in \`${access.field}\``
    case 'equals':
      return `whoever comes while \`${access.field}\` is ${String(access.value)}`
    case 'via':
      return `who sees its \`${access.field}\``
    case 'all':
      return access.of.map(inner).join(' and ')
    case 'any':
      return access.of.map(inner).join(', or ')
  }
}

const inner = (access: Access): string =>
  access.is === 'all' || access.is === 'any' ? `(${said(access)})` : said(access)
