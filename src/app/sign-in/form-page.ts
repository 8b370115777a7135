import { sentence, type Sentence, type Words } from '../../engine/words.ts'
import { inWords, type Answer } from '../../surfaces/rest/answer.ts'
import { html, type Html } from '../../surfaces/rest/html.ts'
import { pagePolicy } from '../../surfaces/rest/reference.ts'
import { doorPage } from './door-page.ts'

/** A page with one form, which works without a script but for a passkey. */
export interface FormPage {
  readonly title: Sentence
  readonly lead?: Sentence
  /** What was wrong with what was sent. */
  readonly problem?: string
  readonly form?: {
    readonly action: string
    /** What sends it; absent where a passkey alone does. */
    readonly verb?: Sentence
    readonly passkey?: PasskeyButton | undefined
    readonly fields: readonly FormField[]
    readonly hidden?: Readonly<Record<string, string>>
  }
  readonly below?: Html
}

/** A button beside the form's own that shows or makes a passkey and sends the form with it. */
export interface PasskeyButton {
  readonly way: 'show' | 'make'
  /** What the challenge is for. */
  readonly about: 'sign-in' | 'add' | 'invitation'
  readonly verb: Sentence
  /** The address of the script that does it. */
  readonly script: string
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
  const script = page.form?.passkey?.script
  return {
    status,
    body: doorPage(words.told(page.title), body, words, script),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `${pagePolicy.replace("form-action 'none'", "form-action 'self'")}${
        script === undefined ? '' : "; script-src 'self'; connect-src 'self'"
      }`,
      // Under no-referrer a browser names no origin with a form, and the form would be refused.
      'Referrer-Policy': 'same-origin',
      ...inWords(words),
    },
  }
}

const form = (
  { action, verb, passkey, fields, hidden = {} }: NonNullable<FormPage['form']>,
  words: Words,
): Html =>
  html`<form method="post" action="${action}">
    ${Object.entries(hidden).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${fields.map((one, at) => field(one, at === firstEmpty(fields), words))}
    ${verb === undefined ? '' : html`<button type="submit">${words.told(verb)}</button>`}
    ${passkey === undefined ? '' : passkeyButton(passkey, words)}
  </form>`

const passkeyButton = ({ way, about, verb }: PasskeyButton, words: Words): Html =>
  html`<input type="hidden" name="for" value="${about}" />
    <input type="hidden" name="passkey" value="" />
    <button
      type="button"
      data-passkey="${way}"
      data-cancelled="${words.say('No passkey was taken, or it took too long. Try again.')}"
      data-known="${words.say('This device has a passkey of yours already. It opens the door as it is.')}"
      data-failed="${words.say('That did not work. Look whether you are online, and try again.')}"
      hidden
    >
      ${words.told(verb)}
    </button>`

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
