/**
 * A file whose bytes are kept beside the database, as the instance itself found it to be. A command that
 * makes a row of one stands on this: what a request says of a file is no proof that it has it.
 */
export interface KeptFile {
  readonly name: string
  /** The media type that its content shows, whatever its name says. */
  readonly type: string
  /** In bytes. */
  readonly size: number
  /** In hex; under it the bytes are found again. */
  readonly sha256: string
  /** In pixels, of an image that was drawn anew; null of anything else. */
  readonly width: number | null
  readonly height: number | null
}
