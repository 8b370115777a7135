import { sentence, type Sentence, type Words } from '../../engine/words.ts'
import { inWords, type Answer } from '../../surfaces/rest/answer.ts'
import { html, type Html } from '../../surfaces/rest/html.ts'
import { pagePolicy } from '../../surfaces/rest/reference.ts'
import { doorPage } from './door-page.ts'

/** A page with one form, which works without a script. */
export interface FormPage {
  readonly title: Sentence
  readonly lead?: Sentence
  /** What was wrong with what was sent. */
  readonly problem?: string
  readonly form?: {
    readonly action: string
    readonly verb: Sentence
    readonly fields: readonly FormField[]
    readonly hidden?: Readonly<Record<string, string>>
  }
  readonly below?: Html
}

export interface FormField {
  readonly name: string
  readonly label: Sentence
  readonly type: 'text' | 'email' | 'password'
  /** What a browser or a password manager may fill in (the HTML standard's autofill names). */
  readonly fills: string
  readonly value?: string
  readonly help?: Sentence
  /** Shown, and not to be changed. */
  readonly fixed?: boolean
}

export function formPage(status: number, page: FormPage, words: Words): Answer {
  const body = html`${page.lead === undefined ? '' : html`<p class="lead">${words.told(page.lead)}</p>`}
  ${page.problem === undefined ? '' : html`<p class="problem" role="alert">${page.problem}</p>`}
  ${page.form === undefined ? '' : form(page.form, words)} ${page.below ?? ''}`
  return {
    status,
    body: doorPage(words.told(page.title), body, words),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy.replace("form-action 'none'", "form-action 'self'"),
      // Under no-referrer a browser names no origin with a form, and the form would be refused.
      'Referrer-Policy': 'same-origin',
      ...inWords(words),
    },
  }
}

const form = (
  { action, verb, fields, hidden = {} }: NonNullable<FormPage['form']>,
  words: Words,
): Html =>
  html`<form method="post" action="${action}">
    ${Object.entries(hidden).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${fields.map((one, at) => field(one, at === firstEmpty(fields), words))}
    <button type="submit">${words.told(verb)}</button>
  </form>`

const firstEmpty = (fields: readonly FormField[]): number =>
  fields.findIndex(({ fixed, value }) => fixed !== true && (value ?? '') === '')

const field = (
  { name, label, type, fills, value = '', help, fixed }: FormField,
  first: boolean,
  words: Words,
): Html =>
  html`<p>
    <label for="${name}">${words.told(label)}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${fills}"
      value="${value}"
      required${fixed === true ? html` readonly` : ''}${first ? html` autofocus` : ''}${
        help === undefined ? '' : html` aria-describedby="${name}-help"`
      }
    />
    ${help === undefined ? '' : html`<span class="help" id="${name}-help">${words.told(help)}</span>`}
  </p>`

export const emailField = (value: string, fixed = false): FormField => ({
  name: 'email',
  label: sentence('E-mail'),
  type: 'email',
  fills: 'username',
  value,
  fixed,
})

export const passwordField: FormField = {
  name: 'password',
  label: sentence('Password'),
  type: 'password',
  fills: 'current-password',
}

export const newPasswordField: FormField = {
  name: 'password',
  label: sentence('New password'),
  type: 'password',
  fills: 'new-password',
  help: sentence('At least 12 characters. A sentence of a few words is good.'),
}
