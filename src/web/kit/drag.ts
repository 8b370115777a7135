import { useState, type DragEvent } from 'react'

/**
 * What is dragged within a page travels by its id; other programs get its words. Whoever cannot drag has
 * a menu and a key that do the same.
 */
export function lift(event: DragEvent<HTMLElement>, kind: string, id: string, words: string): void {
  event.dataTransfer.clearData()
  event.dataTransfer.setData(typeOf(kind), id)
  event.dataTransfer.setData('text/plain', words)
  event.dataTransfer.effectAllowed = 'move'
}

/** Where something of a kind can be dropped: what its element listens with, and says while it hangs over it. */
export function useDrop(kind: string, onDrop: ((id: string) => void) | undefined) {
  const [over, setOver] = useState(false)
  // the id is told only once it is dropped
  const isOurs = (event: DragEvent): boolean =>
    onDrop !== undefined && event.dataTransfer.types.includes(typeOf(kind))
  return {
    'data-over': over ? '' : undefined,
    onDragOver: (event: DragEvent): void => {
      if (!isOurs(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent): void => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent): void => {
      setOver(false)
      if (!isOurs(event)) return
      event.preventDefault()
      onDrop?.(event.dataTransfer.getData(typeOf(kind)))
    },
  }
}

const typeOf = (kind: string): string => `application/x-throughline-${kind}`
