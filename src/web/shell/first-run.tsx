import type { ReactNode } from 'react'
import { useSite } from '../derived/site.ts'
import { Title } from '../derived/title.tsx'
import { useKeys } from '../derived/use-key.ts'
import { Button, Buttons, LinkButton } from '../kit/button.tsx'
import { Kbd } from '../kit/kbd.tsx'
import { Mark } from '../kit/mark.tsx'
import { MiniLine } from '../kit/mini-line.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { stations, type StationName } from '../kit/stations.ts'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { addSaid } from './add-said.ts'
import { useSample } from './practice/use-sample.ts'
import styles from './first-run.module.css'

/** The first day: what the line is, and the ways to begin. */
export function FirstRun(): ReactNode {
  const { catalogue, to, go } = useSite()
  const { pending: adding, add: addSample } = useSample()
  useKeys({
    1: () => void addSample(),
    2: () => go(to('import')),
    3: () => go(to('feedback', 'new')),
  })
  return (
    <Sheet
      folio={
        <>
          <span>{say('running on this machine, nothing leaves it')}</span>
          <span>{saying('{key} keys', { key: <Kbd>?</Kbd> })}</span>
        </>
      }
    >
      <Row
        mark={
          <div className={styles.marks}>
            {stations.map(({ name }) => (
              <Mark
                key={name}
                station={name}
                size={24}
                state={outlined.has(name) ? 'open' : 'done'}
              />
            ))}
          </div>
        }
        margin={
          <div className={styles.sayings}>
            {stations.map(({ name }) => (
              <p key={name}>{stationSaid(name)}</p>
            ))}
          </div>
        }
      >
        <div className={styles.hero}>
          <Title says={say('Begin')} />
          <h1 className={styles.title}>
            {say('From what somebody said to what became of it, in one line.')}
          </h1>
          <p className={styles.stand}>
            {say(
              'Throughline carries evidence to decisions and back. Pick a door; all lead to the same desk.',
            )}
          </p>
          <ol className={styles.doors}>
            <li className={styles.door}>
              <Kbd>1</Kbd>
              <h2 className={styles.name}>{say('Look at a company')}</h2>
              <p className={styles.says}>
                {say(
                  'Merrow makes software for crews on the road: what its customers say, what it decided, and what it got wrong. It is made up, and goes in one action. Five chores to practise on come with it.',
                )}
              </p>
              <div className={styles.how}>
                <MiniLine mask={sampleMask} />
                <p>
                  {say(
                    'Some 400 pieces of feedback, 26 needs, 65 ideas, a roadmap, two years of history',
                  )}
                </p>
              </div>
              <Button pending={adding} onPress={() => void addSample()}>
                {adding ? say('Adding the sample company') : say('Add the sample company')}
              </Button>
            </li>
            <li className={styles.door}>
              <Kbd>2</Kbd>
              <h2 className={styles.name}>{say('Bring what you have')}</h2>
              <p className={styles.says}>
                {say(
                  'A file of feedback, needs, ideas or objectives. You see counts and the first problems before anything is written, and you can undo all of it.',
                )}
              </p>
              <div className={styles.how}>
                <MiniLine mask={1} />
                <p>{say('CSV, JSON Lines, or an archive of another workspace')}</p>
              </div>
              <LinkButton kind="primary" href={to('import')}>
                {say('Choose a file')}
              </LinkButton>
            </li>
            <li className={styles.door}>
              <Kbd>3</Kbd>
              <h2 className={styles.name}>{say('Start with a clean sheet')}</h2>
              <p className={styles.says}>
                {say(
                  'One sentence that somebody said, or one thing you want to reach. Everything else can wait.',
                )}
              </p>
              <div className={styles.how}>
                <MiniLine mask={0} />
                <p>{say('What you add first is what the line begins with.')}</p>
              </div>
              <Buttons>
                <LinkButton href={to('feedback', 'new')}>
                  {addSaid(catalogue.record('feedback'))}
                </LinkButton>
                <LinkButton href={to('objectives', 'new')}>
                  {addSaid(catalogue.record('objective'))}
                </LinkButton>
              </Buttons>
            </li>
          </ol>
        </div>
      </Row>
    </Sheet>
  )
}

function stationSaid(name: StationName): string {
  switch (name) {
    case 'heard':
      return say('A sentence somebody wrote.')
    case 'understood':
      return say('What it taught us.')
    case 'framed':
      return say('The need behind it.')
    case 'proposed':
      return say('What we could do.')
    case 'decided':
      return say('What we chose, and why.')
    case 'tested':
      return say('What we tried first.')
    case 'built':
      return say('What we made.')
    case 'learned':
      return say('What became of it.')
  }
}

/** The stations that the sample company reaches. */
const sampleMask = 0b1011111

// the canonical glyphs △ and ⬡ are hollow
const outlined: ReadonlySet<StationName> = new Set(['proposed', 'tested'])
