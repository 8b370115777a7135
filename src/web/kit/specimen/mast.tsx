import { type ReactNode, useState } from 'react'
import { Link } from '../link.tsx'
import { Masthead, type MastheadItem } from '../masthead.tsx'
import { SearchField } from '../search-field.tsx'

const items: readonly MastheadItem[] = [
  { href: '?page=marks', label: 'Home' },
  { href: '?page=form', label: 'Strategy' },
  { href: '?page=heard', label: 'Feedback', station: 'heard' },
  { href: '?page=understood', label: 'Insights', station: 'understood' },
  { href: '?page=framed', label: 'Needs', station: 'framed' },
  { href: '?page=list', label: 'Ideas', station: 'proposed' },
  { href: '?page=decided', label: 'Decisions', station: 'decided' },
  { href: '?page=tested', label: 'Experiments', station: 'tested' },
  { href: '?page=why', label: 'Roadmap', station: 'built' },
  { href: '?page=learned', label: 'Outcomes', station: 'learned' },
]

export function SpecimenMast({ page }: { readonly page: string }): ReactNode {
  const [text, setText] = useState('')
  if (page === 'first') {
    return (
      <Masthead
        brand="Throughline"
        home="?page=first"
        workspace="0.1"
        says="running on this machine, no account, nothing leaves it"
        tools={<Link href="#">Sign in elsewhere</Link>}
      />
    )
  }
  return (
    <Masthead
      brand="Throughline"
      home="?page=marks"
      workspace="Linnet"
      items={items.map((item) => ({ ...item, current: item.href === `?page=${page}` }))}
      find={<SearchField label="Find" keys="/" value={text} onChange={setText} />}
    />
  )
}
