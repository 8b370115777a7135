import type { ReactNode } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { say } from '../../../web/words/say.ts'
import { heldIn, withStanding, type InAddress } from './portfolio-choice.ts'
import styles from './portfolio.module.css'

/** What is held in and out, to be let go of where no set keeps it all and no idea has a row. */
export function HeldIdeas({
  address,
  titleOf,
  onAddress,
}: {
  readonly address: InAddress
  readonly titleOf: (ref: string) => string
  readonly onAddress: (next: InAddress) => void
}): ReactNode {
  const held = heldIn(address)
  if (held.length === 0) return null
  return (
    <div className={styles.held}>
      <Facts
        set="list"
        items={held.map(({ ref, as }) => ({
          term: as === 'must' ? mustSaid(titleOf(ref)) : neverSaid(titleOf(ref)),
          value: (
            <Button
              label={say('Let “{title}” come as it comes', { title: titleOf(ref) })}
              onPress={() => onAddress(withStanding(address, ref, 'open'))}
            >
              {say('Let it come as it comes')}
            </Button>
          ),
        }))}
      />
    </div>
  )
}

const mustSaid = (title: string): string => say('“{title}” must be in', { title })
const neverSaid = (title: string): string => say('“{title}” must not be in', { title })
