import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import { moved, sentencesOf, wordsIn, type Sentence, type Stretch } from '../../rules/sentences.ts'
import { trimmed } from './pieces.ts'

export interface PassageChoice {
  readonly sentences: readonly Sentence[]
  /** What is chosen to be quoted. */
  readonly chosen: Stretch | null
  /** What of it is drawn: a selection under a finger is drawn by the browser already. */
  readonly drawn: Stretch | null
  /** The next sentence or the one before; `edge` moves one end of what is chosen by a word instead. */
  readonly step: (by: 1 | -1, edge?: 'start' | 'end') => void
  readonly clear: () => void
}

interface Chosen {
  readonly stretch: Stretch | null
  readonly by: 'us' | 'browser'
}

const none: Chosen = { stretch: null, by: 'us' }

/** A passage to quote: by sentences, by words, or whatever the browser has selected inside `area`. */
export function usePassage(
  text: string,
  language: string | undefined,
  area: RefObject<HTMLElement | null>,
): PassageChoice {
  const sentences = useMemo(() => sentencesOf(text, language), [text, language])
  const [{ stretch: chosen, by }, setChosen] = useState<Chosen>(none)
  const choose = useCallback((stretch: Stretch | null) => setChosen({ stretch, by: 'us' }), [])

  useEffect(() => {
    const onSelection = (): void => {
      const found = selectedIn(area.current)
      if (found === 'elsewhere') return
      if (found === 'nothing')
        return setChosen((was) => (was.by === 'browser' ? { ...was, by: 'us' } : was))
      const stretch = trimmed(text, found)
      if (stretch !== undefined) setChosen({ stretch, by: 'browser' })
    }
    // a pointer has let go: from here on we draw it, and nothing that is pressed next takes it away
    const onUp = (event: PointerEvent): void => {
      const found = selectedIn(area.current)
      if (event.pointerType !== 'mouse' || typeof found === 'string') return
      document.getSelection()?.removeAllRanges()
    }
    // a press on a sentence chooses it, or, when it is chosen, none; with Shift all from the first to it
    const onClick = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return
      const piece = (event.target as Element).closest<HTMLElement>('[data-sentence]')
      const sentence = sentences[Number(piece?.dataset['sentence'] ?? -1)]
      if (sentence !== undefined)
        setChosen((was) => ({ stretch: pressed(was.stretch, sentence, event.shiftKey), by: 'us' }))
    }
    const { current } = area
    current?.addEventListener('click', onClick)
    document.addEventListener('selectionchange', onSelection)
    document.addEventListener('pointerup', onUp)
    return () => {
      current?.removeEventListener('click', onClick)
      document.removeEventListener('selectionchange', onSelection)
      document.removeEventListener('pointerup', onUp)
    }
  }, [area, text, sentences])

  const step: PassageChoice['step'] = (way, edge) => {
    if (edge !== undefined && chosen !== null)
      return choose(moved(chosen, edge, way, wordsIn(text, language)))
    const at =
      chosen === null
        ? way === 1
          ? 0
          : sentences.length - 1
        : way === 1
          ? sentences.findIndex(({ start }) => start > chosen.start)
          : sentences.findLastIndex(({ start }) => start < chosen.start)
    const sentence = sentences[at]
    if (sentence !== undefined) choose({ start: sentence.start, end: sentence.end })
  }
  return {
    sentences,
    chosen,
    drawn: by === 'us' ? chosen : null,
    step,
    clear: () => {
      choose(null)
      if (typeof selectedIn(area.current) !== 'string') document.getSelection()?.removeAllRanges()
    },
  }
}

function pressed(was: Stretch | null, { start, end }: Stretch, isMore: boolean): Stretch | null {
  if (was?.start === start && was.end === end) return null
  return isMore && was !== null
    ? { start: Math.min(was.start, start), end: Math.max(was.end, end) }
    : { start, end }
}

/** What the browser has selected of the text, in code points of it. */
function selectedIn(area: HTMLElement | null): Stretch | 'nothing' | 'elsewhere' {
  const selection = document.getSelection()
  if (area === null || selection === null || selection.rangeCount === 0) return 'nothing'
  if (selection.isCollapsed) return 'nothing'
  const range = selection.getRangeAt(0)
  const [start, end] = [
    placeOf(area, range.startContainer, range.startOffset),
    placeOf(area, range.endContainer, range.endOffset),
  ]
  if (start === undefined || end === undefined || start >= end) return 'elsewhere'
  return { start, end }
}

/** A place of the page as a place of the text: each piece says where it begins. */
function placeOf(area: HTMLElement, node: Node, offset: number): number | undefined {
  if (!area.contains(node)) return undefined
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-at]',
  )
  if (piece === null || piece === undefined) return betweenPieces(node, offset)
  const ahead =
    node instanceof Text ? node.data.slice(0, offset) : offset === 0 ? '' : node.textContent
  return Number(piece.dataset['at']) + [...(ahead ?? '')].length
}

/** Between two pieces: where the next one begins, or the last one ends. */
function betweenPieces(node: Node, offset: number): number | undefined {
  const next = node.childNodes[offset]
  const begin = next instanceof Element ? first(next) : undefined
  if (begin !== undefined) return Number(begin.dataset['at'])
  const last = node.childNodes[offset - 1]
  const ends = last instanceof Element ? [...last.querySelectorAll<HTMLElement>('[data-at]')] : []
  const end = last instanceof HTMLElement && last.dataset['at'] !== undefined ? last : ends.at(-1)
  return end === undefined
    ? undefined
    : Number(end.dataset['at']) + [...(end.textContent ?? '')].length
}

const first = (element: Element): HTMLElement | undefined =>
  element.matches('[data-at]')
    ? (element as HTMLElement)
    : (element.querySelector<HTMLElement>('[data-at]') ?? undefined)
