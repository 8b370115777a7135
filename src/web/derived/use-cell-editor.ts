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
  const ready = useCallback(async () => {
    const Loaded = await load()
    setEditor((known) => known ?? { Editor: Loaded })
  }, [])
  useEffect(() => {
    const stop = (): void => {
      for (const name of doings) removeEventListener(name, begin)
    }
    const begin = (): void => {
      stop()
      // out of reach now, it is asked for again by the first cell that is opened
      void ready().catch(() => undefined)
    }
    for (const name of doings) addEventListener(name, begin, { passive: true })
    return stop
  }, [ready])
  return { Editor: editor?.Editor, ready }
}

const doings = ['keydown', 'pointermove', 'pointerdown'] as const
