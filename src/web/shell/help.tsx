import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { triageKeys } from '../../areas/discovery/screens/triage/keys.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { Kbd } from '../kit/kbd.tsx'
import { say } from '../words/say.ts'
import { everywhere, onPages, places } from './key-table.ts'

/** Every key, in one place. */
export function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const isTriage = useLocation().pathname.endsWith('/triage')
<<<<<<< HEAD
  const keys: readonly (readonly [string, string])[] = [
    [say('Ctrl K'), say('Find or do anything')],
    ['/', say('Search this list')],
    ['C', say('Add one of these')],
    ['J, K', say('Move down and up a list')],
    [say('Enter|key'), say('Open|verb')],
    [say('Home, End|key'), say('To the first row and the last')],
    ['X', say('Select')],
    [say('Shift X'), say('Select all from the last one to here')],
    ['M', say('Merge what is selected into one')],
    ['1, 2, 3', say('A verdict on what is selected; where an item of the roadmap stands')],
    [say('Esc'), say('Clear what is selected, close what lies over the page')],
    ['E', say('Edit')],
    ['L', say('Link to another record')],
    ['Q', say('Quote a passage of a feedback')],
    ['P', say('Print the roadmap, or a line')],
    [
      '→ ←',
      say('To the next cell of a list, the next verb of a bar; open and fold a need of the tree'),
    ],
    ['F2', say('Write in the cell of a list')],
    [say('Shift → ←'), say('Take a card to the next column, a need into another and out of it')],
    ['W', say('Why is this here, or what became of it?')],
    [say('Ctrl Z'), say('Take back the last change')],
    [say('Ctrl Shift Z'), say('Do it again')],
    [say('Ctrl Enter'), say('Save a form')],
    ...Object.entries(places).map(
      ([letter, place]) =>
        [
          say('G then {letter}', { letter: letter.toUpperCase() }),
          say('Go to {place}', { place: place.says() }),
        ] as const,
    ),
  ]
=======
>>>>>>> 7c0c73f (Take down what was said from any page, and find every verb with its key)
  return (
    <Dialog
      title={say('Keys')}
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('Close')}</Button>}
    >
      {isTriage && (
        <>
          <h3>{say('Triage')}</h3>
          <Lines lines={triageKeys()} />
        </>
      )}
      <h3>{say('On every page')}</h3>
      <Lines lines={Object.values(everywhere).map(({ keys, says }) => [keys, says()])} />
      <h3>{say('In lists and on their pages')}</h3>
      <Lines lines={Object.values(onPages).map(({ keys, says }) => [keys, says()])} />
      <h3>{say('Ways')}</h3>
      <Lines
        lines={Object.values(places).map(({ keys, says }) => [
          keys,
          say('Go to {place}', { place: says() }),
        ])}
      />
    </Dialog>
  )
}

function Lines({
  lines,
}: {
  readonly lines: readonly (readonly [keys: string, says: string])[]
}): ReactNode {
  return (
    <Facts
      set="list"
      items={lines.map(([keys, says]) => ({ term: says, value: <Kbd>{keys}</Kbd> }))}
    />
  )
}
