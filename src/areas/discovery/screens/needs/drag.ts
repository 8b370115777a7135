import type { DragEvent } from 'react'

/** What travels with a need that is being dragged. */
export const needType = 'application/x-throughline-need'

/** Takes a need that is dropped here; where it lies over, that is shown. */
export function target(onDrop: (id: string) => void) {
  const mark = (event: DragEvent<HTMLElement>, is: 'over' | 'away'): void => {
    if (is === 'over') event.currentTarget.dataset['over'] = ''
    else delete event.currentTarget.dataset['over']
  }
  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(needType)) return
      event.preventDefault()
      mark(event, 'over')
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => mark(event, 'away'),
    onDrop: (event: DragEvent<HTMLElement>) => {
      mark(event, 'away')
      if (!event.dataTransfer.types.includes(needType)) return
      event.preventDefault()
      onDrop(event.dataTransfer.getData(needType))
    },
  }
}
