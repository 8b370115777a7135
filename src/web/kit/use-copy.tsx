import { useState, type ReactNode } from 'react'
import { say } from '../words/say.ts'

/** Copies a text, and has to say afterwards whether this browser let it. */
export function useCopy(text: string): {
  readonly copy: () => void
  readonly told: ReactNode
} {
  const [copied, setCopied] = useState<boolean | null>(null)
  return {
    copy: () =>
      void (async () => {
        try {
          await navigator.clipboard.writeText(text)
          setCopied(true)
        } catch {
          setCopied(false)
        }
      })(),
    told: copied !== null && (
      <span role="status">
        {copied ? say('Copied.') : say('This browser does not allow copying; select it by hand.')}
      </span>
    ),
  }
}
