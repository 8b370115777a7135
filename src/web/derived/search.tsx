import { useRef, useState, type ReactNode } from 'react'
import { SearchField } from '../kit/search-field.tsx'
import { say } from '../words/say.ts'

/** How long one pauses before what is typed so far is searched for, in milliseconds. */
const pause = 200

/** The words as they are typed; the address, and with it the list, follows at the next pause. */
export function Search({
  label,
  asked,
  input,
  onAsk,
}: {
  readonly label: string
  readonly asked: string
  readonly input: { current: HTMLInputElement | null }
  readonly onAsk: (text: string) => void
}): ReactNode {
  const [typed, setTyped] = useState<Typed | null>(null)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isOurs = typed !== null && (typed.text === asked || typed.known.includes(asked))
  const change = (text: string): void => {
    clearTimeout(later.current)
    setTyped((now) => ({ text, known: [...(now?.known ?? []), asked, text] }))
    later.current = setTimeout(() => onAsk(text), pause)
  }
  return (
    <SearchField
      label={label}
      value={isOurs ? typed.text : asked}
      keys="/"
      inputRef={input}
      placeholder={say('Search')}
      onChange={change}
      onSubmit={(text) => {
        clearTimeout(later.current)
        onAsk(text)
      }}
    />
  )
}

/** What stands in the field, and every address that came of typing it: another one wins over it. */
interface Typed {
  readonly text: string
  readonly known: readonly string[]
}
