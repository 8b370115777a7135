import type { ReactNode } from 'react'
import { ReadingProblem } from '../../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Buttons, LinkButton } from '../../../../web/kit/button.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { MarginList } from '../../../../web/kit/margin-list.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { LinkWord, Sentence } from '../../../../web/kit/sentence.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { TableFile } from '../../../../web/kit/table-file.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { number, say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import { ruleNames } from '../../rules/lint/rule-names.ts'
import { severities, type Finding } from '../../rules/lint/shape.ts'
import { askedOf, searchOf, wanted, type Asked } from './asked.ts'
import { findingSaid, ruleSaid, severitySaid } from './lint-said.ts'
import { useLint } from './use-lint.ts'
import { Worklist } from './worklist.tsx'

/** What contradicts itself in the strategy, hangs in the air or was forgotten, as a list one works through. */
export function LintPage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const { to, me } = useSite()
  const { data, error, cut } = useLint()
  const asked = askedOf(search)
  const shown = data === undefined ? undefined : wanted(data, asked, me.id)
  const address = (next: Partial<Asked>): string =>
    `${to('lint')}${searchOf({ ...asked, ...next })}`
  const isAsked = searchOf(asked) !== ''
  return (
    <Sheet
      margin={data !== undefined && <Filters all={data.findings} asked={asked} address={address} />}
      head={
        <PageHead
          kick={<span>{say('Lint')}</span>}
          title={
            <>
              <Title says={say('Lint')} />
              {findingSaid(shown?.findings)}
            </>
          }
          stand={say(
            'What contradicts itself, hangs in the air or was forgotten between what we heard and what we do. Each finding has one verb that mends it.',
          )}
          actions={
            shown !== undefined &&
            shown.findings.length > 0 && (
              <Buttons>
                <TableFile name="lint.csv" rows={() => rowsOf(shown.findings)} />
              </Buttons>
            )
          }
        >
          {data !== undefined && <Shown asked={asked} address={address} />}
        </PageHead>
      }
    >
      <Row>
        {error !== undefined && <ReadingProblem error={error} what={say('the findings')} />}
        {shown === undefined && error === undefined && <Tone of="quiet">{say('Reading…')}</Tone>}
        {shown?.findings.length === 0 && (
          <Empty
            title={isAsked ? say('Nothing to mend among these.') : say('Nothing to mend.')}
            action={
              isAsked ? (
                <LinkButton href={to('lint')}>{say('Show everything')}</LinkButton>
              ) : (
                <LinkButton href={to('needs-objectives')}>
                  {say('See needs × objectives')}
                </LinkButton>
              )
            }
          >
            {say(
              'Every rule was asked of everything that you may see. What somebody waived stands below.',
            )}
          </Empty>
        )}
        {shown !== undefined && <Worklist all={shown} />}
        {cut && (
          <Tone of="watch">{say('There is more than was read. Narrow it down to a product.')}</Tone>
        )}
      </Row>
    </Sheet>
  )
}

/** The filter as a sentence: its underlined words take it away again. */
function Shown({
  asked,
  address,
}: {
  readonly asked: Asked
  readonly address: (next: Partial<Asked>) => string
}): ReactNode {
  return (
    <Sentence>
      {saying('Showing {whose} {rule} {on}', {
        whose:
          asked.mine === 'mine' ? (
            <LinkWord href={address({ mine: 'all' })}>{say('what is mine to mend')}</LinkWord>
          ) : (
            <LinkWord href={address({ mine: 'mine' })}>{say('what is anybody’s to mend')}</LinkWord>
          ),
        rule: asked.rule !== null && (
          <LinkWord href={address({ rule: null })}>
            {say('of one rule: {rule}', { rule: ruleSaid(asked.rule) })}
          </LinkWord>
        ),
        on: asked.on !== null && (
          <LinkWord href={address({ on: null })}>{say('on {ref}', { ref: asked.on })}</LinkWord>
        ),
      })}
    </Sentence>
  )
}

function Filters({
  all,
  asked,
  address,
}: {
  readonly all: readonly Finding<string>[]
  readonly asked: Asked
  readonly address: (next: Partial<Asked>) => string
}): ReactNode {
  const rules = ruleNames.flatMap((rule) => {
    const count = all.filter((one) => one.rule === rule).length
    return count === 0 ? [] : [{ rule, count }]
  })
  return (
    <>
      <MarginList
        title={say('How grave')}
        items={[
          {
            href: address({ severity: null }),
            label: say('Everything'),
            count: number(all.length),
            current: asked.severity === null,
          },
          ...severities.map((severity) => ({
            href: address({ severity }),
            label: severitySaid(severity),
            count: number(all.filter((one) => one.severity === severity).length),
            current: asked.severity === severity,
          })),
        ]}
      />
      {rules.length > 0 && (
        <MarginList
          title={say('By rule')}
          narrow="hidden"
          items={rules.map(({ rule, count }) => ({
            href: address({ rule: asked.rule === rule ? null : rule }),
            label: ruleSaid(rule),
            count: number(count),
            current: asked.rule === rule,
          }))}
        />
      )}
    </>
  )
}

const rowsOf = (findings: readonly Finding<string>[]): readonly (readonly string[])[] => [
  [say('Severity'), say('Rule'), say('Ref'), say('Title'), say('Finding'), say('Why it matters')],
  ...findings.map(({ severity, rule, on, says, because }) => [
    severity,
    rule,
    on.ref,
    on.title,
    says,
    because,
  ]),
]
