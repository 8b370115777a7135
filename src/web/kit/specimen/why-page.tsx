import type { ReactNode } from 'react'
import { Against } from '../against.tsx'
import { Aside, Box } from '../aside.tsx'
import { Button, Buttons } from '../button.tsx'
import { Code } from '../code.tsx'
import { Facts } from '../facts.tsx'
import { Link } from '../link.tsx'
import { LinkTick } from '../link-tick.tsx'
import { Mark } from '../mark.tsx'
import { Note } from '../note.tsx'
import { PageHead } from '../page-head.tsx'
import { Prose } from '../prose.tsx'
import { Quote } from '../quote.tsx'
import { Sheet } from '../sheet.tsx'
import { Station } from '../station.tsx'
import { StrengthTable } from './strength-table.tsx'
import { Tone } from '../tone.tsx'
import { When } from '../when.tsx'

export function WhyPage(): ReactNode {
  return (
    <Sheet line="ends" head={<Head />} aside={<Side />} folio={<Folio />}>
      <Heard />
      <Station
        station="understood"
        kick={<Kick id="INS-17" words="Tomasz Wrona, 2026-08-21" />}
        title="The sheet fails where the animals are, not where the office is"
        against={
          <Against
            word="against"
            source={
              <>
                <Code>INS-22</Code> Safiya Noor
                <br />4 hospitals
              </>
            }
          >
            Hospitals that fitted repeaters stopped reporting it within six weeks.
          </Against>
        }
      >
        <Prose>
          Loss of connection is concentrated in three rooms: isolation, X-ray and the outdoor runs.
          Nurses do not report it as a fault. They work around it on paper.
        </Prose>
        <LinkTick strength={0.78}>3 insights support, 1 contradicts</LinkTick>
      </Station>
      <Station
        station="framed"
        kick={<Kick id="NEED-42" words="importance 8.7, satisfaction 3.1 of 10; n = 64" />}
        title="When the ward loses its connection, keep giving and recording treatment without a second copy"
      >
        <Note
          kind="warning"
          title="Weakest link"
          value="0.31"
          foot={
            <>
              <Link href="#">Test it: compare wards with and without outages</Link>
              <Tone of="quiet">2 weeks, no code</Tone>
            </>
          }
        >
          Whether this moves{' '}
          <Link href="#">
            <Code>KR-1</Code> handovers confirmed in 10 minutes
          </Link>{' '}
          is one person’s word, given in May.
        </Note>
      </Station>
      <Station
        station="proposed"
        kick={<Kick id="IDEA-31" words="expected 186 k€ a year, 96 to 296" />}
        title="Offline ward sheet"
      >
        <LinkTick strength={0.72}>chosen with 3 others at 23 of 24 engineer-weeks</LinkTick>
      </Station>
      <Decided />
      <Station
        station="tested"
        kick={
          <>
            <Kick id="EXP-8" words="three wards, four weeks" />
            <Tone of="good">
              <b>held</b>
            </Tone>
          </>
        }
      >
        <Prose>
          0 lost entries in 12,406. We had asked for at most 3 in 10,000; the upper bound is 2.4.
        </Prose>
        <Note kind="fired" title="Under review" value="2026-11-19">
          Tripwire fired: fewer than 20 hospitals use the printed sheet. Pivot, persevere or stop by
          2026-11-30.
        </Note>
      </Station>
      <Station
        station="built"
        state="open"
        kick={<Kick id="DEL-20" words="9 slices, starts 2027-01-11" />}
      >
        <LinkTick>not yet</LinkTick>
      </Station>
      <Station
        station="learned"
        state="missing"
        line="last"
        kick={<Kick id="OUT-9" words="review on 2027-06-30" />}
      >
        <Prose>
          <Tone of="second">
            Nothing yet. We said 70 %. The 11 people who asked will be asked whether it worked.
          </Tone>
        </Prose>
      </Station>
    </Sheet>
  )
}

const Kick = ({ id, words }: { readonly id: string; readonly words: string }): ReactNode => (
  <>
    <Code>{id}</Code>
    <span>{words}</span>
  </>
)

function Head(): ReactNode {
  return (
    <PageHead
      mark={<Mark station="built" size={24} state="open" />}
      kick={
        <>
          <Code>RM-9</Code>
          <span>Roadmap, next</span>
          <span>release 4.2</span>
          <span>Tomasz Wrona</span>
        </>
      }
      title="Why is “Offline ward sheet” here?"
      stand="Nurses lose the treatment sheet where the kennels are, write doses on paper and type them in after the shift. Fourteen passages from nine hospitals say so, two say the network is fine, and one trial held."
    >
      <Facts
        items={[
          { term: 'Independent sources', value: '9 hospitals', note: 'of 318' },
          {
            term: 'For and against',
            value: (
              <>
                14 <small>for</small> <Tone of="against">2</Tone>
              </>
            ),
            note: 'against',
          },
          { term: 'Median age', value: '47 days' },
          {
            term: 'The line is as strong as',
            value: <Tone of="oxide">0.31</Tone>,
            note: 'weakest link of its strongest way',
          },
        ]}
      />
    </PageHead>
  )
}

function Heard(): ReactNode {
  return (
    <Station
      station="heard"
      kick={
        <>
          <span>14 passages, 9 hospitals</span>
          <Link href="#">show all 14</Link>
        </>
      }
      against={
        <>
          <Against
            word="against"
            source={
              <>
                Practice manager, <b>Fjordvet Bergen</b>
                <br />
                survey, <When at="2026-06-18" />
              </>
            }
          >
            We put two repeaters on the ward in spring. It is no longer a topic here.
          </Against>
          <Against
            source={
              <>
                IT lead, <b>Northvale Group</b>
                <br />
                interview, <When at="2026-08-04" />
              </>
            }
          >
            Honestly the network is fine. People forget to charge the tablet.
          </Against>
        </>
      }
    >
      <Quote
        text="The tablet drops the wifi behind the lead door of X-ray and the sheet is just gone until I walk back. So I write the dose on my glove."
        passages={[{ from: 60, to: 102 }]}
        freshness={0.92}
        source={
          <>
            <span>
              Ward nurse, <b>Moorgate Animal Hospital</b>
            </span>
            <span>interview</span>
            <When at="2026-11-09" />
          </>
        }
      />
      <Quote
        text="Isolation is a steel box. Nothing works there. Please let the sheet keep what I typed."
        freshness={0.71}
        source={
          <>
            <span>
              Head nurse, <b>Clínica Puigvert</b>
            </span>
            <span>portal, 23 votes</span>
            <When at="2026-10-02" />
          </>
        }
      />
      <LinkTick strength={0.84}>11 quotes support, 2 contradict</LinkTick>
    </Station>
  )
}

function Decided(): ReactNode {
  return (
    <Station
      station="decided"
      kick={
        <>
          <Kick id="DEC-12" words="Ingrid Solheim, 2026-09-17" />
          <Link href="#">open the record</Link>
        </>
      }
      title="Build offline for the ward sheet only, not for the whole app"
      against={
        <Against
          word="dissent, recorded"
          source={
            <>
              Devika Rao, engineering
              <br />
              <When at="2026-09-17" />
            </>
          }
        >
          Two sources of truth on a ward is how a dog gets a double dose. I would rather buy every
          customer a repeater.
        </Against>
      }
    >
      <Prose>
        We expect <b>70 %</b> that KR-1 stands at 80 % or more on 2027-06-30. We look again on
        2027-01-31.
      </Prose>
      <Note kind="armed" title="Tripwire, armed">
        If entries that disagree after sync pass 2 per 1,000 sheets before 2027-01-31, we review.
      </Note>
      <Note kind="thin" title="Thin">
        Two passages, both from one hospital.
      </Note>
      <LinkTick strength={0.8}>the trial tests the riskiest assumption</LinkTick>
    </Station>
  )
}

function Side(): ReactNode {
  return (
    <Aside>
      <Buttons>
        <Button keys="P">Print</Button>
        <Button>Evidence pack</Button>
        <Button kind="quiet">Follow</Button>
      </Buttons>
      <Box
        title="How strong is each link?"
        foot="Strength is computed from kind, age and independence of what is linked. Nobody types it in."
      >
        <StrengthTable />
      </Box>
      <Box title="Is the evidence lopsided?" foot="Nothing from equine hospitals, 8 % of revenue.">
        <Facts
          set="list"
          items={[
            { term: 'One group, Northvale', value: <Tone of="watch">36 %</Tone> },
            { term: 'Came through support', value: '57 %' },
            { term: 'Last 90 days', value: '64 %' },
          ]}
        />
      </Box>
      <Box title="Told back">
        <p>
          11 people asked for this. Told on <When at="2026-09-18" /> that it was decided, with the
          reason. 7 read it.
        </p>
      </Box>
    </Aside>
  )
}

const Folio = (): ReactNode => (
  <>
    <span>
      RM-9 as of <When at="2026-11-23T08:10" />
    </span>
    <span>
      event 48,213, chain <Code>7f3a 09bd c91e</Code>
    </span>
    <span>
      verifies offline: <Code>throughline verify RM-9.pack</Code>
    </span>
  </>
)
