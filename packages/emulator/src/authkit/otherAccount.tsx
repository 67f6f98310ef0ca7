import type { FlowRecord } from '../store/records.ts'
import { flowPath } from './flow.ts'

/** The way back for somebody whose visit goes on under the wrong account. */
export const OtherAccount = (props: { flow: FlowRecord; question?: string }) => (
  <p class="aside">
    {props.question ?? 'Not you?'} <a href={flowPath(props.flow, 'sign-in')}>Use another account</a>
  </p>
)
