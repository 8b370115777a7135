import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'

export interface FormFrameProps {
  /** Sends it; a promise says how long it is on its way. */
  readonly onSubmit: () => unknown
  /** For keys of its own, such as Escape. */
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLFormElement>) => void) | undefined
  readonly className?: string | undefined
  readonly 'aria-label'?: string | undefined
  readonly 'data-screen-only'?: '' | undefined
  readonly children: ReactNode
}

/**
 * What is filled in and sent: by its button, by Enter in a line, by Ctrl Enter anywhere in it. What is in a field is
 * settled before it is sent, and while it is on its way it is not sent again.
 */
export function FormFrame({ onSubmit, onKeyDown, children, ...rest }: FormFrameProps): ReactNode {
  const underWay = useRef(false)
  const send = async (): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    try {
      await onSubmit()
    } finally {
      underWay.current = false
    }
  }
  return (
    <form
      {...rest}
      // what is wrong is said in a sentence at its field, not by the browser
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      // on the way down: a list of choices keeps the key to itself
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        settle()
        // the key does what the button does, and nothing where that cannot be pressed
        const button = event.currentTarget.querySelector<HTMLButtonElement>('button[type=submit]')
        if (button?.disabled !== true) event.currentTarget.requestSubmit()
      }}
      onKeyDown={onKeyDown}
    >
      {children}
    </form>
  )
}

/** A number, or a word in a list, is settled by leaving its field. */
function settle(): void {
  const field = document.activeElement as HTMLElement | null
  flushSync(() => field?.blur())
  field?.focus()
}
