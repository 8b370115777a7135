import { type ReactNode, useCallback, useState } from 'react'
import { Button, Buttons } from '../button.tsx'
import { CheckBox } from '../check-box.tsx'
import { ComboBox } from '../combo-box.tsx'
import { DateField } from '../date-field.tsx'
import { Dialog } from '../dialog.tsx'
import { Disclosure } from '../disclosure.tsx'
import { Facts } from '../facts.tsx'
import { Fields } from '../field.tsx'
import { FileDrop } from '../file-drop.tsx'
import { Mark } from '../mark.tsx'
import { NumberField } from '../number-field.tsx'
import type { Option } from '../options.tsx'
import { PageHead } from '../page-head.tsx'
import { ProblemNote } from '../problem.tsx'
import { Progress } from '../progress.tsx'
import { Select } from '../select.tsx'
import { Section } from '../section.tsx'
import { Row, Sheet } from '../sheet.tsx'
import { Strength } from '../strength.tsx'
import { TagList } from '../tag-list.tsx'
import { TextField } from '../text-field.tsx'
import { useToast } from '../toast.tsx'
import { ideas } from './ideas.tsx'

export function FormPage(): ReactNode {
  return (
    <Sheet
      head={
        <PageHead
          mark={<Mark station="heard" size={24} />}
          title="What a person fills in"
          stand="Fields, files, refusals, progress, and what is used rarely."
        />
      }
    >
      <Row>
        <FieldsOfAForm />
      </Row>
      <Row>
        <Section title="What can happen">
          <States />
        </Section>
      </Row>
    </Sheet>
  )
}

function FieldsOfAForm(): ReactNode {
  const [title, setTitle] = useState('Offline ward sheet')
  const [text, setText] = useState('')
  const [number, setNumber] = useState<number | null>(186)
  const [kind, setKind] = useState<string | null>('pain')
  const [idea, setIdea] = useState<Option | null>({ id: 'IDEA-31', label: 'Offline ward sheet' })
  const [day, setDay] = useState<string | null>('2026-11-23')
  const [tags, setTags] = useState<readonly string[]>(['isolation', 'night shift'])
  const [told, setTold] = useState(true)
  const search = useCallback(async (typed: string) => {
    const words = typed.toLowerCase()
    return ideas
      .filter((row) => row.title.toLowerCase().includes(words))
      .map((row) => ({
        id: row.id,
        label: row.title,
        detail: row.id,
        station: 'proposed' as const,
      }))
  }, [])
  return (
    <Fields>
      <TextField
        label="Title"
        required
        value={title}
        onChange={setTitle}
        description="A person’s words, under 80 characters."
      />
      <TextField
        label="What they said"
        set="prose"
        lines={3}
        value={text}
        onChange={setText}
        placeholder="The sheet is just gone until I walk back"
        error="Empty. Write at least a sentence, or bring a file."
      />
      <NumberField
        label="Expected value"
        unit="k€ a year"
        value={number}
        onChange={setNumber}
        min={0}
      />
      <Select
        label="Kind"
        value={kind}
        onChange={setKind}
        options={[
          { id: 'need', label: 'Need' },
          { id: 'pain', label: 'Pain', station: 'framed' },
          { id: 'aspiration', label: 'Aspiration' },
        ]}
      />
      <ComboBox label="Idea" value={idea} onChange={setIdea} onSearch={search} />
      <DateField label="We look again on" value={day} onChange={setDay} />
      <TagList label="Tags" value={tags} onChange={setTags} placeholder="Add a word, then Enter" />
      <CheckBox
        label="Tell the people who asked"
        checked={told}
        onChange={setTold}
        description="11 people, in their own language."
      />
      <FileDrop
        label="A CSV file of feedback"
        accept={['.csv']}
        onFiles={() => undefined}
        description="You see counts and the first problems before anything is written."
      />
      <Facts
        set="form"
        items={[
          { term: 'Idea held', value: idea?.id ?? 'none' },
          { term: 'Day held', value: day ?? 'none' },
          { term: 'Number held', value: number ?? 'none' },
          { term: 'Tags held', value: tags.join(' | ') },
          { term: 'Kind held', value: kind ?? 'none' },
        ]}
      />
    </Fields>
  )
}

function States(): ReactNode {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  return (
    <Fields>
      <ProblemNote
        says="Line 7 has no text, so nothing was read from it."
        kept="The other 1,203 lines were read and are waiting."
        places={[
          { at: 'line 7, column text', says: 'Empty. Fill it in, or leave the line out.' },
          { at: 'rating', says: '“good” is no number. Write 1 to 5.' },
        ]}
        actions={
          <>
            <Button>Choose the file again</Button>
            <Button kind="quiet">Go on without line 7</Button>
          </>
        }
        reference="7f3a09bd"
      />
      <Progress label="rows read" done={312} total={1204} says="about a minute to go" />
      <Progress label="rows read so far" done={312} />
      <p>
        <Strength value={0.84} show="both" /> <Strength value={0.31} show="both" />
      </p>
      <div>
        <Disclosure title="Who may see this" detail="workspace" startsOpen>
          Everybody in the workspace.
        </Disclosure>
        <Disclosure title="History" detail="14 changes">
          Written on 2026-09-17.
        </Disclosure>
      </div>
      <Facts
        set="form"
        items={[
          { term: 'Owner', value: 'Tomasz Wrona' },
          { term: 'Horizon', value: '2027 first half' },
        ]}
      />
      <Buttons>
        <Button onPress={() => setOpen(true)}>Delete for good</Button>
        <Button
          onPress={() =>
            toast({ says: 'Withdrawn: Voice notes on the round.', undo: () => undefined })
          }
        >
          Withdraw
        </Button>
      </Buttons>
      <Dialog
        title="Delete 412 passages for good?"
        role="alertdialog"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>Keep them</Button>
            <Button kind="primary" onPress={() => setOpen(false)}>
              Delete for good
            </Button>
          </>
        }
      >
        <p>They cannot be brought back. What was decided from them stays, and says so.</p>
      </Dialog>
    </Fields>
  )
}
