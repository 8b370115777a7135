import { problemCodes } from '../../engine/problem.ts'
import { html, type Html } from './html.ts'
import type { OpenApi, Operation } from './openapi.ts'
import { problems } from './problem.ts'
import type { Schema } from './schemas.ts'
import { english } from '../../engine/words.ts'

/**
 * The API on one page, made from the OpenAPI document and from nothing else: no script, no request to
 * anybody but this instance, so that it reads the same on a train.
 */
export function referencePage(document: OpenApi): string {
  const sections = document.tags
    .map((tag) => ({ tag, operations: operationsOf(document, tag.name) }))
    .filter(({ operations }) => operations.length > 0)
  return page(
    'API reference',
    html`<nav aria-label="Contents">
        <p><a href="/">Throughline</a></p>
        <ol>
          <li><a href="#how">How it works</a></li>
          ${sections.map(({ tag }) => html`<li><a href="#${slug(tag.name)}">${capital(tag.name)}</a></li>`)}
          <li><a href="#problems">Problems</a></li>
        </ol>
        <p><a href="/api/v1/openapi.json">openapi.json</a></p>
      </nav>
      <main>
        <h1>API reference</h1>
        <p class="lead">${document.info.description}</p>
        ${how(document)}
        ${sections.map(
          ({ tag, operations }) =>
            html`<section id="${slug(tag.name)}">
              <h2>${capital(tag.name)}</h2>
              <p>${tag.description}</p>
              ${operations.map((one) => operationHtml(one, document))}
            </section>`,
        )}
        <section id="problems">
          <h2>Problems</h2>
          <p>
            Every refusal is <code>application/problem+json</code> (RFC 9457) with one of these
            codes.
          </p>
          <dl>
            ${problemCodes
              .filter((code) => code !== 'gone')
              .map(
                (code) =>
                  html`<dt>
                      <a href="/problems/${code}"><code>${code}</code></a> ${problems[code].status}
                    </dt>
                    <dd>${problems[code].means}</dd>`,
              )}
          </dl>
        </section>
      </main>`,
  )
}

/** The page that the `type` of a problem leads to. */
export function problemPage(code: keyof typeof problems): string {
  const { title: named, means, status } = problems[code]
  const title = english.told(named)
  return page(
    title,
    html`<main>
      <p><a href="/api#problems">API reference</a></p>
      <h1>${title}</h1>
      <p class="lead">${means}</p>
      <dl>
        <dt>Code</dt>
        <dd><code>${code}</code></dd>
        <dt>Status</dt>
        <dd>${status}</dd>
      </dl>
    </main>`,
  )
}

/** Pages of the API are text and one style sheet: nothing else may load or run. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

interface Told {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

const operationsOf = (document: OpenApi, tag: string): readonly Told[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation.tags.includes(tag) ? [{ path, method: method.toUpperCase(), operation }] : [],
    ),
  )

function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Throughline</title>
        <link rel="stylesheet" href="/api/reference.css" />
      </head>
      <body>
        ${body}
      </body>
    </html> `.html
}

function how(document: OpenApi): Html {
  const base = document.servers[0]?.url ?? ''
  return html`<section id="how">
    <h2>How it works</h2>
    <dl>
      <dt>Who asks</dt>
      <dd>
        Send a key: <code>Authorization: Bearer tl_…</code>. It belongs to one workspace. On the
        instance's own machine the token in the data directory (<code>owner.token</code>) is a key
        of its owner; with several workspaces, name one by its address in
        <code>Throughline-Workspace</code>.
      </dd>
      <dt>Names</dt>
      <dd>
        Wherever an id is taken, a short ref is too. The ref of a record that was merged leads to
        the one it is in now (308).
      </dd>
      <dt>Lists</dt>
      <dd>
        <code>GET ${base}/…?filter[field]=a,b&amp;sort=-field&amp;limit=50</code> answers
        <code>{"data": […], "cursor": …}</code>; send the cursor back for the next page. Ranges are
        <code>from..to</code>, either end open; <code>none</code> is nothing there; a value in
        double quotes is taken as it is. What has no index is refused, and the refusal says what is
        offered.
      </dd>
      <dt>Writes</dt>
      <dd>
        Send JSON. <code>If-Match</code> with the ETag you saw makes a lost update impossible: the
        answer is 409 with both sides. An <code>Idempotency-Key</code> makes any write safe to send
        again for 24 hours. <code>Throughline-Seq</code> in the answer is its place in history, and
        what <code>POST ${base}/commands/undo</code> takes back.
      </dd>
      <dt>Moments and dates</dt>
      <dd>
        Moments are ISO 8601 with a zone and come back in UTC; dates are dates and never shift.
      </dd>
    </dl>
  </section>`
}

function operationHtml({ path, method, operation }: Told, document: OpenApi): Html {
  const base = document.servers[0]?.url ?? ''
  const parameters = (operation.parameters ?? []).map((one) => resolved(one, document))
  const body = Object.values(operation.requestBody?.content ?? {})[0]
  return html`<details id="${operation.operationId}">
    <summary>
      <span class="method">${method}</span> <code>${base}${path}</code>
      <span class="says">${operation.summary}</span>
    </summary>
    ${operation.description === undefined ? [] : html`<p>${operation.description}</p>`}
    ${
      parameters.length === 0
        ? []
        : tableHtml(
            'Parameters',
            parameters.map((one) => [
              told(one['name']),
              typeWords(one['schema'] as Schema, document),
              one['required'] === true,
              told(one['description']),
            ]),
          )
    }
    ${body === undefined ? [] : tableHtml('Body', bodyRows(body.schema, document))}
    <h3>Request</h3>
    <pre tabindex="0">${curl(method, base + path, body?.example)}</pre>
    <h3>Answers</h3>
    <dl class="answers">
      ${Object.entries(operation.responses).map(
        ([status, response]) =>
          html`<dt>${status}</dt>
            <dd>${told(resolved(response, document)['description']).replace(/^\d{3}: /, '')}</dd>`,
      )}
    </dl>
  </details>`
}

const bodyRows = (schema: Schema, document: OpenApi): readonly Row[] => {
  const needed = (schema['required'] ?? []) as readonly string[]
  return Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>).map(
    ([name, property]) => {
      const inner = innerOf(property)
      const words = [told(inner['title']), told(inner['description'])]
        .filter((one) => one !== '')
        .join('. ')
      return [name, typeWords(property, document), needed.includes(name), words]
    },
  )
}

type Row = readonly [name: string, type: string, required: boolean, says: string]

function tableHtml(title: string, rows: readonly Row[]): Html {
  return html`<h3>${title}</h3>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, type, required, says]) =>
              html`<tr>
                <th scope="row"><code>${name}</code></th>
                <td>${type}${required ? html`<br /><b>must be given</b>` : ''}</td>
                <td>${says}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

/** A property that may be null is said by what it is otherwise. */
const innerOf = (schema: Schema): Schema => {
  const options = schema['anyOf']
  return Array.isArray(options) && options.length === 2 && (options[1] as Schema)['type'] === 'null'
    ? { ...schema, ...(options[0] as Schema) }
    : schema
}

function typeWords(property: Schema, document: OpenApi): string {
  const schema = innerOf(resolved(property, document))
  if (Array.isArray(schema['enum'])) return (schema['enum'] as readonly unknown[]).join(', ')
  const type =
    schema['type'] === 'array'
      ? `list of ${typeWords((schema['items'] ?? {}) as Schema, document)}`
      : plainWord(schema)
  const { minimum, maximum, maxLength } = schema
  const bounds = [
    typeof minimum === 'number' ? `from ${minimum}` : '',
    typeof maximum === 'number' ? `to ${maximum}` : '',
    typeof maxLength === 'number' ? `up to ${maxLength.toLocaleString('en')} characters` : '',
  ]
  return [type, ...bounds].filter((one) => one !== '').join(', ')
}

function plainWord(schema: Schema): string {
  if (schema['format'] === 'date-time') return 'moment'
  const word = told(schema['format']) || told(schema['type'])
  return word === 'string' ? 'text' : word === '' ? 'text or rich text' : word
}

const told = (value: unknown): string => (typeof value === 'string' ? value : '')

function resolved(schema: Schema, document: OpenApi): Schema {
  const path = schema['$ref']
  if (typeof path !== 'string') return schema
  const found = path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, part) => (at as Schema | undefined)?.[part], document)
  return (found ?? {}) as Schema
}

function curl(method: string, path: string, example: unknown): string {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$THROUGHLINE_URL${path}"`,
    '-H "Authorization: Bearer $THROUGHLINE_KEY"',
  ]
  if (example !== undefined)
    lines.push(
      '-H "Content-Type: application/json"',
      `-d '${JSON.stringify(example).replaceAll("'", "'\\''")}'`,
    )
  return lines.join(' \\\n  ')
}

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
