import { day, type Desk } from './desk.ts'

/** What the lint finds and the company has accepted, with its reason and for how long. */
export function tellWaivers({ tell, keys, now }: Desk): void {
  tell(5, 'leader', 'waive', ({ make }) => {
    make('waiver', 'assistant', {
      rule: 'item-without-evidence',
      onKind: 'roadmap-item',
      onId: keys.of('roadmap-item', 'assistant'),
      reasons:
        'It stands here so that nobody builds it in a corner. We look again when somebody who would use it asks.',
      until: day(now, -85),
    })
  })
}
