import type { KeyboardEvent } from 'react'
import { useKeys } from './use-key.ts'

const cardsIn = (place: ParentNode): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>('[data-card]'),
]
const linkOf = (card: HTMLElement | undefined): HTMLElement | null =>
  card?.querySelector<HTMLElement>('h3 a') ?? null

/** The link of a card by the id of its row. */
export const cardLink = (id: string): HTMLElement | null =>
  linkOf(document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? undefined)

const cardAt = (element: Element | null): HTMLElement | undefined =>
  element?.closest<HTMLElement>('[data-card]') ?? undefined

/**
 * J and K go from card to card, column by column; the arrows go as the eye goes, and with Shift the card
 * goes along: `onCarry` is told which, and by how many columns.
 */
export function useBoardKeys(
  onCarry: ((id: string, by: 1 | -1) => void) | undefined,
): (event: KeyboardEvent<HTMLElement>) => void {
  const step = (by: 1 | -1) => (): void => {
    const cards = cardsIn(document)
    const here = cards.findIndex((card) => card.contains(document.activeElement))
    go(cards[here === -1 ? (by === 1 ? 0 : cards.length - 1) : here + by])
  }
  useKeys({ j: step(1), k: step(-1) })
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const card = cardAt(event.target as Element)
    const side = sideOf(event.key)
    if (card === undefined) return
    if (event.shiftKey && side !== 0 && onCarry !== undefined)
      onCarry(card.dataset['card'] ?? '', side)
    else if (event.shiftKey) return
    else if (side !== 0) go(beside(card, side))
    else if (event.key === 'ArrowDown') go(inColumn(card, 1))
    else if (event.key === 'ArrowUp') go(inColumn(card, -1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Which way along the columns a key points, in the direction in which they are read. */
function sideOf(key: string): 1 | -1 | 0 {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  return step !== 0 && document.documentElement.dir === 'rtl' ? (-step as 1 | -1) : step
}

function go(card: HTMLElement | undefined): void {
  linkOf(card)?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function inColumn(card: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const cards = cardsIn(columnOf(card))
  return cards[cards.indexOf(card) + by]
}

/** Of the next column that has cards, the one that stands at the same height. */
function beside(card: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const columns = [...(columnOf(card).parentElement?.children ?? [])]
  const from = columns.indexOf(columnOf(card))
  const rest = by === 1 ? columns.slice(from + 1) : columns.slice(0, from).toReversed()
  const column = rest.find((one) => cardsIn(one).length > 0)
  if (column === undefined) return undefined
  const { top } = card.getBoundingClientRect()
  const away = (one: HTMLElement): number => Math.abs(one.getBoundingClientRect().top - top)
  return cardsIn(column).reduce((best, one) => (away(one) < away(best) ? one : best))
}

const columnOf = (card: HTMLElement): Element => card.closest('section') ?? card
