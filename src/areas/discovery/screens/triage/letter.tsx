import { useState, type ReactNode, type RefObject } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { cls } from '../../../../web/kit/cls.ts'
import { counted, say } from '../../../../web/words/say.ts'
import type { Stretch } from '../../rules/sentences.ts'
import { piecesOf, type Piece } from './pieces.ts'
import type { PassageChoice } from './use-passage.ts'
import styles from './letter.module.css'

/** As many sentences as stand here before one asks for the rest. */
const most = 60

/** What was said, set to be read; a sentence is chosen by a press on it, any words by selecting them. */
export function Letter({
  row,
  passage,
  quoted,
  area,
}: {
  readonly row: Row
  readonly passage: PassageChoice
  readonly quoted: readonly Stretch[]
  readonly area: RefObject<HTMLDivElement | null>
}): ReactNode {
  const [whole, setWhole] = useState(false)
  const { sentences, drawn } = passage
  const shown = whole ? sentences : sentences.slice(0, most)
  const text = String(row['text'] ?? '')
  return (
    <>
      <div
        ref={area}
        className={cls(styles.letter)}
        lang={typeof row['language'] === 'string' ? row['language'] : undefined}
        role="group"
        aria-label={say('In their own words')}
      >
        {piecesOf(text, shown, quoted, drawn).map((pieces, at) => (
          <p key={at} dir="auto">
            {pieces.map(drawnPiece)}
          </p>
        ))}
      </div>
      {shown.length < sentences.length && (
        <Button kind="quiet" onPress={() => setWhole(true)}>
          {counted(
            sentences.length - shown.length,
            'The rest of it, # sentence',
            'The rest of it, # sentences',
          )}
        </Button>
      )}
    </>
  )
}

function drawnPiece(piece: Piece): ReactNode {
  const Tag = piece.isChosen ? 'mark' : 'span'
  return (
    <Tag
      key={piece.start}
      className={cls(piece.sentence !== null && styles.sentence, piece.isQuoted && styles.quoted)}
      data-at={piece.start}
      data-sentence={piece.sentence ?? undefined}
    >
      {piece.text}
    </Tag>
  )
}
