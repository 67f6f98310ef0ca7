import { Skeleton } from '../workspace/Skeleton.tsx'
import { Panel } from './Panel.tsx'

/** Stands where the organization will be while WorkOS is asked for it. */
export function OrganizationPanelLoading() {
  return (
    <Panel title="Organization">
      <Skeleton lines={4} label="Loading your organization" />
    </Panel>
  )
}
