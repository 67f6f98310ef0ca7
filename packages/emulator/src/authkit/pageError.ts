/** A refusal that a person reads: thrown below a hosted page, shown as a page of its own. */
export class PageError extends Error {
  readonly status: 400 | 404 | 501
  readonly title: string
  readonly text: string
  /** Something to copy, such as the address that has to be registered. */
  readonly detail: { label: string; value: string } | undefined

  constructor(
    status: 400 | 404 | 501,
    content: { title: string; text: string; detail?: { label: string; value: string } },
  ) {
    super(content.title)
    this.name = 'PageError'
    this.status = status
    this.title = content.title
    this.text = content.text
    this.detail = content.detail
  }
}
