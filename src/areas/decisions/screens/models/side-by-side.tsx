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
          <div className={styles.sheet}>
            <Ledger
              label={say('Models side by side')}
              columns={[
                {
                  id: 'title',
                  label: label('idea'),
                  part: 'title' as const,
                  render: (row) => <bdi>{row.title}</bdi>,
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
                  render: (row) =>
                    row.apart === null
                      ? '–'
                      : say('{share} %', { share: Math.round(row.apart * 100) }),
                },
              ]}
              rows={rows}
              idOf={(row) => row.id}
              nameOf={(row) => row.title}
              hrefOf={(row) => to('ideas', row.ref)}
              onOpen={(row) => go(to('ideas', row.ref))}
              folds="never"
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
