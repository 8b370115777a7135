import { sentence, type Words } from '../../engine/words.ts'
import { html } from '../../surfaces/rest/html.ts'
import { doorPage } from './door-page.ts'

/** What a person sees who cannot come in by this link, and how to get one that works. */
export function signInPage(why: 'ask' | 'spent' | 'elsewhere', words: Words): string {
  const { title, says } = pages[why]
  const data = words.say(
    'It prints a new link, which works once and for an hour. If the instance has a data directory of its own, add {option} and its name.',
    { option: '<code>--data</code>' },
  )
  const body = html`<p class="lead">${words.told(says)}</p>
    <p>${words.say('On the machine where this instance runs:')}</p>
    <pre tabindex="0">npx throughline sign-in</pre>
    <p>${{ html: data }}</p>`
  return doorPage(words.told(title), body, words)
}

const pages = {
  ask: {
    title: sentence('Sign in'),
    says: sentence('The owner signs in by a link that works once.'),
  },
  spent: {
    title: sentence('This link no longer works'),
    says: sentence('It was used already, or its hour is over. Nothing is lost; get a new one.'),
  },
  elsewhere: {
    title: sentence('This link works on its own machine only'),
    says: sentence(
      'It was opened from another machine, or through a proxy. It has not been used up.',
    ),
  },
} as const
