import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Tag, TagGroup, TagList as AriaTagList } from 'react-aria-components/TagGroup'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { cls } from './cls.ts'
import { ariaOf, FieldLabel, type FieldProps, FieldSays, inputClass } from './field.tsx'
import { given } from './given.ts'
import styles from './tag-list.module.css'

export interface TagListProps extends FieldProps {
  readonly value: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
  readonly placeholder?: string | undefined
}

/** Several short words. Enter or a comma adds what was typed; leaving the field adds it too. */
export function TagList(props: TagListProps): ReactNode {
  const { label, value, onChange, placeholder } = props
  const [text, setText] = useState('')
  const add = (typed: string): void => {
    const next = typed
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
    const added = [...new Set([...value, ...next])]
    if (added.length > value.length) onChange(added)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault()
      add(text)
    }
    if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1))
  }
  return (
    <AriaTextField
      {...ariaOf(props)}
      value={text}
      onChange={(next) => (next.includes(',') ? add(next) : setText(next))}
      onKeyDown={onKeyDown}
      onBlur={() => add(text)}
    >
      <FieldLabel {...props} />
      {value.length > 0 && (
        <TagGroup
          aria-label={label}
          onRemove={(keys) => onChange(value.filter((tag) => !keys.has(tag)))}
        >
          <AriaTagList className={cls(styles.tags)}>
            {value.map((tag) => (
              <Tag key={tag} id={tag} textValue={tag} className={cls(styles.tag)}>
                {tag}
                <Button slot="remove" className={cls(styles.remove)}>
                  ×
                </Button>
              </Tag>
            ))}
          </AriaTagList>
        </TagGroup>
      )}
      <Input className={inputClass} {...given({ placeholder })} />
      <FieldSays {...props} />
    </AriaTextField>
  )
}
