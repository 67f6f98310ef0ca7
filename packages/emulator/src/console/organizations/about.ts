import type { Environment } from '../../environment.ts'
import type { OrganizationRecord } from '../../store/records.ts'

/** Which organization a part of its page is about. */
export type AboutOrganization = { environment: Environment; organization: OrganizationRecord }
