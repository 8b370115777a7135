import { Hono } from 'hono'
import type { Catalogue } from '../../engine/catalogue.ts'
import { problemCodes } from '../../engine/problem.ts'
import { standing } from './about.ts'
import { respond } from './answer.ts'
import type { Entrance } from './door.ts'
import { openApi } from './openapi.ts'
import { pagePolicy, problemPage, referencePage } from './reference.ts'

/** The pages for people: the reference at `/api`, and one for each problem's `type`. */
export function referenceApp(catalogue: Catalogue, version: string, css: string): Hono<Entrance> {
  const page = { 'Content-Security-Policy': pagePolicy }
  const app = new Hono<Entrance>()
  const reference = standing(
    'text/html; charset=utf-8',
    () => referencePage(openApi(catalogue, version)),
    page,
  )
  const style = standing('text/css; charset=utf-8', () => css)
  app.get('/api', (at) => respond(reference(at)))
  app.get('/api/reference.css', (at) => respond(style(at)))
  for (const code of problemCodes) {
    const told = standing('text/html; charset=utf-8', () => problemPage(code), page)
    app.get(`/problems/${code}`, (at) => respond(told(at)))
  }
  return app
}
