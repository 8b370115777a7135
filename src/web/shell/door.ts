import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

/**
 * The buttons on the pages at the door that take a passkey, shown where the browser has them. Those pages
 * come from the server and work by password without this; what a button has to say stands on it.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey]')) {
  if (window.PublicKeyCredential === undefined) continue
  button.hidden = false
  for (const lacking of document.querySelectorAll<HTMLElement>('[data-lacking]')) lacking.remove()
  button.addEventListener('click', () => void press(button))
}

async function press(button: HTMLButtonElement): Promise<void> {
  const { form } = button
  if (form === null || !isFilled(form)) return
  button.disabled = true
  try {
    const answer = await answerTo(await asked(form), button.dataset['passkey'])
    const field = form.elements.namedItem('passkey')
    if (field instanceof HTMLInputElement) field.value = JSON.stringify(answer)
    // Past its own checks: the password that it asks for is what the passkey stands for.
    form.submit()
  } catch (error) {
    complain(form, saidOf(error, button))
    button.disabled = false
  }
}

/** Whatever stands beside e-mail and password has to be filled in. */
const isFilled = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll('input')].every(
    (input) => ['email', 'password'].includes(input.name) || input.reportValidity(),
  )

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'] &
  Parameters<typeof startAuthentication>[0]['optionsJSON']

class Refused extends Error {}

/** What the server asks to have signed, for what stands in the form. */
async function asked(form: HTMLFormElement): Promise<Options> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (name !== 'password' && typeof value === 'string') fields.set(name, value)
  const answer = await fetch('/sign-in/challenge', { method: 'POST', body: fields })
  const told = (await answer.json()) as Options & { readonly detail?: string }
  if (!answer.ok) throw new Refused(told.detail)
  return told
}

const answerTo = (optionsJSON: Options, way: string | undefined): Promise<object> =>
  way === 'make' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })

function saidOf(error: unknown, { dataset }: HTMLButtonElement): string {
  if (error instanceof Refused) return error.message
  const name = error instanceof WebAuthnError ? (error.cause as Error | undefined)?.name : undefined
  if (name === 'InvalidStateError') return dataset['known'] ?? ''
  const isAsked = name !== undefined || (error instanceof Error && error.name === 'NotAllowedError')
  return (isAsked ? dataset['cancelled'] : dataset['failed']) ?? ''
}

function complain(form: HTMLFormElement, says: string): void {
  document.querySelector('.problem')?.remove()
  const problem = document.createElement('p')
  problem.className = 'problem'
  problem.role = 'alert'
  problem.textContent = says
  form.before(problem)
}
