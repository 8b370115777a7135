import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { Kbd } from '../kit/kbd.tsx'
import { triageKeys } from '../../areas/discovery/screens/triage/keys.ts'
import { places } from './keys.ts'

/** Every key, in one place. */
export function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const isTriage = useLocation().pathname.endsWith('/triage')
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl K', 'Find or do anything'],
    ['/', 'Search this list'],
    ['C', 'Add one of these'],
    ['J, K', 'Move down and up a list'],
    ['Enter', 'Open'],
    ['Home, End', 'To the first row and the last'],
    ['X', 'Select'],
    ['Shift X', 'Select all from the last one to here'],
    ['M', 'Merge what is selected into one'],
    ['1, 2, 3', 'A verdict on what is selected; where an item of the roadmap stands'],
    ['Esc', 'Clear what is selected, close what lies over the page'],
    ['E', 'Edit'],
    ['L', 'Link to another record'],
    ['Q', 'Quote a passage of a feedback'],
    ['P', 'Print the roadmap, or a line'],
    ['→ ←', 'To the next cell of a list; open and fold a need of the tree'],
    ['F2', 'Write in the cell of a list'],
    ['Shift → ←', 'Take a card to the next column, a need into another and out of it'],
    ['W', 'Why is this here, or what became of it?'],
    ['Ctrl Z', 'Take back the last change'],
    ['Ctrl Shift Z', 'Do it again'],
    ['Ctrl Enter', 'Save a form'],
    ...Object.entries(places).map(
      ([letter, place]) => [`G then ${letter.toUpperCase()}`, `Go to ${place.says}`] as const,
    ),
  ]
  return (
    <Dialog title="Keys" open onClose={onClose} actions={<Button onPress={onClose}>Close</Button>}>
      <Facts
        set="list"
        items={keys.map(([key, says]) => ({ term: says, value: <Kbd>{key}</Kbd> }))}
      />
      {isTriage && (
        <>
          <h3>Triage</h3>
          <Facts
            set="list"
            items={triageKeys.map(([key, says]) => ({ term: says, value: <Kbd>{key}</Kbd> }))}
          />
        </>
      )}
    </Dialog>
  )
}
