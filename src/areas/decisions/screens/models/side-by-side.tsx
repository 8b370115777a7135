import type { ReactNode } from 'react'
import { useRead } from '../../../../web/client/cache.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { ReadingProblem } from '../../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Aside, Box } from '../../../../web/kit/aside.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { Facts } from '../../../../web/kit/facts.tsx'
import { Ledger } from '../../../../web/kit/ledger.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { label, say } from '../../../../web/words/say.ts'
import type { SideBySide } from '../../views/models-side-by-side.ts'
import { ModelChoice } from './model-choice.tsx'
import styles from './models.module.css'

/** The ranks that each model gives, those ideas first about which the models are farthest apart. */
export function SideBySidePage(): ReactNode {
  const { to, go } = useSite()
  const { data, error } = useRead<SideBySide>('/views/models-side-by-side')
  const rows = data?.rows ?? []
  const [first] = rows
  return (
    <Sheet
      margin={<ModelChoice current="" />}
      head={
        <PageHead
          mark={<Mark station="proposed" size={24} />}
          kick={<span>{say('Models side by side')}</span>}
          title={
            <>
              <Title says={say('Models side by side')} />
              {first === undefined || (first.apart ?? 0) === 0
                ? say('Models side by side')
                : say('Models differ most about “{title}”', { title: first.title })}
            </>
          }
        />
      }
      aside={
        data === undefined || data.agreement.length === 0 ? undefined : (
          <Aside label={say('How far they agree')}>
            <Box
              title={say('How far they agree')}
              foot={say(
                'Kendall’s τ: 1 is the same order, 0 says nothing of each other, −1 is the order turned round.',
              )}
            >
              <Facts
                set="list"
                items={data.agreement.map(({ one, other, tau }) => ({
                  term: say('{one} and {other}', { one, other }),
                  value: tau === null ? '–' : figure(Math.round(tau * 100) / 100),
                }))}
              />
            </Box>
          </Aside>
        )
      }
    >
      <Row>
        {error !== undefined && data === undefined ? (
          <ReadingProblem error={error} what={say('the models')} />
        ) : (
          <div className={styles.models}>
            <Ledger
              label={say('Models side by side')}
              columns={[
                {
                  id: 'title',
                  label: label('idea'),
                  part: 'title' as const,
                  width: '16rem',
                  render: (row) => <bdi>{row.title}</bdi>,
                  below: (row) => <Below row={row} models={data?.models ?? []} />,
                },
                ...(data?.models ?? []).map((model, at) => ({
                  id: model.id,
                  label: model.title,
                  align: 'end' as const,
                  width: '7rem',
                  render: (row: SideBySide['rows'][number]) => row.ranks[at] ?? '–',
                })),
                {
                  id: 'apart',
                  label: say('apart'),
                  align: 'end' as const,
                  width: '5rem',
                  quiet: true,
                  render: (row) => (row.apart === null ? '–' : apartSaid(row.apart)),
                },
              ]}
              rows={rows}
              idOf={(row) => row.id}
              nameOf={(row) => row.title}
              hrefOf={(row) => to('ideas', row.ref)}
              onOpen={(row) => go(to('ideas', row.ref))}
              state={data === undefined ? 'reading' : 'ready'}
              empty={
                <Empty title={say('There is no idea to rank yet.')}>
                  {say('An idea gets its place here once it is rated by every criterion.')}
                </Empty>
              }
            />
          </div>
        )}
      </Row>
    </Sheet>
  )
}

/** The same on a narrow page: the rank by each model that gives one, under its name, and how far they are apart. */
function Below({
  row,
  models,
}: {
  readonly row: SideBySide['rows'][number]
  readonly models: SideBySide['models']
}): ReactNode {
  return (
    <dl className={styles.ranks}>
      {models.map(({ id, title }, at) => {
        const rank = row.ranks[at] ?? null
        return (
          rank !== null && (
            <div key={id}>
              <dt>
                <bdi>{title}</bdi>
              </dt>
              <dd>{rank}</dd>
            </div>
          )
        )
      })}
      {row.apart !== null && (
        <div>
          <dt>{say('apart')}</dt>
          <dd>{apartSaid(row.apart)}</dd>
        </div>
      )}
    </dl>
  )
}

const apartSaid = (apart: number): string => say('{share} %', { share: Math.round(apart * 100) })
