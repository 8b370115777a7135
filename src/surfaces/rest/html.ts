/** HTML that is safe by construction: what is put into the template is escaped unless it is HTML already. */
export interface Html {
  readonly html: string
}

export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  return {
    html: parts.reduce(
      (made, part, at) => made + part + (at < values.length ? shown(values[at] ?? '') : ''),
      '',
    ),
  }
}

const shown = (value: string | number | Html | readonly Html[]): string =>
  typeof value === 'string'
    ? escape(value)
    : typeof value === 'number'
      ? String(value)
      : 'html' in value
        ? value.html
        : value.map((one) => one.html).join('')

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
