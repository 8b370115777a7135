import { useCallback, useEffect, useState } from 'react'
import type { CellEditor } from './cell-editor.tsx'

type Editor = typeof CellEditor

const load = async (): Promise<Editor> => (await import('./cell-editor.tsx')).CellEditor

/**
 * What cells are written with. It is on its way as soon as somebody does something on the page, so that
 * it is there before a cell is opened; `ready` resolves once it is.
 */
export function useCellEditor(): {
  readonly Editor: Editor | undefined
  readonly ready: () => Promise<void>
} {
  const [editor, setEditor] = useState<{ readonly Editor: Editor }>()
  const fetched = useCallback(async () => {
    const Loaded = await load()
    setEditor((known) => known ?? { Editor: Loaded })
  }, [])
  const ready = useCallback(async () => {
    addEventListener('keydown', swallow, true)
    try {
      await fetched()
    } finally {
      removeEventListener('keydown', swallow, true)
    }
  }, [fetched])
  useEffect(() => {
    const stop = (): void => {
      for (const name of doings) removeEventListener(name, begin)
    }
    const begin = (): void => {
      stop()
      // out of reach now, it is asked for again by the first cell that is opened
      void fetched().catch(() => undefined)
    }
    for (const name of doings) addEventListener(name, begin, { passive: true })
    return stop
  }, [fetched])
  return { Editor: editor?.Editor, ready }
}

/** What is typed while the editor of a cell comes is meant for it, and would be taken for commands. */
function swallow(event: KeyboardEvent): void {
  if (event.key.length > 1 && event.key !== 'Enter') return
  event.preventDefault()
  event.stopImmediatePropagation()
}

const doings = ['keydown', 'pointermove', 'pointerdown'] as const
