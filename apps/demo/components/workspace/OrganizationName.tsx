import { loadOrganization, type OrganizationState } from '@/lib/organization.ts'
import styles from './OrganizationName.module.css'

/** The organization's name, or what to say where there is none. */
export async function OrganizationName({ id }: { id: string | undefined }) {
  return <strong className={styles.name}>{nameOf(await loadOrganization(id))}</strong>
}

function nameOf(state: OrganizationState): string {
  switch (state.status) {
    case 'found':
      return state.organization.name
    case 'none':
      return 'No organization'
    case 'unavailable':
      return 'Your organization'
  }
}
