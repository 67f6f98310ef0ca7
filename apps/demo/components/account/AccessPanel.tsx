import { permissionGroups } from '@/lib/permissionGroups.ts'
import { readableSlug } from '@/lib/slugs.ts'
import styles from './AccessPanel.module.css'
import { Fact, Facts } from './Facts.tsx'
import { Note } from './Note.tsx'
import { Panel } from './Panel.tsx'

interface AccessPanelProps {
  roles: readonly string[]
  permissions: readonly string[]
}

/** What the session allows: roles, and permissions by what they concern. */
export function AccessPanel({ roles, permissions }: AccessPanelProps) {
  return (
    <Panel title="Role and permissions">
      {roles.length === 0 && permissions.length === 0 ? (
        <Note>This session carries no role and no permissions.</Note>
      ) : (
        <Facts>
          <Fact name={roles.length === 1 ? 'Role' : 'Roles'}>
            <Slugs slugs={roles} />
          </Fact>
          {permissionGroups(permissions).map(({ resource, actions }) => (
            <Fact key={resource} name={readableSlug(resource)}>
              <Slugs slugs={actions} />
            </Fact>
          ))}
        </Facts>
      )}
    </Panel>
  )
}

function Slugs({ slugs }: { slugs: readonly string[] }) {
  return (
    <ul className={styles.slugs}>
      {slugs.map((slug) => (
        <li key={slug}>{slug}</li>
      ))}
    </ul>
  )
}
