import { useEffect } from 'react'

/** Files out of the clipboard, such as a picture of the screen. What is text goes where one types. */
export function usePasted(take: ((files: readonly File[]) => void) | undefined): void {
  useEffect(() => {
    if (take === undefined) return
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain') === true) return
      event.preventDefault()
      take(files)
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  }, [take])
}
