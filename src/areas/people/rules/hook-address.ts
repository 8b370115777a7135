import { sentence, type Sentence } from '../../../engine/words.ts'

/**
 * Why nothing can ever be sent to a web address, whatever this instance is set to; undefined where that is
 * not known from the address alone. What is sent, and where, decides who sends it.
 */
export function neverCalled(url: string): Sentence | undefined {
  const authority = /^https?:\/\/([^/?#\\]+)(?:[/?#]|$)/i.exec(url)?.[1]
  if (authority === undefined || !/^[\x21-\x7e]+$/.test(url))
    return sentence('This is no web address that can be called: write https:// and a host.')
  if (authority.includes('@'))
    return sentence('This address has a name or a password in it. Leave them out.')
  const { host = '', port } =
    /^(?<host>\[[0-9a-f:.]+\]|[^:[\]]*)(?::(?<port>.*))?$/i.exec(authority)?.groups ?? {}
  if (port !== undefined && !isPort(port)) return sentence('A port is a number from 1 to 65535.')
  if (host.startsWith('[')) return isNever6(host) ? nobody : undefined
  if (!/^([a-z0-9_-]+\.)*[a-z0-9_-]+$/i.test(host))
    return sentence('This is no host that can be called. Write its name, such as example.org.')
  // Whose last part is a number, or written as one, is taken for an IPv4 address, however it is written.
  if (!/(^|\.)(\d+|0x[0-9a-f]*)$/i.test(host)) return undefined
  if (!isPlain4(host))
    return sentence(
      'An address of numbers is written as four of them, such as 192.0.2.1, without zeros before them.',
    )
  return never4.test(host) ? nobody : undefined
}

const nobody = sentence(
  'This address is never called: machines in a cloud are told there who they are, or it is nobody’s. Write another one.',
)

const isPort = (port: string): boolean =>
  /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535

const isPlain4 = (host: string): boolean => {
  const parts = host.split('.')
  return (
    parts.length === 4 &&
    parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  )
}

/** This net, where machines in a cloud are told who they are, many at once, and what is kept for later. */
const never4 = /^(0|22[4-9]|2[34]\d|25[0-5])\.|^169\.254\.|^100\.100\.100\.200$/

const isNever6 = (host: string): boolean => host.toLowerCase() === '[fd00:ec2::254]'
