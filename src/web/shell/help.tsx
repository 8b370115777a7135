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
