import { createHash } from 'node:crypto'
import { roles } from '../src/engine/access.ts'
import type { Catalogue } from '../src/engine/catalogue.ts'
import { shelvesOf } from '../src/surfaces/mcp/resources.ts'
import { couldUse, saidOfTool, toolsOf, type Tool } from '../src/surfaces/mcp/tools.ts'

/**
 * The tools and resources as a page of Markdown. Each tool stands with a digest of all that a client hears
 * of it, so that a change of a schema is seen in a diff and made on purpose.
 */
export function mcpDocument(catalogue: Catalogue): string {
  const tools = toolsOf(catalogue)
  const [readings, writings] = [
    tools.filter(({ way }) => way === 'read'),
    tools.filter(({ way }) => way === 'write'),
  ]
  const resources = shelvesOf(catalogue).map(
    ({ uriTemplate, description, plural }) =>
      `| \`${uriTemplate}\` | ${cell(description)} | \`read:${plural}\` |`,
  )
  return `# The tools of MCP

Worked out from the declaration. How to connect: [guide/mcp.md](guide/mcp.md). A key sees the tools that its role and its scopes may use, but for those of *a person*: who asks without a key, as the owner does, sees these too.
*Promise*: \`adds\` leaves everything that was there as it was (\`destructiveHint\` is false), \`settles\` comes to the same
however often it is said (\`idempotentHint\`). *Digest* is of the title, description, input schema and hints.

## Reading

| tool | what it does | scope | least role | digest |
|---|---|---|---|---|
${readings.map((tool) => `| ${[nameOf(tool), cell(tool.title), scopes(tool), leastRole(tool), digest(tool)].join(' | ')} |`).join('\n')}

## Writing

| tool | what it does | scope | least role | promise | digest |
|---|---|---|---|---|---|
${writings.map((tool) => `| ${[nameOf(tool), cell(tool.title), scopes(tool), leastRole(tool), tool.promises.join(', '), digest(tool)].join(' | ')} |`).join('\n')}

## Resources

| address | what it is | scope |
|---|---|---|
${resources.join('\n')}
`
}

const nameOf = ({ name }: Tool): string => `\`${name}\``

const scopes = ({ way, plurals }: Tool): string =>
  plurals.map((plural) => `\`${way}:${plural}\``).join(', ')

const leastRole = (tool: Tool): string => {
  const least = roles.find((role) => couldUse(tool, role)) ?? ''
  return tool.only === undefined ? least : `${least}, a person`
}

const digest = (tool: Tool): string =>
  `\`${createHash('sha256')
    .update(JSON.stringify(saidOfTool(tool)))
    .digest('hex')
    .slice(0, 12)}\``

const cell = (text: string): string => text.replaceAll('|', '\\|')
