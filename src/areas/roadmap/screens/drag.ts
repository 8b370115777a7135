import type { DragEvent } from 'react'
import type { RoadmapEntry } from '../rules/roadmap-of.ts'

/** What travels with an item that is being dragged: its id; and for other programs, its name. */
const itemType = 'application/x-throughline-roadmap-item'

export function lift(event: DragEvent, entry: RoadmapEntry): void {
  event.dataTransfer.clearData()
  event.dataTransfer.setData(itemType, entry.id)
  event.dataTransfer.setData('text/plain', `${entry.ref} ${entry.title}`)
  event.dataTransfer.effectAllowed = 'move'
}

/** Is it an item that is being dragged? Its id is told only once it is dropped. */
export const isDragged = (event: DragEvent): boolean => event.dataTransfer.types.includes(itemType)

export const draggedIn = (event: DragEvent): string => event.dataTransfer.getData(itemType)
