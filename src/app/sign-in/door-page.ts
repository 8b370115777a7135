import { html, type Html } from '../../surfaces/rest/html.ts'
import type { Words } from '../../engine/words.ts'

/** A page at the door: its title, what stands under it, and the script for passkeys where there is one. */
export function doorPage(title: string, body: Html, { language }: Words, script?: string): string {
  const { locale, direction } = language
  return html`<!doctype html>
    <html lang="${locale}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Throughline</title>
        <link rel="stylesheet" href="/api/reference.css" />
        ${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <main class="door">
          <p class="brand">Throughline</p>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.html
}
